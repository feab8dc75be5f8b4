// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.Challenge;
import org.tanma.handle.wire.ChallengeAnswer;
import org.tanma.handle.wire.ChallengeProof;
import org.tanma.handle.wire.ErrorResponse;
import org.tanma.handle.wire.HandleMessage;
import org.tanma.handle.wire.HandleMessageCodec;
import org.tanma.handle.wire.HandleRequest;
import org.tanma.handle.wire.KeyRecord;
import org.tanma.handle.wire.LoginRequest;
import org.tanma.handle.wire.MessageBody;
import org.tanma.handle.wire.MessageCredential;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.MessageHeader;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.OpCode;
import org.tanma.handle.wire.OpFlags;
import org.tanma.handle.wire.PasswordLoginRequest;
import org.tanma.handle.wire.RawBody;
import org.tanma.handle.wire.ResolutionResponse;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.SessionKeyRequest;
import org.tanma.handle.wire.SessionSetupRequest;
import org.tanma.handle.wire.SessionSetupResponse;
import org.tanma.handle.wire.VerifyRequest;
import org.tanma.handle.wire.VerifyResponse;
import org.tanma.handle.wire.WireLayout;

/** Bare sockets: what no well-behaved client sends, and what clients of the Chinese system send. */
class ProtocolConnectionTest {
    private static final HandleName NODE = HandleName.parse(AdministeredFaces.NODE_HANDLE);
    private static final HandleName KILN = HandleName.parse("20.500.12345/kiln");

    private AdministeredFaces running;

    @BeforeEach
    void start() throws Exception {
        running = new AdministeredFaces();
        running.put(KILN.toString(), HandleValue.text(1, "DESC", "x", 0));
    }

    @AfterEach
    void stop() {
        running.close();
    }

    private static MessageEnvelope envelope(int sessionId, int requestId) {
        return new MessageEnvelope(2, 11, false, false, false, 2, 11, sessionId, requestId, 0, 0);
    }

    private static byte[] message(int sessionId, int requestId, OpCode operation, MessageBody body) throws Exception {
        return HandleMessageCodec.encode(HandleMessage.of(
                envelope(sessionId, requestId),
                MessageHeader.request(operation, new OpFlags(OpFlags.KEEP_ALIVE)),
                body));
    }

    private static byte[] delete(int sessionId, int requestId) throws Exception {
        return message(sessionId, requestId, OpCode.DELETE_HANDLE, new HandleRequest(KILN));
    }

    private static byte[] proof(int sessionId, int requestId, Challenge challenge) throws Exception {
        ChallengeAnswer answer = new ChallengeAnswer(
                "HS_SECKEY", NODE, 300, ChallengeProof.bySecretKey(AdministeredFaces.SECRET, challenge));
        return message(sessionId, requestId, OpCode.RESPONSE_TO_CHALLENGE, answer);
    }

    /** A connection on which messages are told apart as clients do. */
    private final class Connection implements AutoCloseable {
        private final Socket socket = new Socket(InetAddress.getLoopbackAddress(), running.faces.handlePort());
        private final DataInputStream in = new DataInputStream(socket.getInputStream());

        Connection() throws Exception {
            socket.setSoTimeout(10_000);
        }

        HandleMessage ask(byte[] octets) throws Exception {
            send(octets);
            return read();
        }

        void send(byte[] octets) throws Exception {
            socket.getOutputStream().write(octets);
        }

