// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import net.handle.hdllib.AbstractMessage;
import net.handle.hdllib.AbstractRequest;
import net.handle.hdllib.AddValueRequest;
import net.handle.hdllib.AdminRecord;
import net.handle.hdllib.ChallengeAnswerRequest;
import net.handle.hdllib.ChallengeResponse;
import net.handle.hdllib.Common;
import net.handle.hdllib.CreateHandleRequest;
import net.handle.hdllib.CreateHandleResponse;
import net.handle.hdllib.DeleteHandleRequest;
import net.handle.hdllib.Encoder;
import net.handle.hdllib.ErrorResponse;
import net.handle.hdllib.GenericRequest;
import net.handle.hdllib.HandleException;
import net.handle.hdllib.HandleValue;
import net.handle.hdllib.HomeNaRequest;
import net.handle.hdllib.Interface;
import net.handle.hdllib.ListHandlesRequest;
import net.handle.hdllib.ListNAsRequest;
import net.handle.hdllib.MessageEnvelope;
import net.handle.hdllib.ModifyValueRequest;
import net.handle.hdllib.RemoveValueRequest;
import net.handle.hdllib.ResolutionRequest;
import net.handle.hdllib.ResolutionResponse;
import net.handle.hdllib.ServerInfo;
import net.handle.hdllib.ServiceReferralResponse;
import net.handle.hdllib.SessionSetupRequest;
import net.handle.hdllib.SiteInfo;
import net.handle.hdllib.UnhomeNaRequest;
import net.handle.hdllib.Util;
import net.handle.hdllib.VerifyAuthRequest;
import org.tanma.handle.wire.MessageCredential;
import org.tanma.handle.wire.SessionCipher;
import org.tanma.handle.wire.UdpFragments;

/** Writes what the fuzzers of octets begin with: messages and values as the reference client library makes them. */
final class FuzzSeeds {
    private static final byte[] HANDLE = Util.encodeString("20.500.12345/KILN-1");
    private static final byte[] KEY_HANDLE = Util.encodeString("0.NA/20.500.12345");
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(1_024).subtract(BigInteger.valueOf(105));

