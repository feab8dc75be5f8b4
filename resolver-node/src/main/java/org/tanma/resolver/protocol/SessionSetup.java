// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPublicKey;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.interfaces.DHPublicKey;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.wire.KeyRecord;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.SessionCipher;
import org.tanma.handle.wire.SessionKeyRequest;
import org.tanma.handle.wire.SessionSetupRequest;
import org.tanma.handle.wire.SessionSetupResponse;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.resolver.access.Authenticator;
import org.tanma.resolver.access.Caller;

/**
 * Sets sessions up: agrees on a key with the client and keeps it.
 *
 * <p>By Diffie and Hellman the session key is the shared number, of which clients use the code of AES before it. Under the
 * client's RSA key, which it sends or names by handle and index, the node makes the key. Under a key of the node the client
 * makes it and sends it by operation 402. The groups taken have 1,024 to 4,096 bits. Safe between threads. Source: RFC 3652
 * section 3.7.1.
 */
final class SessionSetup {
    private static final int LEAST_BITS = 1_024;
    private static final int MOST_BITS = 4_096;
    private static final int SHARED_OCTETS = 32;

    /** Longest message by which a session may be found to be that of a held key: each key is tried. */
    static final int MOST_FIRST_OCTETS = 16_384;

    private final ProtocolSessions sessions;
    private final Authenticator authenticator;
    private final AwaitedKeys awaited;
    private final ExchangeKey exchangeKey;
    private final SecureRandom random;

    SessionSetup(ProtocolSessions sessions, Authenticator authenticator, InstantSource clock, SecureRandom random) {
        this.sessions = sessions;
        this.authenticator = authenticator;
        this.awaited = new AwaitedKeys(clock);
        this.exchangeKey = new ExchangeKey(random);
        this.random = random;
    }

    /** A session, or why there is none. */
    record Result(int sessionId, Outcome outcome) {
        static Result refused(String message) {
            return new Result(0, Outcome.refused(ResponseCode.INVALID_SESSION_SETUP, message));
        }
    }

    Result open(SessionSetupRequest asked, ProtocolVersion version) {
        if (!version.isSecond() && asked.mode() != SessionSetupRequest.DIFFIE_HELLMAN) {
            return Result.refused("in version 3.0 session keys are agreed on by Diffie and Hellman alone");
        }
        try {
            return switch (asked.mode()) {
                case SessionSetupRequest.CLIENT_KEY ->
                    underClientKey(asked, KeyRecord.decode(asked.publicKey().asBuffer()));
                case SessionSetupRequest.SERVER_KEY -> underOwnKey(asked);
                case SessionSetupRequest.HANDLE_KEY -> underHandleKey(asked);
                case SessionSetupRequest.DIFFIE_HELLMAN -> byAgreement(asked);
                default -> Result.refused("there is no mode " + asked.mode() + " of exchanging keys");
            };
        } catch (WireFormatException | GeneralSecurityException e) {
            return Result.refused("no session can be set up with this key: " + e.getMessage());
        }
    }

    private Result underOwnKey(SessionSetupRequest asked) throws WireFormatException, GeneralSecurityException {
        Octets key = exchangeKey.publicRecord();
        int id = sessions.newId();
        awaited.await(id, asked.timeoutSeconds());
        return new Result(id, new Outcome(ResponseCode.SUCCESS, new SessionSetupResponse(asked.mode(), key, 0)));
    }

    /**
     * Takes a key that a client made and sent under the node's key.
     *
     * @param sessionId which session it is for; 0, as {@code handle-client} sends it, for the one that will be found to use it
     */
    Outcome exchange(int sessionId, SessionKeyRequest sent) {
        try {
            if (sessionId == 0 && awaited.mayHold()) {
                awaited.hold(exchangeKey.open(sent.encryptedKey()));
                return Outcome.DONE;
            }
            OptionalLong timeout = sessionId == 0 ? OptionalLong.empty() : awaited.take(sessionId);
            if (timeout.isEmpty()) {
                return Outcome.refused(ResponseCode.INVALID_SESSION_SETUP, "no session waits for a key");
            }
            open(sessionId, exchangeKey.open(sent.encryptedKey()), timeout.getAsLong());
            return Outcome.DONE;
        } catch (GeneralSecurityException e) {
            return Outcome.refused(ResponseCode.INVALID_SESSION_KEY, "the session key cannot be used");
        }
    }

