// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import net.handle.hdllib.AbstractMessage;
import net.handle.hdllib.AbstractRequest;
import net.handle.hdllib.AddValueRequest;
import net.handle.hdllib.CreateHandleRequest;
import net.handle.hdllib.CreateHandleResponse;
import net.handle.hdllib.DeleteHandleRequest;
import net.handle.hdllib.Encoder;
import net.handle.hdllib.GenericRequest;
import net.handle.hdllib.GenericResponse;
import net.handle.hdllib.HandleValue;
import net.handle.hdllib.HomeNaRequest;
import net.handle.hdllib.ListHandlesRequest;
import net.handle.hdllib.ListHandlesResponse;
import net.handle.hdllib.ListNAsRequest;
import net.handle.hdllib.ListNAsResponse;
import net.handle.hdllib.ModifyValueRequest;
import net.handle.hdllib.RemoveValueRequest;
import net.handle.hdllib.ServiceReferralResponse;
import net.handle.hdllib.SessionExchangeKeyRequest;
import net.handle.hdllib.UnhomeNaRequest;
import net.handle.hdllib.VerifyAuthRequest;
import net.handle.hdllib.VerifyAuthResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanma.handle.model.HandleName;

/** Every body of every operation, made by the reference client: we read it as meant, and write the same octets. */
class OperationInteropTest {
    private static final HandleName NAME = WireMessages.KILN;
    private static final byte[] HANDLE = NAME.toString().getBytes(StandardCharsets.UTF_8);
    private static final HandleName PREFIX = HandleName.parse("0.NA/20.500.12345");
    private static final byte[] NA = PREFIX.toString().getBytes(StandardCharsets.UTF_8);

    private record Case(String name, AbstractMessage theirs, MessageBody ours) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static HandleValue theirValue() {
        HandleValue value = new HandleValue(7, "URL", "https://kiln.example/窑");
        value.setTimestamp(1_700_000_000);
        return value;
    }

    private static List<org.tanma.handle.model.HandleValue> ourValues() throws Exception {
        return List.of(HandleValueCodec.decode(ByteBuffer.wrap(Encoder.encodeHandleValue(theirValue()))));
    }

    private static net.handle.hdllib.SessionSetupRequest setup(int mode) {
        net.handle.hdllib.SessionSetupRequest request = new net.handle.hdllib.SessionSetupRequest();
        request.keyExchangeMode = mode;
        request.timeout = 3_600;
        request.identityHandle = NA;
        request.identityIndex = 300;
        request.publicKey = new byte[] {1, 2, 3};
        request.exchangeKeyHandle = HANDLE;
        request.exchangeKeyIndex = 9;
        return request;
    }

    private static SessionSetupRequest ourSetup(int mode, Octets key, String handle, int index) {
        return new SessionSetupRequest(mode, 3_600, PREFIX.toString(), 300, key, handle, index, 0);
    }

    private static <T extends AbstractRequest> T withDigest(T request) {
        request.returnRequestDigest = true;
        return request;
    }