    private FuzzSeeds() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, byte[]> messages = messages();
        for (Map.Entry<String, byte[]> message : messages.entrySet()) {
            write(MessageFuzzer.class.getSimpleName(), message.getKey(), message.getValue());
            if (message.getKey().startsWith("resolution")) {
                write("RequestViewFuzzer", message.getKey(), message.getValue());
            }
        }
        ByteArrayOutputStream datagrams = new ByteArrayOutputStream();
        byte[] large = withEnvelope(
                new CreateHandleRequest(HANDLE, new HandleValue[] {value(1, "DESC", new byte[900])}, null));
        for (byte[] datagram : UdpFragments.split(ByteBuffer.wrap(large))) {
            datagrams.writeBytes(datagram);
        }
        write(ReassemblyFuzzer.class.getSimpleName(), "three-datagrams", datagrams.toByteArray());
        byte[] turned = datagrams.toByteArray();
        write(ReassemblyFuzzer.class.getSimpleName(), "turned", turned(turned));
        write(ReassemblyFuzzer.class.getSimpleName(), "one-datagram", messages.get("resolution"));
        values();
        statements();
        session();
        write(ChallengeFuzzer.class.getSimpleName(), "rsa", prefixed(publicKey(), signature()));
        write(ChallengeFuzzer.class.getSimpleName(), "hmac-sha256", prefixed(new byte[] {1, 2, 3}, new byte[] {
            0x13, 1, 2, 3
        }));
        write(ChallengeFuzzer.class.getSimpleName(), "sha1", prefixed(new byte[] {1, 2, 3}, new byte[21]));
        write(ChallengeFuzzer.class.getSimpleName(), "pbkdf2", prefixed(new byte[] {1, 2, 3}, derived()));
    }

    private static void session() throws Exception {
        byte[] key = new byte[24];
        org.tanma.handle.wire.MessageEnvelope envelope = org.tanma.handle.wire.MessageEnvelope.of(1);
        ByteBuffer message = ByteBuffer.wrap(new byte[24]);
        write(
                "SessionFuzzer",
                "code",
                MessageCredential.code(key, 3, envelope, message).encode().toArray());
        SessionCipher cipher = SessionCipher.of(SessionCipher.AES, key);
        write("SessionFuzzer", "encrypted", cipher.encrypt(envelope, message.array(), new byte[cipher.vectorOctets()]));
    }

    private static Map<String, byte[]> messages() throws Exception {
        Map<String, byte[]> messages = new LinkedHashMap<>();
        HandleValue[] values = {
            value(1, "URL", Util.encodeString("https://kiln.example/窑")), value(2, "DESC", new byte[] {0, -1})
        };
        ResolutionRequest resolution = new ResolutionRequest(HANDLE, null, null, null);
        messages.put("resolution", withEnvelope(resolution));
        messages.put(
                "resolution-selecting",
                withEnvelope(new ResolutionRequest(
                        HANDLE,
                        new byte[][] {Util.encodeString("URL"), Util.encodeString("HS_.")},
                        new int[] {1, 300},
                        null)));
        messages.put(
                "resolution-answer", withEnvelope(new ResolutionResponse(HANDLE, Encoder.encodeHandleValues(values))));
        messages.put("create", withEnvelope(new CreateHandleRequest(HANDLE, values, null)));
        messages.put("create-answer", withEnvelope(new CreateHandleResponse(HANDLE)));
        messages.put("delete", withEnvelope(new DeleteHandleRequest(HANDLE, null)));
        messages.put("add", withEnvelope(new AddValueRequest(HANDLE, values, null)));
        messages.put("remove", withEnvelope(new RemoveValueRequest(HANDLE, new int[] {1, 2}, null)));
        messages.put("modify", withEnvelope(new ModifyValueRequest(HANDLE, values, null)));
        messages.put("list", withEnvelope(new ListHandlesRequest(KEY_HANDLE, null)));
        messages.put("home", withEnvelope(new HomeNaRequest(KEY_HANDLE, null)));
        messages.put("unhome", withEnvelope(new UnhomeNaRequest(KEY_HANDLE, null)));
        messages.put("list-homed", withEnvelope(new ListNAsRequest(Common.BLANK_HANDLE, null)));
        messages.put(
                "site", withEnvelope(new GenericRequest(Common.BLANK_HANDLE, AbstractMessage.OC_GET_SITE_INFO, null)));
        messages.put("challenge", withEnvelope(new ChallengeResponse(AbstractMessage.OC_CREATE_HANDLE, new byte[16])));
        messages.put(
                "challenge-answer",
                withEnvelope(new ChallengeAnswerRequest(Common.SECRET_KEY_TYPE, KEY_HANDLE, 300, new byte[21], null)));
        messages.put(
                "verify",
                withEnvelope(new VerifyAuthRequest(
                        KEY_HANDLE, new byte[16], new byte[20], (byte) 2, new byte[21], 300, null)));
        messages.put(
                "error",
                withEnvelope(new ErrorResponse(
                        AbstractMessage.OC_RESOLUTION, AbstractMessage.RC_HANDLE_NOT_FOUND, Util.encodeString("no"))));
        messages.put(
                "referral",
                withEnvelope(new ServiceReferralResponse(
                        AbstractMessage.RC_PREFIX_REFERRAL, KEY_HANDLE, Encoder.encodeHandleValues(values))));
        messages.put("session", withEnvelope(new SessionSetupRequest(Common.KEY_EXCHANGE_CIPHER_CLIENT, publicKey())));
        return messages;
    }

    private static void values() throws Exception {
        AdminRecord admin = new AdminRecord(
                KEY_HANDLE, 300, true, true, true, true, true, true, true, true, true, true, true, true);
        write("ValueTypesFuzzer", "admin", typed(0, 0, Encoder.encodeAdminRecord(admin)));
        write("ValueTypesFuzzer", "site", typed(1, 1, Encoder.encodeSiteInfoRecord(site())));
        write("ValueTypesFuzzer", "key", typed(2, 5, publicKey()));
        write(
                "ValueTypesFuzzer",
                "value",
                typed(3, 9, Encoder.encodeHandleValue(value(1, "URL", Util.encodeString("https://a.example")))));
        write(
                "ValueTypesFuzzer",
                "list",
                typed(3, 4, Encoder.encodeValueReferenceList(new net.handle.hdllib.ValueReference[] {
                    new net.handle.hdllib.ValueReference(KEY_HANDLE, 300),
                    new net.handle.hdllib.ValueReference(HANDLE, 1)
                })));
    }

    private static void statements() throws Exception {
        String claims =
                "{\"iss\":\"300:0.NA/20\",\"sub\":\"20.500.12345/KILN-1\",\"exp\":2,\"digests\":{\"alg\":\"SHA-1\","
                        + "\"digests\":[{\"index\":1,\"digest\":\"AAAAAAAAAAAAAAAAAAAAAAAAAAA=\"}]}}";
        String permits = "{\"iss\":\"0.0/0.0\",\"sub\":\"300:0.NA/20\",\"publicKey\":{\"kty\":\"RSA\"},"
                + "\"perms\":[{\"perm\":\"everything\"}]}";
        write("ValueTypesFuzzer", "signature", typed(0, 10, Util.encodeString(line(claims))));
        write("ValueTypesFuzzer", "certificate", typed(0, 11, Util.encodeString(line(permits))));
        write("ValueTypesFuzzer", "namespace", typed(0, 12, Util.encodeString("<namespace><template/></namespace>")));
        write(
                "ValueTypesFuzzer",
                "locations",
                typed(0, 13, Util.encodeString("<locations><location href=\"https://a.example\"/></locations>")));
    }

    private static String line(String claims) {
        return url("{\"alg\":\"RS256\"}") + "." + url(claims) + ".AAAA";
    }

    private static String url(String text) {
        return java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(Util.encodeString(text));
    }

    private static SiteInfo site() throws Exception {
        ServerInfo server = new ServerInfo();
        server.serverId = 1;
        server.ipAddress = new byte[16];
        server.publicKey = publicKey();
        server.interfaces = new Interface[] {new Interface(Interface.ST_ADMIN_AND_QUERY, Interface.SP_HDL_TCP, 2641)};
        SiteInfo site = new SiteInfo();
        site.serialNumber = 3;
        site.servers = new ServerInfo[] {server};
        return site;
    }

    private static HandleValue value(int index, String type, byte[] data) {
        return new HandleValue(index, Util.encodeString(type), data);
    }

    private static byte[] publicKey() throws Exception {
        PublicKey key =
                KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(MODULUS, BigInteger.valueOf(65_537)));
        return Util.getBytesFromPublicKey(key);
    }

    private static byte[] signature() {
        ByteBuffer proof = ByteBuffer.allocate(4 + 7 + 4 + 128);
        proof.putInt(7).put("SHA-256".getBytes(StandardCharsets.US_ASCII)).putInt(128);
        return proof.array();
    }

    private static byte[] derived() {
        ByteBuffer proof = ByteBuffer.allocate(1 + 4 + 16 + 4 + 4 + 4 + 20);
        proof.put((byte) 0x22).putInt(16).position(21);
        proof.putInt(1_000).putInt(160).putInt(20);
        return proof.array();
    }

    private static byte[] prefixed(byte[] first, byte[] second) {
        ByteBuffer both = ByteBuffer.allocate(1 + first.length + second.length);
        return both.put((byte) first.length).put(first).put(second).array();
    }

    private static byte[] typed(int read, int shown, byte[] octets) {
        return ByteBuffer.allocate(1 + octets.length)
                .put((byte) (shown << 2 | read))
                .put(octets)
                .array();
    }

    /** The first datagram last. */
    private static byte[] turned(byte[] datagrams) {
        ByteArrayOutputStream turned = new ByteArrayOutputStream();
        turned.writeBytes(Arrays.copyOfRange(datagrams, 512, 1_024));
        turned.writeBytes(Arrays.copyOfRange(datagrams, 0, 512));
        turned.writeBytes(Arrays.copyOfRange(datagrams, 1_024, datagrams.length));
        return turned.toByteArray();
    }

    private static byte[] withEnvelope(AbstractMessage message) throws HandleException {
        byte[] octets = message.getEncodedMessage();
        MessageEnvelope envelope = new MessageEnvelope();
        envelope.protocolMajorVersion = 2;
        envelope.protocolMinorVersion = 11;
        envelope.requestId = message instanceof AbstractRequest ? 7 : 8;
        envelope.messageLength = octets.length;
        byte[] whole = new byte[20 + octets.length];
        Encoder.encodeEnvelope(envelope, whole);
        System.arraycopy(octets, 0, whole, 20, octets.length);
        return whole;
    }

    private static void write(String fuzzer, String name, byte[] octets) {
        try {
            Path directory = Path.of("src", "test", "resources", "fuzz", fuzzer);
            Files.createDirectories(directory);
            Files.write(directory.resolve(name), octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