    /** The session that begins with this message, if it waited for its key and a held key vouches for the message. */
    Optional<ProtocolSession> begin(MessageEnvelope envelope, ByteBuffer request) {
        OptionalLong timeout = awaited.take(envelope.sessionId());
        if (timeout.isEmpty() || request.remaining() > MOST_FIRST_OCTETS) {
            return Optional.empty();
        }
        for (byte[] key : awaited.held()) {
            if (SessionMessage.isOf(key, envelope, request)) {
                awaited.release(key);
                try {
                    return Optional.of(open(envelope.sessionId(), key, timeout.getAsLong()));
                } catch (GeneralSecurityException e) {
                    throw new IllegalStateException("a key that decrypted a message is no key", e);
                }
            }
        }
        return Optional.empty();
    }

    private ProtocolSession open(int id, byte[] key, long timeoutSeconds) throws GeneralSecurityException {
        return sessions.open(id, key, SessionCipher.of(SessionCipher.AES, key), timeoutSeconds);
    }

    private Result byAgreement(SessionSetupRequest asked) throws WireFormatException, GeneralSecurityException {
        PublicKey theirs = KeyRecord.decode(asked.publicKey().asBuffer());
        if (!(theirs instanceof DHPublicKey client)) {
            return Result.refused("the key is none for Diffie and Hellman");
        }
        int bits = client.getParams().getP().bitLength();
        if (bits < LEAST_BITS || bits > MOST_BITS) {
            return Result.refused("a group of " + bits + " bits is outside " + LEAST_BITS + ".." + MOST_BITS);
        }
        KeyPairGenerator generator = KeyPairGenerator.getInstance("DH");
        generator.initialize(client.getParams(), random);
        KeyPair ours = generator.generateKeyPair();
        KeyAgreement agreement = KeyAgreement.getInstance("DH");
        agreement.init(ours.getPrivate());
        agreement.doPhase(client, true);
        byte[] shared = Arrays.copyOf(agreement.generateSecret(), SHARED_OCTETS);
        return keep(asked, shared, coded(KeyRecord.encode(ours.getPublic())));
    }

    private Result underHandleKey(SessionSetupRequest asked) throws WireFormatException, GeneralSecurityException {
        Optional<PublicKey> key;
        try {
            Caller.Key named = new Caller.Key(HandleName.parse(asked.keyHandle()), asked.keyIndex());
            key = authenticator.findPublicKey(named);
        } catch (IllegalArgumentException e) {
            key = Optional.empty();
        }
        return key.isPresent()
                ? underClientKey(asked, key.get())
                : Result.refused("there is no public key at index " + asked.keyIndex() + " of '" + asked.keyHandle()
                        + "', or it cannot be had");
    }

    private Result underClientKey(SessionSetupRequest asked, PublicKey theirs)
            throws WireFormatException, GeneralSecurityException {
        if (!(theirs instanceof RSAPublicKey rsa)) {
            return new Result(
                    0, Outcome.refused(ResponseCode.RSA_KEY_NEEDED, "a session key is sent under an RSA key only"));
        }
        int bits = rsa.getModulus().bitLength();
        if (bits < LEAST_BITS || bits > MOST_BITS) {
            return Result.refused("a key of " + bits + " bits is outside " + LEAST_BITS + ".." + MOST_BITS);
        }
        byte[] key = new byte[SessionCipher.AES_OCTETS];
        random.nextBytes(key);
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, theirs, random);
        return keep(asked, key, Octets.of(cipher.doFinal(coded(key).toArray())));
    }

    /** The code of AES, then the octets. */
    private static Octets coded(byte[] octets) {
        return Octets.of(ByteBuffer.allocate(Integer.BYTES + octets.length)
                .putInt(SessionCipher.AES)
                .put(octets)
                .array());
    }

    private Result keep(SessionSetupRequest asked, byte[] key, Octets exchanged) throws GeneralSecurityException {
        ProtocolSession session = open(sessions.newId(), key, asked.timeoutSeconds());
        return new Result(
                session.id(), new Outcome(ResponseCode.SUCCESS, new SessionSetupResponse(asked.mode(), exchanged, 0)));
    }
}
