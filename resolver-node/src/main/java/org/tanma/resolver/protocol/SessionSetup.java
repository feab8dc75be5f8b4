// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.interfaces.DHPublicKey;
import org.tanma.handle.wire.KeyRecord;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.SessionCipher;
import org.tanma.handle.wire.SessionSetupRequest;
import org.tanma.handle.wire.SessionSetupResponse;
import org.tanma.handle.wire.WireFormatException;

/**
 * Sets sessions up: agrees on a key with the client and keeps it.
 *
 * <p>By Diffie and Hellman the session key is the shared number, of which clients use the code of AES before it; by the
 * client's RSA key the node makes the key. The groups taken have 1,024 to 4,096 bits. Safe between threads.
 */
final class SessionSetup {
    private static final int LEAST_BITS = 1_024;
    private static final int MOST_BITS = 4_096;
    private static final int AES_OCTETS = 16;
    private static final int SHARED_OCTETS = 32;

    private final ProtocolSessions sessions;
    private final SecureRandom random;

    SessionSetup(ProtocolSessions sessions, SecureRandom random) {
        this.sessions = sessions;
        this.random = random;
    }

    /** A session, or why there is none. */
    record Result(int sessionId, Outcome outcome) {
        static Result refused(String message) {
            return new Result(0, Outcome.refused(ResponseCode.INVALID_SESSION_SETUP, message));
        }
    }

    Result open(SessionSetupRequest asked) {
        try {
            if (asked.mode() == SessionSetupRequest.DIFFIE_HELLMAN) {
                return byAgreement(asked);
            }
            if (asked.mode() == SessionSetupRequest.CLIENT_KEY) {
                return byClientKey(asked);
            }
            return Result.refused(
                    "session keys are agreed on by Diffie and Hellman, or sent under the client's RSA key");
        } catch (WireFormatException | GeneralSecurityException e) {
            return Result.refused("no session can be set up with this key: " + e.getMessage());
        }
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

    private Result byClientKey(SessionSetupRequest asked) throws WireFormatException, GeneralSecurityException {
        PublicKey theirs = KeyRecord.decode(asked.publicKey().asBuffer());
        if (!"RSA".equals(theirs.getAlgorithm())) {
            return new Result(
                    0, Outcome.refused(ResponseCode.RSA_KEY_NEEDED, "a session key is sent under an RSA key only"));
        }
        byte[] key = new byte[AES_OCTETS];
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
        SessionCipher cipher = SessionCipher.of(SessionCipher.AES, key);
        ProtocolSession session = sessions.open(key, cipher, asked.timeoutSeconds());
        return new Result(
                session.id(), new Outcome(ResponseCode.SUCCESS, new SessionSetupResponse(asked.mode(), exchanged, 0)));
    }
}
