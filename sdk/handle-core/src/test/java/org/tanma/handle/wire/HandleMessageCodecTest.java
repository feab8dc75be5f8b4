// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanma.handle.wire.WireFormatException.Reason;

class HandleMessageCodecTest {
    /** A resolution request for 20.500.12345/KILN-1, written out by hand from {@link WireLayout}. */
    private static final String BY_HAND = "020b020b" + "00000000" + "12345678" + "00000000" + "0000003b"
            + "00000001" + "00000000" + "00000000" + "0000" + "00" + "00" + "00000000" + "0000001f"
            + "00000013" + "32302e3530302e31323334352f4b494c4e2d31" + "00000000" + "00000000"
            + "00000000";

    private byte[] octets = {};

    @BeforeEach
    void encode() throws Exception {
        octets = HandleMessageCodec.encode(
                WireMessages.request(ResolutionRequest.all(WireMessages.KILN), OpCode.RESOLUTION));
    }

    @Test
    void encode_resolutionRequest_isOctetForOctetWhatTheLayoutSays() {
        assertThat(HexFormat.of().formatHex(octets)).isEqualTo(BY_HAND);
    }

    @Test
    void decode_truncatedHeader_reportsOffset() {
        ByteBuffer.wrap(octets).putInt(WireLayout.MESSAGE_LENGTH, WireLayout.HEADER_OCTETS);
        refuses(Arrays.copyOf(octets, 40), Reason.TRUNCATED, "message", 20);
        assertThatExceptionOfType(WireFormatException.class)
                .isThrownBy(() -> HandleMessageCodec.decodeHeader(ByteBuffer.wrap(octets, 0, 30)))
                .withMessage("op flags at octet 28 needs 4 octets, 2 are there");
    }

    @Test
    void decode_truncatedEnvelope_reportsOffset() {
        refuses(Arrays.copyOf(octets, 10), Reason.TRUNCATED, "request id", 8);
    }

    @Test
    void decode_bodyLengthBeyondMessage_reportsOffset() {
        ByteBuffer.wrap(octets).putInt(WireLayout.BODY_LENGTH, 100);
        refuses(octets, Reason.TRUNCATED, "body", WireLayout.BODY);
    }

    @Test
    void decode_handleWithoutSlash_saysInvalidHandle() {
        octets[WireLayout.BODY + 4 + 12] = 'x';
        WireFormatException refusal = refuses(octets, Reason.INVALID_HANDLE, "handle", WireLayout.BODY + 4 + 19);
        assertThat(refusal.reason().responseCode()).isEqualTo(ResponseCode.INVALID_HANDLE);
    }

    @Test
    void decode_typeNotUtf8_saysSo() throws Exception {
        byte[] withType = HandleMessageCodec.encode(WireMessages.request(
                new ResolutionRequest(WireMessages.KILN, java.util.List.of(), java.util.List.of("URL")),
                OpCode.RESOLUTION));
        withType[withType.length - 5] = (byte) 0xFF;
        refuses(withType, Reason.NOT_UTF8, "type", withType.length - 11);
    }

    @Test
    void decode_versionOrFlagsNotSpoken_saysUnsupported() {
        byte[] old = octets.clone();
        old[WireLayout.MAJOR_VERSION] = 1;
        refuses(old, Reason.UNSUPPORTED, "major version", 0);
        octets[WireLayout.MESSAGE_FLAGS] |= (byte) WireLayout.FLAG_COMPRESSED;
        assertThat(refuses(octets, Reason.UNSUPPORTED, "message flags", 2).actual())
                .isEqualTo(WireLayout.FLAG_COMPRESSED);
    }

    @Test
    void decode_octetsAfterTheMessage_areRefused() {
        refuses(Arrays.copyOf(octets, octets.length + 1), Reason.TRAILING_OCTETS, "message", octets.length);
        octets[WireLayout.BODY_LENGTH + 3] += 4;
        refuses(octets, Reason.TRAILING_OCTETS, "body", octets.length - 4);
    }

    @Test
    void decode_withoutCredentialLength_isAMessage() throws Exception {
        octets[WireLayout.MESSAGE_LENGTH + 3] -= 4;
        byte[] without = Arrays.copyOf(octets, octets.length - 4);
        assertThat(HandleMessageCodec.decode(ByteBuffer.wrap(without)).credential())
                .isEqualTo(Octets.EMPTY);
    }

    @Test
    void decode_valueIndexZero_isOutOfRange() throws Exception {
        byte[] value = HandleValueCodec.encode(org.tanma.handle.model.HandleValue.text(1, "URL", "x", 0));
        value[WireLayout.VALUE_INDEX + 3] = 0;
        assertThatExceptionOfType(WireFormatException.class)
                .isThrownBy(() -> HandleValueCodec.decode(ByteBuffer.wrap(value)))
                .withMessage("value index at octet 0 is 0, outside what is allowed (nearest bound 1)");
    }

    @Test
    void decode_unknownOperation_staysRaw() throws Exception {
        ByteBuffer.wrap(octets).putInt(WireLayout.OP_CODE, 2999);
        HandleMessage message = HandleMessageCodec.decode(ByteBuffer.wrap(octets));
        assertThat(message.body()).isInstanceOf(RawBody.class);
        assertThat(message.header().opCode()).hasToString("unknown operation (2999)");
        assertThat(message.header().opCode().isKnown()).isFalse();
    }

    @Test
    void toAnswer_echoesRequestIdFlagsAndExpiration() throws Exception {
        ByteBuffer.wrap(octets).putInt(WireLayout.EXPIRATION_TIME, 1_900_000_000);
        HandleMessage request = HandleMessageCodec.decode(ByteBuffer.wrap(octets));
        HandleMessage answer = request.toAnswer(ResponseCode.NOT_SUPPORTED, 4, ErrorResponse.of("no"));
        assertThat(answer.envelope().requestId()).isEqualTo(0x1234_5678);
        assertThat(answer.header().siteInfoSerial()).isEqualTo(4);
        assertThat(answer.header().expirationSeconds()).isEqualTo(1_900_000_000L);
        assertThat(answer.header().withExpirationSeconds(7).expirationSeconds()).isEqualTo(7);
        assertThat(answer.header().flags()).isEqualTo(request.header().flags());
    }

    @Test
    void encode_digestWithoutItsFlag_isAMistake() {
        HandleMessage answer = WireMessages.answer(ErrorResponse.of("no"), OpCode.RESOLUTION, ResponseCode.ERROR);
        HandleMessage flagged = HandleMessage.of(
                answer.envelope(), answer.header().withFlags(new OpFlags(OpFlags.RETURN_DIGEST)), answer.body());
        assertThatIllegalArgumentException().isThrownBy(() -> HandleMessageCodec.encode(flagged));
    }

    private static WireFormatException refuses(byte[] octets, Reason reason, String field, int offset) {
        WireFormatException[] seen = new WireFormatException[1];
        assertThatExceptionOfType(WireFormatException.class)
                .isThrownBy(() -> HandleMessageCodec.decode(ByteBuffer.wrap(octets)))
                .satisfies(e -> {
                    assertThat(e.reason()).isEqualTo(reason);
                    assertThat(e.field()).isEqualTo(field);
                    assertThat(e.offset()).isEqualTo(offset);
                    seen[0] = e;
                });
        return seen[0];
    }
}
