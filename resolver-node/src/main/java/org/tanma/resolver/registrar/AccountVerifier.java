// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells whether a name and a password belong together, quickly enough to ask at every request.
 *
 * <p>A success is remembered for {@link #REMEMBERED} under an HMAC of name, password and stored hash with a key that lives
 * and dies with this object; the password itself is never kept, and a changed password is forgotten at once. After
 * {@value #MAX_FAILURES} failures within {@link #FAILURE_WINDOW} a name is refused unseen, unless its password is remembered.
 * Safe between threads.
 */
public final class AccountVerifier {
    static final Duration REMEMBERED = Duration.ofMinutes(5);
    static final Duration FAILURE_WINDOW = Duration.ofMinutes(1);
    static final int MAX_FAILURES = 10;

    private static final int MAX_ENTRIES = 10_000;
    private static final String HMAC = "HmacSHA256";

    private record Failures(Instant since, int count) {}

    private final AccountStore store;
    private final InstantSource clock;
    private final SecretKeySpec key;
    private final PasswordHash nobody;
    private final Consumer<String> onClosed;
    private final Map<ByteBuffer, Instant> remembered = new LinkedHashMap<>();
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    /** @param random a cryptographically strong generator: it makes the key of the remembered digests */
    public AccountVerifier(AccountStore store, InstantSource clock, RandomGenerator random) {
        this(store, clock, random, name -> {});
    }

    /** @param onClosed is told the name that is refused for a while after too many failures */
    public AccountVerifier(AccountStore store, InstantSource clock, RandomGenerator random, Consumer<String> onClosed) {
        this.onClosed = onClosed;
        this.store = store;
        this.clock = clock;
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        this.key = new SecretKeySpec(secret, HMAC);
        this.nobody = new PasswordHash(PasswordHasher.DEFAULT_ITERATIONS, new byte[16], new byte[32]);
    }

    /** The account, when there is one of this name and the password is its own. */
    public Optional<Account> verify(String name, String password) {
        if (name.length() > Account.MAX_NAME_LENGTH) {
            return Optional.empty();
        }
        Optional<AccountStore.Credentials> found = store.find(name).filter(AccountStore.Credentials::isEnabled);
        PasswordHash hash = found.map(AccountStore.Credentials::hash).orElse(nobody);
        ByteBuffer digest = digest(name, password, hash);
        if (found.isPresent() && isRemembered(digest)) {
            return found.map(AccountStore.Credentials::account);
        }
        if (hasFailedTooOften(name)) {
            return Optional.empty();
        }
        if (PasswordHasher.matches(password, hash) && found.isPresent()) {
            remember(digest, name);
            return found.map(AccountStore.Credentials::account);
        }
        if (countFailure(name) == MAX_FAILURES) {
            onClosed.accept(name);
        }
        return Optional.empty();
    }

    private ByteBuffer digest(String name, String password, PasswordHash hash) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            for (byte[] part : new byte[][] {
                name.getBytes(StandardCharsets.UTF_8),
                password.getBytes(StandardCharsets.UTF_8),
                hash.salt(),
                hash.hash()
            }) {
                mac.update(
                        ByteBuffer.allocate(Integer.BYTES).putInt(part.length).array());
                mac.update(part);
            }
            return ByteBuffer.wrap(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + HMAC, e);
        }
    }

    private synchronized boolean isRemembered(ByteBuffer digest) {
        Instant until = remembered.get(digest);
        return until != null && clock.instant().isBefore(until);
    }

    private synchronized void remember(ByteBuffer digest, String name) {
        failures.remove(name);
        remembered.remove(digest);
        remembered.put(digest, clock.instant().plus(REMEMBERED));
        dropEldest(remembered);
    }

    private synchronized boolean hasFailedTooOften(String name) {
        Failures past = failures.get(name);
        return past != null
                && past.count() >= MAX_FAILURES
                && clock.instant().isBefore(past.since().plus(FAILURE_WINDOW));
    }

    private synchronized int countFailure(String name) {
        Failures past = failures.remove(name);
        Instant now = clock.instant();
        boolean isNew = past == null || !now.isBefore(past.since().plus(FAILURE_WINDOW));
        Failures counted = isNew ? new Failures(now, 1) : new Failures(past.since(), past.count() + 1);
        failures.put(name, counted);
        dropEldest(failures);
        return counted.count();
    }

    private static void dropEldest(Map<?, ?> map) {
        if (map.size() > MAX_ENTRIES) {
            Iterator<?> eldest = map.keySet().iterator();
            eldest.next();
            eldest.remove();
        }
    }
}