        HandleMessage read() throws Exception {
            byte[] envelope = in.readNBytes(WireLayout.ENVELOPE_OCTETS);
            int length = ByteBuffer.wrap(envelope).getInt(WireLayout.MESSAGE_LENGTH);
            byte[] whole = Arrays.copyOf(envelope, envelope.length + length);
            in.readFully(whole, envelope.length, length);
            return RawRequests.decode(whole);
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    private static ResponseCode code(HandleMessage answer) {
        return answer.header().responseCode();
    }

    @Test
    void challenge_isAnsweredFromAnotherConnection_andOnce() throws Exception {
        try (Connection first = new Connection();
                Connection second = new Connection()) {
            HandleMessage asked = first.ask(delete(0, 7));
            assertThat(code(asked)).isEqualTo(ResponseCode.AUTHENTICATION_NEEDED);
            assertThat(asked.envelope().requestId()).isEqualTo(7);
            int id = asked.envelope().sessionId();
            byte[] answer = proof(id, 8, (Challenge) asked.body());

            HandleMessage done = second.ask(answer);
            assertThat(code(done)).isEqualTo(ResponseCode.SUCCESS);
            assertThat(done.header().opCode()).isEqualTo(OpCode.DELETE_HANDLE);
            assertThat(done.envelope().requestId()).isEqualTo(8);
            assertThat(running.store.find(KILN)).isEmpty();

            assertThat(code(second.ask(answer))).isEqualTo(ResponseCode.AUTHENTICATION_TIMEOUT);
            assertThat(code(first.ask(answer))).isEqualTo(ResponseCode.AUTHENTICATION_TIMEOUT);
        }
    }

    @Test
    void proof_forAnotherRequest_isRefused() throws Exception {
        running.put("20.500.12345/other", HandleValue.text(1, "DESC", "x", 0));
        try (Connection connection = new Connection()) {
            HandleMessage one = connection.ask(delete(0, 1));
            HandleMessage other = connection.ask(
                    message(0, 2, OpCode.DELETE_HANDLE, new HandleRequest(HandleName.parse("20.500.12345/other"))));
            byte[] crossed = proof(one.envelope().sessionId(), 3, (Challenge) other.body());
            assertThat(code(connection.ask(crossed))).isEqualTo(ResponseCode.AUTHENTICATION_FAILED);
            assertThat(running.store.find(KILN)).isPresent();
        }
    }

    @Test
    void challenge_afterAMinute_isGone() throws Exception {
        try (Connection connection = new Connection()) {
            HandleMessage asked = connection.ask(delete(0, 1));
            running.now = running.now.plusSeconds(60);
            byte[] late = proof(asked.envelope().sessionId(), 2, (Challenge) asked.body());
            assertThat(code(connection.ask(late))).isEqualTo(ResponseCode.AUTHENTICATION_TIMEOUT);
        }
    }

    @Test
    void login_ofTheChineseSystem_standsForItsConnectionOnly() throws Exception {
        int chosen = 4_711;
        try (Connection connection = new Connection();
                Connection stranger = new Connection()) {
            HandleMessage asked = connection.ask(message(chosen, 1, OpCode.LOGIN_BY_KEY, new LoginRequest(NODE, 300)));
            assertThat(code(asked)).isEqualTo(ResponseCode.AUTHENTICATION_NEEDED);
            assertThat(asked.header().opCode()).isEqualTo(OpCode.LOGIN_BY_KEY);
            assertThat(asked.envelope().sessionId()).isEqualTo(chosen);
            byte[] answer = proof(chosen, 2, (Challenge) asked.body());
            assertThat(code(stranger.ask(answer))).isEqualTo(ResponseCode.AUTHENTICATION_TIMEOUT);
            assertThat(code(connection.ask(answer))).isEqualTo(ResponseCode.SUCCESS);
            assertThat(code(connection.ask(answer))).isEqualTo(ResponseCode.AUTHENTICATION_TIMEOUT);

            assertThat(code(stranger.ask(delete(chosen, 3)))).isEqualTo(ResponseCode.LOGIN_FIRST);
            assertThat(code(connection.ask(delete(chosen + 1, 4)))).isEqualTo(ResponseCode.LOGIN_FIRST);
            assertThat(code(connection.ask(message(chosen, 5, OpCode.LOGIN_BY_KEY, new LoginRequest(NODE, 300)))))
                    .isEqualTo(ResponseCode.LOGGED_IN_ALREADY);
            assertThat(code(connection.ask(password(chosen, NODE.toString(), "x"))))
                    .isEqualTo(ResponseCode.LOGGED_IN_ALREADY);
            assertThat(code(connection.ask(delete(chosen, 6)))).isEqualTo(ResponseCode.SUCCESS);
        }
    }

    private static byte[] password(int sessionId, String user, String password) throws Exception {
        return message(sessionId, 1, OpCode.LOGIN_BY_PASSWORD, new PasswordLoginRequest(user, List.of(), password));
    }

    @Test
    void password_ofTheChineseSystem_logsInWhereNobodyListens() throws Exception {
        int chosen = 4_711;
        String secret = new String(AdministeredFaces.SECRET, java.nio.charset.StandardCharsets.UTF_8);
        try (Connection connection = new Connection()) {
            assertThat(code(connection.ask(password(chosen, "nobody", secret))))
                    .isEqualTo(ResponseCode.AUTHENTICATION_FAILED);
            assertThat(code(connection.ask(password(chosen, KILN.toString(), secret))))
                    .isEqualTo(ResponseCode.AUTHENTICATION_FAILED);
            assertThat(code(connection.ask(password(chosen, NODE.toString(), "guess"))))
                    .isEqualTo(ResponseCode.AUTHENTICATION_FAILED);
            assertThat(code(connection.ask(delete(chosen, 2)))).isEqualTo(ResponseCode.LOGIN_FIRST);

            HandleMessage done = connection.ask(password(chosen, NODE.toString(), secret));
            assertThat(code(done)).isEqualTo(ResponseCode.SUCCESS);
            assertThat(done.header().opCode()).isEqualTo(OpCode.LOGIN_BY_PASSWORD);
            assertThat(done.body()).isEqualTo(new ResolutionResponse(NODE, List.of()));
            assertThat(code(connection.ask(delete(chosen, 3)))).isEqualTo(ResponseCode.SUCCESS);
        }
    }

    @Test
    void password_throughTheTunnel_isNotTaken() throws Exception {
        byte[] request = password(
                1, NODE.toString(), new String(AdministeredFaces.SECRET, java.nio.charset.StandardCharsets.UTF_8));
        byte[] answer = java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(
                                        java.net.URI.create("http://127.0.0.1:" + running.faces.httpPort() + "/"))
                                .header("Content-Type", "application/x-hdl-message")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofByteArray(request))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.ofByteArray())
                .body();
        assertThat(code(RawRequests.decode(answer))).isEqualTo(ResponseCode.INVALID_CREDENTIAL);
    }

