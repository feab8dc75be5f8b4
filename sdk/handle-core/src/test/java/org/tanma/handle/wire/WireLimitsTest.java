// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.ValueReference;
import org.tanma.handle.wire.SiteRecord.HashOption;
import org.tanma.handle.wire.SiteRecord.SiteAttribute;
import org.tanma.handle.wire.WireFormatException.Reason;

/** Each limit, reached and exceeded by one, on the way out and on the way in. */
class WireLimitsTest {
    private static final int FIXED = WireLayout.HEADER_OCTETS + WireLayout.LENGTH_OCTETS;
    private static final SiteInterface UDP = SiteInterface.forResolution(SiteInterface.UDP, 2641);

    @Test
    void message() throws Exception {
        byte[] most = HandleMessageCodec.encode(raw(WireLimits.MESSAGE_OCTETS - FIXED));
        assertThat(HandleMessageCodec.decode(ByteBuffer.wrap(most)).envelope().messageLength())
                .isEqualTo(262_144);
        refuses(
                () -> HandleMessageCodec.encode(raw(WireLimits.MESSAGE_OCTETS - FIXED + 1)),
                Reason.TOO_LONG,
                "message length",
                262_145);
        ByteBuffer.wrap(most).putInt(WireLayout.MESSAGE_LENGTH, WireLimits.MESSAGE_OCTETS + 1);
        refuses(() -> HandleMessageCodec.decode(ByteBuffer.wrap(most)), Reason.TOO_LONG, "message length", 262_145);
        ByteBuffer.wrap(most).putInt(WireLayout.MESSAGE_LENGTH, -1);
        refuses(
                () -> HandleMessageCodec.decodeEnvelope(ByteBuffer.wrap(most)),
                Reason.TOO_LONG,
                "message length",
                0xFFFF_FFFFL);
    }

    @Test
    void handle() throws Exception {
        WireReader most = reader(length(WireLimits.HANDLE_OCTETS), "20.500.12345/".concat("x".repeat(2035)));
        assertThat(most.readHandle("handle").suffix()).hasSize(2035);
        WireReader over = reader(length(WireLimits.HANDLE_OCTETS + 1), "20.500.12345/".concat("x".repeat(2036)));
        refuses(() -> over.readHandle("handle"), Reason.TOO_LONG, "handle", 2049);
    }

    @Test
    void values() throws Exception {
        HandleValue value = HandleValue.text(1, "", "", 0);
        assertThat(answerWith(Collections.nCopies(WireLimits.VALUES, value)).body())
                .isInstanceOf(ResolutionResponse.class);
        refuses(
                () -> answerWith(Collections.nCopies(WireLimits.VALUES + 1, value)),
                Reason.TOO_LONG,
                "number of values",
                2049);
        WireReader over = reader(length(WireLimits.VALUES + 1), "");
        refuses(
                () -> over.readCount(WireLimits.VALUES, 26, "number of values"),
                Reason.TOO_LONG,
                "number of values",
                2049);
    }

    @Test
    void stringsArraysAndReferences() throws Exception {
        HandleValue most = value(WireLimits.STRING_OCTETS, WireLimits.ARRAY_OCTETS, WireLimits.REFERENCES);
        assertThat(HandleValueCodec.decode(ByteBuffer.wrap(HandleValueCodec.encode(most))))
                .isEqualTo(most);
        refuses(
                () -> HandleValueCodec.encode(value(WireLimits.STRING_OCTETS + 1, 0, 0)),
                Reason.TOO_LONG,
                "value type",
                65_537);
        refuses(
                () -> HandleValueCodec.encode(value(0, WireLimits.ARRAY_OCTETS + 1, 0)),
                Reason.TOO_LONG,
                "value data",
                262_145);
        refuses(
                () -> HandleValueCodec.encode(value(0, 0, WireLimits.REFERENCES + 1)),
                Reason.TOO_LONG,
                "number of references",
                2049);
        refuses(
                () -> reader(length(65_537), "").readString(WireLimits.STRING_OCTETS, "type"),
                Reason.TOO_LONG,
                "type",
                65_537);
        refuses(
                () -> reader(length(262_145), "").readArray(WireLimits.ARRAY_OCTETS, "data"),
                Reason.TOO_LONG,
                "data",
                262_145);
        refuses(
                () -> HandleValueCodec.decodeReferences(reader(length(2049), "")),
                Reason.TOO_LONG,
                "number of references",
                2049);
    }

