// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.tanma.handle.model.HandleValue;

class HandleMessageProperties {
    @Provide
    Arbitrary<HandleMessage> messages() {
        return WireMessages.messages();
    }

    @Provide
    Arbitrary<HandleValue> values() {
        return WireMessages.values();
    }

    @Provide
    Arbitrary<SiteRecord> sites() {
        return WireMessages.sites();
    }

    @Property(tries = 300)
    void decode_ofEncoded_givesTheMessageBack(@ForAll("messages") HandleMessage message) throws Exception {
        byte[] octets = HandleMessageCodec.encode(message);
        HandleMessage decoded = HandleMessageCodec.decode(ByteBuffer.wrap(octets));
        assertThat(decoded.body()).isEqualTo(message.body());
        assertThat(decoded.credential()).isEqualTo(message.credential());
        assertThat(decoded.header().withBodyLength(0)).isEqualTo(message.header());
        assertThat(decoded.envelope().withMessageLength(0)).isEqualTo(message.envelope());
        assertThat(decoded.envelope().messageLength()).isEqualTo(octets.length - WireLayout.ENVELOPE_OCTETS);
        assertThat(HandleMessageCodec.encode(decoded)).isEqualTo(octets);
    }

    @Property(tries = 200)
    void decode_anyBufferShape_readsTheSame(@ForAll("messages") HandleMessage message) throws Exception {
        byte[] octets = HandleMessageCodec.encode(message);
        HandleMessage expected = HandleMessageCodec.decode(ByteBuffer.wrap(octets));
        ByteBuffer offset = ByteBuffer.allocateDirect(octets.length + 7);
        offset.position(5).limit(octets.length + 5);
        offset.duplicate().put(octets);
        for (ByteBuffer shape : List.of(offset, offset.slice(), offset.asReadOnlyBuffer())) {
            int position = shape.position();
            assertThat(HandleMessageCodec.decode(shape)).isEqualTo(expected);
            assertThat(shape.position()).isEqualTo(position);
        }
    }

    @Property(tries = 200)
    void decode_cutAnywhere_saysWhere(@ForAll("messages") HandleMessage message, @ForAll Random random)
            throws Exception {
        byte[] octets = HandleMessageCodec.encode(message);
        int kept = random.nextInt(octets.length);
        assertThatExceptionOfType(WireFormatException.class)
                .isThrownBy(() -> HandleMessageCodec.decode(ByteBuffer.wrap(Arrays.copyOf(octets, kept))))
                .satisfies(e -> {
                    assertThat(e.reason()).isEqualTo(WireFormatException.Reason.TRUNCATED);
                    assertThat(e.offset()).isBetween(0, kept);
                });
    }

    @Property(tries = 200)
    void datagrams_inAnyOrderAndTwice_giveTheMessageBack(
            @ForAll @IntRange(max = 5000) int octets, @ForAll Random random) throws Exception {
        byte[] body = new byte[octets];
        random.nextBytes(body);
        byte[] message =
                HandleMessageCodec.encode(WireMessages.request(new RawBody(Octets.of(body)), new OpCode(1_000)));
        List<byte[]> datagrams = UdpFragments.split(ByteBuffer.wrap(message));
        assertThat(datagrams).allSatisfy(one -> assertThat(one).hasSizeLessThanOrEqualTo(512));
        Collections.shuffle(datagrams, random);
        UdpReassembly reassembly = new UdpReassembly(ByteBuffer.wrap(datagrams.get(0)));
        Optional<byte[]> whole = reassembly.accept(ByteBuffer.wrap(datagrams.get(0)));
        for (byte[] datagram : datagrams) {
            assertThat(datagram == datagrams.get(0) || whole.isEmpty()).isTrue();
            whole = reassembly.accept(ByteBuffer.wrap(datagram));
        }
        assertThat(whole).hasValue(message);
    }

    @Property(tries = 200)
    void value_ofEncoded_isEqual(@ForAll("values") HandleValue value) throws Exception {
        assertThat(HandleValueCodec.decode(ByteBuffer.wrap(HandleValueCodec.encode(value))))
                .isEqualTo(value);
    }

    @Property(tries = 200)
    void site_ofEncoded_isEqual(@ForAll("sites") SiteRecord site) throws Exception {
        assertThat(SiteRecord.decode(ByteBuffer.wrap(site.encode()))).isEqualTo(site);
    }
}