    static List<Case> cases() throws Exception {
        HandleValue[] values = {theirValue()};
        Octets three = Octets.of(new byte[] {1, 2, 3});
        ListHandlesRequest list = withDigest(new ListHandlesRequest(NA, null));
        VerifyAuthRequest verify =
                new VerifyAuthRequest(NA, new byte[16], new byte[20], (byte) 2, new byte[] {1, 2, 3}, 300, null);
        return List.of(
                new Case("100", new CreateHandleRequest(HANDLE, values, null), new RecordRequest(NAME, ourValues())),
                new Case(
                        "100 empty",
                        new CreateHandleRequest(HANDLE, new HandleValue[0], null),
                        new RecordRequest(NAME, List.of())),
                new Case("100 done", new CreateHandleResponse(HANDLE), new CreatedResponse(NAME)),
                new Case(
                        "100 done, with digest",
                        new CreateHandleResponse(withDigest(new CreateHandleRequest(HANDLE, values, null)), HANDLE),
                        new CreatedResponse(NAME)),
                new Case("101", new DeleteHandleRequest(HANDLE, null), new HandleRequest(NAME)),
                new Case("101 done", new GenericResponse(101, 1), RawBody.EMPTY),
                new Case(
                        "101 done, with digest",
                        new GenericResponse(withDigest(new DeleteHandleRequest(HANDLE, null)), 1),
                        RawBody.EMPTY),
                new Case("102", new AddValueRequest(HANDLE, values, null), new RecordRequest(NAME, ourValues())),
                new Case(
                        "103",
                        new RemoveValueRequest(HANDLE, new int[] {3, 9}, null),
                        new RemovalRequest(NAME, List.of(3, 9))),
                new Case("104", new ModifyValueRequest(HANDLE, values, null), new RecordRequest(NAME, ourValues())),
                new Case("105", new ListHandlesRequest(NA, null), new HandleRequest(PREFIX)),
                new Case(
                        "105 done",
                        new ListHandlesResponse(list, new byte[][] {HANDLE, NA}),
                        new HandleList(List.of(NAME, PREFIX))),
                new Case(
                        "201",
                        verify,
                        new VerifyRequest(PREFIX, 300, Octets.of(new byte[16]), Octets.of(new byte[20]), three)),
                new Case("201 done", new VerifyAuthResponse(verify, true), new VerifyResponse(true)),
                new Case("300", new HomeNaRequest(NA, null), new HandleRequest(PREFIX)),
                new Case("301", new UnhomeNaRequest(NA, null), new HandleRequest(PREFIX)),
                new Case("302", new ListNAsRequest(NA, null), new HandleRequest(PREFIX)),
                new Case(
                        "302 done",
                        new ListNAsResponse(new ListNAsRequest(NA, null), new byte[][] {NA}),
                        new HandleList(List.of(PREFIX))),
                new Case("400 client key", setup(1), ourSetup(1, three, "", 0)),
                new Case("400 server key", setup(2), ourSetup(2, Octets.EMPTY, "", 0)),
                new Case("400 handle key", setup(3), ourSetup(3, Octets.EMPTY, NAME.toString(), 9)),
                new Case("400 DH", setup(4), ourSetup(4, three, "", 0)),
                new Case(
                        "400 done",
                        new net.handle.hdllib.SessionSetupResponse(4, new byte[] {1, 2, 3}),
                        new SessionSetupResponse(4, three, 0)),
                new Case("401", new GenericRequest(new byte[] {'/'}, 401, null), new RawBody(Octets.of(new byte[] {
                    0, 0, 0, 1, '/'
                }))),
                new Case("402", new SessionExchangeKeyRequest(new byte[] {1, 2, 3}), new SessionKeyRequest(three)),
                new Case(
                        "referral to a service",
                        new ServiceReferralResponse(302, NA, null),
                        new Referral(PREFIX.toString(), List.of())),
                new Case(
                        "referral to sites",
                        new ServiceReferralResponse(303, new byte[0], Encoder.encodeHandleValues(values)),
                        new Referral("", ourValues())),
                new Case(
                        "error, with digest",
                        new net.handle.hdllib.ErrorResponse(list, 401, "no".getBytes(StandardCharsets.UTF_8)),
                        ErrorResponse.of("no")));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void body_isReadAsMeantAndWrittenAsTheyDo(Case one) throws Exception {
        byte[] octets = WireInteropTest.withEnvelope(one.theirs());
        HandleMessage decoded = HandleMessageCodec.decode(ByteBuffer.wrap(octets));
        assertThat(decoded.body()).isEqualTo(one.ours());
        assertThat(decoded.header().opCode().code()).isEqualTo(one.theirs().opCode);
        HandleMessage ours = new HandleMessage(
                decoded.envelope(), decoded.header(), decoded.requestDigest(), one.ours(), decoded.credential());
        assertThat(HandleMessageCodec.encode(ours)).isEqualTo(octets);
        AbstractMessage back = WireInteropTest.theirs(ours);
        assertThat(back.opCode).isEqualTo(one.theirs().opCode);
        assertThat(back.getEncodedMessage())
                .isEqualTo(Arrays.copyOfRange(octets, WireLayout.ENVELOPE_OCTETS, octets.length));
    }
}