    @Test
    void indexesAndTypes() throws Exception {
        requestWith(WireLimits.INDEXES, WireLimits.TYPES);
        refuses(() -> requestWith(WireLimits.INDEXES + 1, 0), Reason.TOO_LONG, "number of indexes", 2049);
        refuses(() -> requestWith(0, WireLimits.TYPES + 1), Reason.TOO_LONG, "number of types", 2049);
        byte[] octets = requestWith(0, 0);
        int typesAt = octets.length - 2 * WireLayout.LENGTH_OCTETS;
        ByteBuffer.wrap(octets).putInt(typesAt, WireLimits.TYPES + 1);
        refuses(() -> HandleMessageCodec.decode(ByteBuffer.wrap(octets)), Reason.TOO_LONG, "number of types", 2049);
        ByteBuffer.wrap(octets).putInt(typesAt - WireLayout.LENGTH_OCTETS, WireLimits.INDEXES + 1);
        refuses(() -> HandleMessageCodec.decode(ByteBuffer.wrap(octets)), Reason.TOO_LONG, "number of indexes", 2049);
    }

    @Test
    void serversInterfacesAndAttributes() throws Exception {
        SiteRecord most = site(WireLimits.SERVERS, 1, WireLimits.ATTRIBUTES);
        assertThat(SiteRecord.decode(ByteBuffer.wrap(most.encode()))).isEqualTo(most);
        assertThat(site(1, WireLimits.INTERFACES, 0).encode()).isNotEmpty();
        refuses(() -> site(WireLimits.SERVERS + 1, 0, 0).encode(), Reason.TOO_LONG, "number of servers", 1025);
        refuses(() -> site(1, WireLimits.INTERFACES + 1, 0).encode(), Reason.TOO_LONG, "number of interfaces", 65);
        refuses(
                () -> site(0, 0, WireLimits.ATTRIBUTES + 1).encode(),
                Reason.TOO_LONG,
                "number of site attributes",
                257);
        byte[] octets = site(0, 0, 0).encode();
        ByteBuffer.wrap(octets).putInt(octets.length - 4, WireLimits.SERVERS + 1);
        refuses(() -> SiteRecord.decode(ByteBuffer.wrap(octets)), Reason.TOO_LONG, "number of servers", 1025);
        ByteBuffer.wrap(octets).putInt(octets.length - 8, WireLimits.ATTRIBUTES + 1);
        refuses(() -> SiteRecord.decode(ByteBuffer.wrap(octets)), Reason.TOO_LONG, "number of site attributes", 257);
        byte[] server = site(1, 0, 0).encode();
        ByteBuffer.wrap(server).putInt(server.length - 4, WireLimits.INTERFACES + 1);
        refuses(() -> SiteRecord.decode(ByteBuffer.wrap(server)), Reason.TOO_LONG, "number of interfaces", 65);
    }

    @Test
    void passwords() throws Exception {
        byte[] most = password("x".repeat(PasswordLoginRequest.PASSWORD_OCTETS));
        assertThat(HandleMessageCodec.decode(ByteBuffer.wrap(most)).body().toString())
                .contains("user=somebody")
                .doesNotContain("xx");
        refuses(
                () -> password("x".repeat(PasswordLoginRequest.PASSWORD_OCTETS + 1)),
                Reason.TOO_LONG,
                "password",
                1_025);
        byte[] two = password("x");
        ByteBuffer.wrap(two).putInt(two.length - 3 * WireLayout.LENGTH_OCTETS - 1, 2);
        refuses(() -> HandleMessageCodec.decode(ByteBuffer.wrap(two)), Reason.OUT_OF_RANGE, "number of passwords", 2);
    }

    private static byte[] password(String password) throws Exception {
        return HandleMessageCodec.encode(HandleMessage.of(
                MessageEnvelope.of(1),
                MessageHeader.request(OpCode.LOGIN_BY_PASSWORD, OpFlags.NONE),
                new PasswordLoginRequest("somebody", List.of(), password)));
    }

    @Test
    void recursion() throws Exception {
        byte[] octets = requestWith(0, 0);
        octets[WireLayout.RECURSION_COUNT] = WireLimits.RECURSION;
        assertThat(HandleMessageCodec.decode(ByteBuffer.wrap(octets)).header().recursionCount())
                .isEqualTo(10);
        octets[WireLayout.RECURSION_COUNT] = WireLimits.RECURSION + 1;
        refuses(
                () -> HandleMessageCodec.decode(ByteBuffer.wrap(octets)),
                Reason.RECURSION_TOO_DEEP,
                "recursion count",
                11);
        assertThat(Reason.RECURSION_TOO_DEEP.responseCode()).isEqualTo(ResponseCode.RECURSION_TOO_DEEP);
    }