    @Test
    void requestsInOneWrite_areAnsweredInTheirOrder() throws Exception {
        try (Connection connection = new Connection()) {
            ByteBuffer all = ByteBuffer.allocate(10_000);
            all.put(RawRequests.resolve(1, KILN.toString()));
            all.put(delete(0, 2));
            all.put(RawRequests.resolve(3, KILN.toString()));
            connection.send(Arrays.copyOf(all.array(), all.position()));
            assertThat(List.of(connection.read(), connection.read(), connection.read()))
                    .extracting(answer ->
                            answer.envelope().requestId() + " " + code(answer).code())
                    .containsExactly("1 1", "2 402", "3 1");
        }
    }

    @Test
    void administration_byUdp_isSentToTcp() throws Exception {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.setSoTimeout(10_000);
            byte[] request = delete(0, 9);
            socket.send(new DatagramPacket(
                    request, request.length, InetAddress.getLoopbackAddress(), running.faces.handlePort()));
            DatagramPacket packet = new DatagramPacket(new byte[512], 512);
            socket.receive(packet);
            HandleMessage answer = RawRequests.decode(Arrays.copyOf(packet.getData(), packet.getLength()));
            assertThat(code(answer)).isEqualTo(ResponseCode.ERROR);
            assertThat(((ErrorResponse) answer.body()).message()).contains("ask again over TCP");
        }
    }

    @Test
    void proofForAnotherServer_isVerified() throws Exception {
        try (Connection connection = new Connection()) {
            Challenge challenge = (Challenge) connection.ask(delete(0, 1)).body();
            for (boolean isRight : new boolean[] {true, false}) {
                byte[] secret = isRight ? AdministeredFaces.SECRET : new byte[] {1};
                HandleMessage answer = connection.ask(message(
                        0,
                        2,
                        OpCode.VERIFY_CHALLENGE,
                        new VerifyRequest(
                                NODE,
                                300,
                                challenge.nonce(),
                                challenge.requestDigest().digest(),
                                ChallengeProof.bySecretKey(secret, challenge))));
                assertThat(answer.body()).isEqualTo(new VerifyResponse(isRight));
            }
        }
    }

    private record Session(int id, byte[] key) {
        byte[] delete(int requestId, long counter) throws Exception {
            HandleMessage plain = HandleMessage.of(
                    envelope(id, requestId),
                    MessageHeader.request(OpCode.DELETE_HANDLE, new OpFlags(OpFlags.KEEP_ALIVE)),
                    new HandleRequest(KILN));
            return vouchedFor(plain, counter);
        }

        byte[] vouchedFor(HandleMessage plain, long counter) throws Exception {
            byte[] octets = HandleMessageCodec.encode(plain);
            ByteBuffer vouchedFor =
                    ByteBuffer.wrap(octets, WireLayout.ENVELOPE_OCTETS, octets.length - WireLayout.ENVELOPE_OCTETS - 4);
            Octets credential = MessageCredential.code(key, counter, plain.envelope(), vouchedFor)
                    .encode();
            return HandleMessageCodec.encode(new HandleMessage(
                    plain.envelope(), plain.header(), plain.requestDigest(), plain.body(), credential));
        }
    }

    private static Session openSession(Connection connection) throws Exception {
        return openSession(connection, false);
    }

    private static Session openSession(Connection connection, boolean isVersion3) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("DH");
        generator.initialize(1_024);
        KeyPair ours = generator.generateKeyPair();
        byte[] request = message(0, 1, OpCode.SESSION_SETUP, setup(4, ours));
        HandleMessage opened = connection.ask(isVersion3 ? inVersion3(request) : request);
        byte[] exchanged = ((SessionSetupResponse) opened.body()).exchanged().toArray();
        KeyAgreement agreement = KeyAgreement.getInstance("DH");
        agreement.init(ours.getPrivate());
        agreement.doPhase(KeyRecord.decode(ByteBuffer.wrap(exchanged, 4, exchanged.length - 4)), true);
        ByteBuffer key = ByteBuffer.allocate(36).putInt(3).put(agreement.generateSecret(), 0, 32);
        return new Session(opened.envelope().sessionId(), Arrays.copyOfRange(key.array(), 4, 36));
    }

    private static SessionSetupRequest setup(int mode, KeyPair keys) throws Exception {
        Octets key = Octets.of(KeyRecord.encode(keys.getPublic()));
        return new SessionSetupRequest(mode, 3_600, "", 0, key, "", 0, 0);
    }

    @Test
    void session_takesEachMessageOnce() throws Exception {
        try (Connection connection = new Connection()) {
            Session session = openSession(connection);
            HandleMessage asked = connection.ask(session.delete(2, 1));
            assertThat(code(asked)).isEqualTo(ResponseCode.AUTHENTICATION_NEEDED);
            assertThat(code(connection.ask(proof(session.id(), 3, (Challenge) asked.body()))))
                    .isEqualTo(ResponseCode.SUCCESS);
            running.put(KILN.toString(), HandleValue.text(1, "DESC", "x", 0));
            byte[] again = session.delete(4, 2);
            assertThat(code(connection.ask(again))).isEqualTo(ResponseCode.SUCCESS);
            running.put(KILN.toString(), HandleValue.text(1, "DESC", "x", 0));

            assertThat(code(connection.ask(again))).isEqualTo(ResponseCode.SESSION_MESSAGE_REJECTED);
            try (Connection other = new Connection()) {
                assertThat(code(other.ask(again))).isEqualTo(ResponseCode.SESSION_MESSAGE_REJECTED);
            }
            assertThat(running.store.find(KILN)).isPresent();
        }
    }

    @Test
    void session_forgedCodeMissingCodeAndEnd() throws Exception {
        try (Connection connection = new Connection()) {
            Session session = openSession(connection);
            assertThat(code(connection.ask(new Session(session.id(), new byte[32]).delete(2, 1))))
                    .isEqualTo(ResponseCode.INVALID_CREDENTIAL);
            assertThat(code(connection.ask(delete(session.id(), 3)))).isEqualTo(ResponseCode.SESSION_FAILED);
            assertThat(code(connection.ask(session.delete(4, 1)))).isEqualTo(ResponseCode.AUTHENTICATION_NEEDED);
            running.now = running.now.plusSeconds(3_600);
            assertThat(code(connection.ask(session.delete(5, 2)))).isEqualTo(ResponseCode.SESSION_TIMEOUT);
        }
    }

    @Test
    void session_byClientKey_theKeyIsSentUnderIt() throws Exception {
        try (Connection connection = new Connection()) {
            HandleMessage opened = connection.ask(message(0, 1, OpCode.SESSION_SETUP, setup(1, AdministeredFaces.RSA)));
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, AdministeredFaces.RSA.getPrivate());
            byte[] coded = cipher.doFinal(
                    ((SessionSetupResponse) opened.body()).exchanged().toArray());
            Session session = new Session(opened.envelope().sessionId(), Arrays.copyOfRange(coded, 4, coded.length));
            assertThat(code(connection.ask(session.delete(2, 1)))).isEqualTo(ResponseCode.AUTHENTICATION_NEEDED);
        }
    }

    private static HandleMessage setUpUnderServerKey(Connection connection) throws Exception {
        SessionSetupRequest server = new SessionSetupRequest(2, 0, "", 0, Octets.EMPTY, "", 0, 0);
        HandleMessage opened = connection.ask(message(0, 1, OpCode.SESSION_SETUP, server));
        assertThat(code(opened)).isEqualTo(ResponseCode.SUCCESS);
        return opened;
    }

    private static SessionKeyRequest under(HandleMessage opened, byte[] key) throws Exception {
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        Octets theirs = ((SessionSetupResponse) opened.body()).exchanged();
        cipher.init(Cipher.ENCRYPT_MODE, KeyRecord.decode(theirs.asBuffer()));
        return new SessionKeyRequest(Octets.of(cipher.doFinal(key)));
    }

    private static ResponseCode sendKey(Connection connection, int sessionId, SessionKeyRequest key) throws Exception {
        return code(connection.ask(message(sessionId, 2, OpCode.SESSION_EXCHANGE_KEY, key)));
    }

    @Test
    void session_byServerKey_takesTheKeyOnceAndByItsId() throws Exception {
        byte[] key = "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] coded = ByteBuffer.allocate(20).putInt(3).put(key).array();
        try (Connection connection = new Connection()) {
            for (byte[] sent : List.of(key, coded)) {
                HandleMessage opened = setUpUnderServerKey(connection);
                int id = opened.envelope().sessionId();
                assertThat(sendKey(connection, id, under(opened, sent))).isEqualTo(ResponseCode.SUCCESS);
                assertThat(code(connection.ask(new Session(id, key).delete(3, 1))))
                        .isEqualTo(ResponseCode.AUTHENTICATION_NEEDED);
                assertThat(sendKey(connection, id, under(opened, sent))).isEqualTo(ResponseCode.SESSION_FAILED);
            }
            HandleMessage opened = setUpUnderServerKey(connection);
            running.now = running.now.plusSeconds(60);
            assertThat(sendKey(connection, opened.envelope().sessionId(), under(opened, key)))
                    .isEqualTo(ResponseCode.INVALID_SESSION_SETUP);
            assertThat(sendKey(connection, 0, under(opened, key))).isEqualTo(ResponseCode.INVALID_SESSION_SETUP);
        }
    }

    @Test
    void session_byServerKey_whatIsWrongAboutTheKeyIsNotTold() throws Exception {
        byte[] key = new byte[16];
        try (Connection connection = new Connection()) {
            HandleMessage opened = setUpUnderServerKey(connection);
            SessionKeyRequest broken = new SessionKeyRequest(Octets.of(new byte[256]));
            int id = opened.envelope().sessionId();
            assertThat(sendKey(connection, id, broken)).isEqualTo(ResponseCode.SUCCESS);
            assertThat(code(connection.ask(new Session(id, key).delete(3, 1))))
                    .isEqualTo(ResponseCode.INVALID_CREDENTIAL);
            HandleMessage other = setUpUnderServerKey(connection);
            id = other.envelope().sessionId();
            assertThat(sendKey(connection, id, under(other, new byte[17]))).isEqualTo(ResponseCode.SUCCESS);
            assertThat(code(connection.ask(new Session(id, key).delete(3, 1))))
                    .isEqualTo(ResponseCode.INVALID_CREDENTIAL);
        }
    }

    @Test
    void session_byServerKey_strayKeyIsOfTheSessionItVouchesFor() throws Exception {
        byte[] key = "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        byte[] other = "fedcba9876543210".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        try (Connection connection = new Connection()) {
            HandleMessage first = setUpUnderServerKey(connection);
            HandleMessage second = setUpUnderServerKey(connection);
            assertThat(sendKey(connection, 0, under(second, other))).isEqualTo(ResponseCode.SUCCESS);
            assertThat(sendKey(connection, 0, under(first, key))).isEqualTo(ResponseCode.SUCCESS);
            assertThat(sendKey(connection, 0, under(first, key))).isEqualTo(ResponseCode.SUCCESS);
            Session one = new Session(first.envelope().sessionId(), key);
            assertThat(code(connection.ask(one.delete(3, 1)))).isEqualTo(ResponseCode.AUTHENTICATION_NEEDED);
            assertThat(code(connection.ask(one.delete(3, 1)))).isEqualTo(ResponseCode.SESSION_MESSAGE_REJECTED);
            Session wrong = new Session(second.envelope().sessionId(), new byte[16]);
            assertThat(code(connection.ask(wrong.delete(4, 1)))).isEqualTo(ResponseCode.SESSION_TIMEOUT);
            Session late = new Session(second.envelope().sessionId(), other);
            assertThat(code(connection.ask(late.delete(5, 1)))).isEqualTo(ResponseCode.SESSION_TIMEOUT);
        }
    }

    private static byte[] inVersion3(byte[] octets) {
        octets[WireLayout.MAJOR_VERSION] = 3;
        octets[WireLayout.MINOR_VERSION] = 0;
        return octets;
    }

    @Test
    void version3_hasDiffieAndHellmanAlone_andItsOwnCodes() throws Exception {
        try (Connection connection = new Connection()) {
            List<SessionSetupRequest> others = List.of(
                    setup(1, AdministeredFaces.RSA),
                    new SessionSetupRequest(2, 0, "", 0, Octets.EMPTY, "", 0, 0),
                    new SessionSetupRequest(3, 0, "", 0, Octets.EMPTY, NODE.toString(), 301, 0));
            for (SessionSetupRequest other : others) {
                HandleMessage refused = connection.ask(inVersion3(message(0, 1, OpCode.SESSION_SETUP, other)));
                assertThat(code(refused)).isEqualTo(ResponseCode.SESSION_FAILED);
                assertThat(refused.envelope().majorVersion()).isEqualTo(3);
            }
            assertThat(code(connection.ask(inVersion3(
                            message(0, 2, OpCode.SESSION_EXCHANGE_KEY, new SessionKeyRequest(Octets.EMPTY))))))
                    .isEqualTo(ResponseCode.NOT_SUPPORTED);
            assertThat(code(connection.ask(
                            inVersion3(message(0, 3, OpCode.LIST_DERIVED_PREFIXES, new HandleRequest(NODE))))))
                    .isEqualTo(ResponseCode.NOT_SUPPORTED);
            assertThat(code(connection.ask(inVersion3(delete(4_711, 4)))))
                    .isEqualTo(ResponseCode.AUTHENTICATION_NEEDED);
        }
    }

    @Test
    void version3_challengeAndSession() throws Exception {
        try (Connection connection = new Connection()) {
            Session session = openSession(connection, true);
            HandleMessage plain = HandleMessage.of(
                    new MessageEnvelope(3, 0, false, false, false, 3, 0, session.id(), 2, 0, 0),
                    MessageHeader.request(OpCode.DELETE_HANDLE, OpFlags.NONE),
                    new HandleRequest(KILN));
            HandleMessage asked = connection.ask(session.vouchedFor(plain, 1));
            assertThat(code(asked)).isEqualTo(ResponseCode.AUTHENTICATION_NEEDED);
            assertThat(asked.envelope().majorVersion()).isEqualTo(3);
            assertThat(asked.credential().length()).isPositive();
            assertThat(code(connection.ask(inVersion3(proof(session.id(), 3, (Challenge) asked.body())))))
                    .isEqualTo(ResponseCode.SUCCESS);
            assertThat(running.store.find(KILN)).isEmpty();
        }
    }

    @Test
    void session_setUpInWaysNotOffered_isRefused() throws Exception {
        try (Connection connection = new Connection()) {
            assertThat(code(connection.ask(message(0, 1, OpCode.SESSION_SETUP, setup(1, AdministeredFaces.DSA)))))
                    .isEqualTo(ResponseCode.RSA_KEY_NEEDED);
            assertThat(code(connection.ask(message(0, 2, OpCode.SESSION_SETUP, setup(4, AdministeredFaces.RSA)))))
                    .isEqualTo(ResponseCode.INVALID_SESSION_SETUP);
            for (String handle : List.of(NODE.toString(), "20.500.12345/absent", "no handle")) {
                SessionSetupRequest named = new SessionSetupRequest(3, 0, "", 0, Octets.EMPTY, handle, 300, 0);
                assertThat(code(connection.ask(message(0, 3, OpCode.SESSION_SETUP, named))))
                        .as(handle)
                        .isEqualTo(ResponseCode.INVALID_SESSION_SETUP);
            }
            assertThat(code(connection.ask(message(77, 4, OpCode.SESSION_TERMINATE, RawBody.EMPTY))))
                    .isEqualTo(ResponseCode.SESSION_TIMEOUT);
            assertThat(code(connection.ask(message(0, 5, OpCode.LOGIN_BY_PASSWORD, RawBody.EMPTY))))
                    .isEqualTo(ResponseCode.PROTOCOL_ERROR);
        }
    }
}
