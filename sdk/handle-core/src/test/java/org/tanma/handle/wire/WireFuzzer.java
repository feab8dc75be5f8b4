// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever comes in, a message or a {@link WireFormatException} comes out, and memory stays in proportion to what came.
 * The seed is printed when a round fails; repeat with {@code @Property(seed = "…")}.
 */
class WireFuzzer {
    private static final int CHANGES = 40;
    /** What the largest message may cost: its octets a few times over, and a few thousand small objects. */
    private static final long MOST_ALLOCATED = 4L * 1024 * 1024;

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @Provide
    Arbitrary<HandleMessage> messages() {
        return WireMessages.messages();
    }

    @Property(tries = 1500)
    void decode_changedMessage_isAMessageOrRefused(@ForAll("messages") HandleMessage message, @ForAll Random random)
            throws Exception {
        byte[] encoded = HandleMessageCodec.encode(message);
        for (int change = 0; change < CHANGES; change++) {
            byte[] octets = encoded.clone();
            for (int more = random.nextInt(4); more >= 0; more--) {
                octets[random.nextInt(octets.length)] = (byte) random.nextInt();
            }
            accepts(octets);
        }
    }

    @Property(tries = 1500)
    void decode_randomBodyUnderAnEnvelope_isAMessageOrRefused(@ForAll Random random) {
        byte[] octets = new byte[WireLayout.BODY + WireLayout.LENGTH_OCTETS + random.nextInt(2000)];
        random.nextBytes(octets);
        octets[WireLayout.MAJOR_VERSION] = MessageEnvelope.MAJOR_VERSION;
        octets[WireLayout.MESSAGE_FLAGS] = 0;
        ByteBuffer fields = ByteBuffer.wrap(octets);
        fields.putInt(WireLayout.MESSAGE_LENGTH, octets.length - WireLayout.ENVELOPE_OCTETS);
        fields.putInt(WireLayout.OP_CODE, 1 + random.nextInt(2));
        fields.putInt(WireLayout.RESPONSE_CODE, random.nextInt(3));
        octets[WireLayout.RECURSION_COUNT] = 0;
        fields.putInt(WireLayout.BODY_LENGTH, octets.length - WireLayout.BODY);
        if (random.nextBoolean()) {
            fields.putInt(WireLayout.BODY, random.nextInt(40));
        }
        accepts(octets);
    }

    @Property(tries = 1500)
    void decode_randomOctets_isAMessageOrRefused(@ForAll byte[] octets) {
        accepts(octets);
    }

    /** What costs more than allowed is read again, since classes are loaded at the first reading. */
    private void accepts(byte[] octets) {
        long allocated = read(octets);
        assertThat(allocated > MOST_ALLOCATED ? read(octets) : allocated).isLessThan(MOST_ALLOCATED);
    }

    private long read(byte[] octets) {
        long before = threads.getCurrentThreadAllocatedBytes();
        ByteBuffer buffer = ByteBuffer.wrap(octets);
        try {
            HandleMessage message = HandleMessageCodec.decode(buffer);
            assertThat(HandleMessageCodec.decode(ByteBuffer.wrap(HandleMessageCodec.encode(message)))
                            .body())
                    .isEqualTo(message.body());
        } catch (WireFormatException e) {
            assertThat(e.offset()).isBetween(0, octets.length);
        }
        try {
            new UdpReassembly(buffer).accept(buffer);
            RequestDigest.ofRequest(DigestAlgorithm.SHA_1, buffer);
        } catch (WireFormatException e) {
            assertThat(e.offset()).isBetween(0, octets.length);
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