    @Test
    void datagramsAndFragments() throws Exception {
        List<byte[]> one = UdpFragments.split(ByteBuffer.wrap(HandleMessageCodec.encode(raw(492 - FIXED))));
        assertThat(one)
                .singleElement()
                .satisfies(datagram -> assertThat(datagram).hasSize(512));
        assertThat(one.get(0)[WireLayout.MESSAGE_FLAGS] & WireLayout.FLAG_TRUNCATED)
                .isZero();
        List<byte[]> two = UdpFragments.split(ByteBuffer.wrap(HandleMessageCodec.encode(raw(492 - FIXED + 1))));
        assertThat(two).extracting(datagram -> datagram.length).containsExactly(512, 21);
        assertThat(two).allMatch(datagram -> (datagram[WireLayout.MESSAGE_FLAGS] & WireLayout.FLAG_TRUNCATED) != 0);
        assertThat(UdpFragments.count(WireLimits.MESSAGE_OCTETS)).isEqualTo(WireLimits.FRAGMENTS);
        byte[] stranger = two.get(1).clone();
        ByteBuffer.wrap(stranger).putInt(WireLayout.SEQUENCE_NUMBER, 2);
        UdpReassembly reassembly = new UdpReassembly(ByteBuffer.wrap(two.get(0)));
        refuses(() -> reassembly.accept(ByteBuffer.wrap(stranger)), Reason.OUT_OF_RANGE, "sequence number", 2);
        ByteBuffer.wrap(stranger).putInt(WireLayout.REQUEST_ID, 1);
        refuses(() -> reassembly.accept(ByteBuffer.wrap(stranger)), Reason.FRAGMENT_MISMATCH, "request id", 1);
    }

    private static void refuses(ThrowingCallable call, Reason reason, String field, long actual) {
        assertThatExceptionOfType(WireFormatException.class).isThrownBy(call).satisfies(e -> {
            assertThat(e.reason()).isEqualTo(reason);
            assertThat(e.field()).isEqualTo(field);
            assertThat(e.actual()).isEqualTo(actual);
        });
    }

    private static HandleMessage raw(int octets) {
        return WireMessages.request(new RawBody(Octets.of(new byte[octets])), new OpCode(1_000));
    }

    private static HandleMessage answerWith(List<HandleValue> values) throws WireFormatException {
        return HandleMessageCodec.decode(ByteBuffer.wrap(HandleMessageCodec.encode(WireMessages.answer(
                new ResolutionResponse(WireMessages.KILN, values), OpCode.RESOLUTION, ResponseCode.SUCCESS))));
    }

    private static byte[] requestWith(int indexes, int types) throws WireFormatException {
        ResolutionRequest request = new ResolutionRequest(
                WireMessages.KILN, Collections.nCopies(indexes, 1), Collections.nCopies(types, "URL"));
        byte[] octets = HandleMessageCodec.encode(WireMessages.request(request, OpCode.RESOLUTION));
        assertThat(HandleMessageCodec.decode(ByteBuffer.wrap(octets)).body()).isEqualTo(request);
        return octets;
    }

    private static HandleValue value(int typeOctets, int dataOctets, int references) {
        HandleValue plain = HandleValue.text(1, "x".repeat(typeOctets), "y".repeat(dataOctets), 0);
        return new HandleValue(
                1,
                plain.type(),
                plain.data(),
                plain.ttl(),
                plain.permissions(),
                0,
                Collections.nCopies(references, new ValueReference("a/b", 1)));
    }

    private static SiteRecord site(int servers, int interfaces, int attributes) {
        SiteServer server =
                new SiteServer(1, Octets.of(new byte[16]), Octets.EMPTY, Collections.nCopies(interfaces, UDP));
        return new SiteRecord(
                1,
                2,
                11,
                1,
                false,
                false,
                HashOption.PREFIX,
                Octets.EMPTY,
                Collections.nCopies(attributes, new SiteAttribute("a", "b")),
                Collections.nCopies(servers, server));
    }

    private static byte[] length(int length) {
        return ByteBuffer.allocate(4).putInt(length).array();
    }

    private static WireReader reader(byte[] length, String text) {
        ByteBuffer octets = ByteBuffer.allocate(length.length + text.length());
        octets.put(length).put(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return new WireReader(octets.flip());
    }
}
