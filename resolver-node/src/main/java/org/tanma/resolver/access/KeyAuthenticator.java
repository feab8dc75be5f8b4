// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.access;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.Challenge;
import org.tanma.handle.wire.ChallengeAnswer;
import org.tanma.handle.wire.ChallengeProof;
import org.tanma.handle.wire.KeyRecord;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.resolver.type.PredefinedType;

/**
 * Verifies callers by the key values of handles.
 *
 * <p>Failures are counted for secret keys, which can be guessed; a public key cannot, so nobody can shut its holder out.
 * Proofs by a derived key cost thousands of digests: at most {@code costlyAtOnce} of them run at a time, and whoever comes
 * meanwhile is told to come again.
 */
public final class KeyAuthenticator implements Authenticator {
    /** First octet of a proof by a key derived from the secret. */
    private static final int DERIVED_KEY = 0x22;

    private static final Authentication NO_KEY =
            new Authentication.Rejected(ResponseCode.AUTHENTICATION_ERROR, "there is no such key, or it cannot be had");
    private static final Authentication WRONG =
            new Authentication.Rejected(ResponseCode.AUTHENTICATION_FAILED, "the proof does not fit the key");
    private static final Authentication BUSY =
            new Authentication.Rejected(ResponseCode.SERVER_BUSY, "too many proofs by derived keys at once; try again");

    private final KeySource keys;
    private final FailureTable failures;
    private final Semaphore costly;

    /**
     * @param costlyAtOnce how many proofs by derived keys are checked at the same time, from 1
     */
    public KeyAuthenticator(KeySource keys, InstantSource clock, int costlyAtOnce) {
        this.keys = keys;
        this.failures = new FailureTable(clock);
        this.costly = new Semaphore(costlyAtOnce);
    }

    @Override
    public Authentication verifySecret(Caller.Key key, byte[] secret) {
        return guessable(key, value -> isSame(value.data(), secret));
    }

    @Override
    public Authentication verifyPublicKey(Caller.Key key, PublicKey presented) {
        return unguessable(key, value -> isSame(value, presented));
    }

    @Override
    public Authentication verifyAnswer(Challenge challenge, ChallengeAnswer answer) {
        if (answer.keyIndex() == 0) {
            return new Authentication.Rejected(
                    ResponseCode.INVALID_CREDENTIAL, "the answer names no key: its index is 0");
        }
        Caller.Key key = new Caller.Key(answer.keyHandle(), answer.keyIndex());
        Predicate<HandleValue> proof = value -> ChallengeProof.isMet(value, challenge, answer);
        if (answer.authenticationType().equalsIgnoreCase(ChallengeProof.PUBLIC_KEY)) {
            return unguessable(key, proof);
        }
        if (!answer.authenticationType().equalsIgnoreCase(ChallengeProof.SECRET_KEY)) {
            return new Authentication.Rejected(
                    ResponseCode.INVALID_CREDENTIAL,
                    "keys are proven as " + ChallengeProof.SECRET_KEY + " or " + ChallengeProof.PUBLIC_KEY);
        }
        boolean isCostly = answer.proof().length() > 0 && answer.proof().toArray()[0] == DERIVED_KEY;
        if (!isCostly) {
            return guessable(key, proof);
        }
        if (!costly.tryAcquire()) {
            return BUSY;
        }
        try {
            return guessable(key, proof);
        } finally {
            costly.release();
        }
    }

    @Override
    public Optional<PublicKey> findPublicKey(Caller.Key key) {
        return find(key, PredefinedType.HS_PUBKEY).flatMap(KeyAuthenticator::decode);
    }

    private Authentication unguessable(Caller.Key key, Predicate<HandleValue> proof) {
        Optional<HandleValue> value = find(key, PredefinedType.HS_PUBKEY);
        if (value.isEmpty()) {
            return NO_KEY;
        }
        return proof.test(value.get()) ? new Authentication.Verified(new Caller(Optional.of(key))) : WRONG;
    }

    private Authentication guessable(Caller.Key key, Predicate<HandleValue> proof) {
        Optional<HandleValue> value = find(key, PredefinedType.HS_SECKEY).filter(v -> v.dataLength() > 0);
        if (value.isEmpty()) {
            return NO_KEY;
        }
        long seconds = failures.secondsClosed(key);
        if (seconds > 0) {
            return new Authentication.Rejected(
                    ResponseCode.AUTHENTICATION_FAILED,
                    "too many wrong proofs for this key; it may be tried again in " + seconds + " s");
        }
        if (proof.test(value.get())) {
            failures.succeeded(key);
            return new Authentication.Verified(new Caller(Optional.of(key)));
        }
        failures.failed(key);
        return WRONG;
    }

    private Optional<HandleValue> find(Caller.Key key, PredefinedType type) {
        return keys.find(key.handle(), key.index()).filter(type::is);
    }

    /** Takes as long for any guess: what is compared are digests. */
    private static boolean isSame(byte[] secret, byte[] guess) {
        return MessageDigest.isEqual(digest(secret), digest(guess));
    }

    private static byte[] digest(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }

    private static boolean isSame(HandleValue value, PublicKey presented) {
        byte[] known = decode(value).map(PublicKey::getEncoded).orElse(null);
        return known != null && Arrays.equals(known, presented.getEncoded());
    }

    private static Optional<PublicKey> decode(HandleValue value) {
        try {
            return Optional.of(KeyRecord.decode(ByteBuffer.wrap(value.data())));
        } catch (WireFormatException e) {
            return Optional.empty();
        }
    }
}
