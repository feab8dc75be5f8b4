// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.account.Permission;
import org.tanma.resolver.registrar.account.Permissions;
import org.tanma.resolver.registrar.account.SecretText;
import org.tanma.resolver.registrar.audit.AuditLog;

/**
 * Makes, rotates, revokes and recognises API keys.
 *
 * <p>Shape of a key: {@code tanma_<id>_<secret>}, 12 and 40 characters, the secret worth 198 bits, which is why a plain SHA-256 of
 * it is enough to keep. Contract: the secret is told once; a revoked key stops at the next request; an old key may go on for a
 * while beside the one that replaces it. Changes are in the audit log. Errors: {@link ProblemException}. Safe between threads.
 */
public final class ApiKeys {
    /** Most keys of an enterprise that are valid at a time. */
    public static final int MAX_VALID = 50;

    public static final Duration MAX_LIFETIME = Duration.ofDays(731);
    public static final Duration MAX_OVERLAP = Duration.ofDays(30);

    static final Duration USE_NOTED = Duration.ofMinutes(1);

    private static final int ID_LENGTH = 12;
    private static final int SECRET_LENGTH = 40;
    private static final int MAX_LABEL = 100;
    private static final Pattern TEXT = Pattern.compile("tanma_([a-z2-9]{12})_([a-z2-9]{40})");

    /** A key with its whole text, which is told this once. */
    public record Issued(ApiKey key, String text) {}

    private final ApiKeyStore store;
    private final AuditLog audit;
    private final InstantSource clock;
    private final RandomGenerator random;

    /** @param random a cryptographically strong generator: it makes the secrets */
    public ApiKeys(Jdbi jdbi, AuditLog audit, InstantSource clock, RandomGenerator random) {
        this.store = new ApiKeyStore(jdbi);
        this.audit = audit;
        this.clock = clock;
        this.random = random;
    }

    /** True for what looks like a key of a node, and is to be judged as one. */
    public static boolean isKey(String text) {
        return text.startsWith("tanma_");
    }

    /** The key of this text when it is valid now; its use is noted. */
    public Optional<ApiKey> verify(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<ApiKeyStore.Stored> found = store.find(parts.group(1));
        String hash = found.map(ApiKeyStore.Stored::secretHash).orElse("");
        Instant now = now();
        boolean isSecret = MessageDigest.isEqual(
                hash(parts.group(2)).getBytes(StandardCharsets.US_ASCII), hash.getBytes(StandardCharsets.US_ASCII));
        Optional<ApiKey> key = found.map(ApiKeyStore.Stored::key).filter(k -> isSecret && k.isValidAt(now));
        key.filter(k -> k.usedAt().map(at -> !now.isBefore(at.plus(USE_NOTED))).orElse(true))
                .ifPresent(k -> store.used(k.id(), now));
        return key;
    }

    /** Keys the caller keeps, by id after {@code after}. */
    public List<ApiKey> page(Caller caller, String after, int limit) {
        Permissions.require(caller, Permission.KEEP_KEYS);
        String prefix = caller.isOperator()
                ? ""
                : caller.prefixes().stream().findFirst().orElse("none");
        return store.page(prefix, after, limit);
    }

    /** Makes a key for a prefix. */
    public Issued create(Caller caller, String prefix, String label, Set<String> scopes, Duration lifetime) {
        Permissions.require(caller, Permission.KEEP_KEYS, prefix);
        requireGood(label, scopes, lifetime);
        Set<KeyScope> granted = new TreeSet<>();
        scopes.forEach(code -> granted.add(KeyScope.find(code).orElseThrow()));
        Instant now = now();
        return store.jdbi().inTransaction(h -> {
            if (store.count(h, prefix, now) >= MAX_VALID) {
                throw ProblemException.conflict(new Wording(
                        "前缀 " + prefix + " 已有 " + MAX_VALID + " 个有效密钥，请先吊销不用的。",
                        "Prefix " + prefix + " has " + MAX_VALID + " valid keys; revoke one first."));
            }
            return add(
                    h,
                    caller,
                    new ApiKey(
                            SecretText.make(random, ID_LENGTH),
                            prefix,
                            label,
                            granted,
                            caller.name(),
                            now,
                            now.plus(lifetime),
                            Optional.empty(),
                            "",
                            Optional.empty()));
        });
    }

    private Issued add(Handle transaction, Caller caller, ApiKey key) {
        String secret = SecretText.make(random, SECRET_LENGTH);
        store.add(transaction, key, hash(secret));
        audit.record(
                transaction,
                caller.name(),
                key.replaces().isEmpty() ? "key.created" : "key.rotated",
                key.id(),
                Map.of(
                        "prefix",
                        key.prefix(),
                        "scopes",
                        new TreeSet<>(key.scopes()).toString(),
                        "expiresAt",
                        key.expiresAt().toString(),
                        "replaces",
                        key.replaces()));
        return new Issued(key, "tanma_" + key.id() + "_" + secret);
    }

    /** Makes a key in place of another, which ends {@code overlap} from now if not before. */
    public Issued rotate(Caller caller, String id, Duration overlap) {
        ApiKey old = kept(caller, id);
        Instant now = now();
        if (!old.isValidAt(now)) {
            throw ProblemException.conflict(
                    new Wording("密钥 " + id + " 已失效，请新建。", "Key " + id + " has ended; make a new one."));
        }
        if (overlap.isNegative() || overlap.compareTo(MAX_OVERLAP) > 0) {
            throw refused(List.of(new WordedViolation(
                    "overlapSeconds",
                    String.valueOf(overlap.toSeconds()),
                    Wording.same("0 – " + MAX_OVERLAP.toSeconds()),
                    Wording.NONE)));
        }
        Duration lifetime = Duration.between(old.createdAt(), old.expiresAt());
        return store.jdbi().inTransaction(h -> {
            Instant end = now.plus(overlap);
            if (end.isBefore(old.expiresAt())) {
                store.expire(h, id, end);
            }
            return add(
                    h,
                    caller,
                    new ApiKey(
                            SecretText.make(random, ID_LENGTH),
                            old.prefix(),
                            old.label(),
                            old.scopes(),
                            caller.name(),
                            now,
                            now.plus(lifetime),
                            Optional.empty(),
                            id,
                            Optional.empty()));
        });
    }

    /** Ends a key at once; revoking it again changes nothing. */
    public void revoke(Caller caller, String id) {
        ApiKey key = kept(caller, id);
        if (key.revokedAt().isPresent()) {
            return;
        }
        store.jdbi().useTransaction(h -> {
            store.revoke(h, id, now());
            audit.record(h, caller.name(), "key.revoked", id, Map.of("prefix", key.prefix()));
        });
    }

    private ApiKey kept(Caller caller, String id) {
        Permissions.require(caller, Permission.KEEP_KEYS);
        return store.find(id)
                .map(ApiKeyStore.Stored::key)
                .filter(k -> caller.mayWriteUnder(k.prefix()))
                .orElseThrow(() ->
                        ProblemException.notFound(new Wording("没有密钥 " + id + "。", "There is no key " + id + ".")));
    }

    private static void requireGood(String label, Set<String> scopes, Duration lifetime) {
        List<WordedViolation> violations = new ArrayList<>();
        if (label.isBlank() || label.length() > MAX_LABEL) {
            violations.add(new WordedViolation(
                    "label", label, new Wording("1 至 100 个字符", "1 to 100 characters"), Wording.NONE));
        }
        Wording allowed = new Wording("至少一项：" + KeyScope.codes(), "at least one of " + KeyScope.codes());
        if (scopes.isEmpty()) {
            violations.add(new WordedViolation("scopes", "", allowed, Wording.NONE));
        }
        for (String code : new TreeSet<>(scopes)) {
            if (KeyScope.find(code).isEmpty()) {
                violations.add(new WordedViolation("scopes", code, allowed, Wording.NONE));
            }
        }
        if (lifetime.compareTo(Duration.ofMinutes(1)) < 0 || lifetime.compareTo(MAX_LIFETIME) > 0) {
            violations.add(new WordedViolation(
                    "lifetimeDays", String.valueOf(lifetime.toDays()), Wording.same("1 – 731"), Wording.NONE));
        }
        if (!violations.isEmpty()) {
            throw refused(violations);
        }
    }

    private static ProblemException refused(List<WordedViolation> violations) {
        return ProblemException.unprocessable("key", new Wording("未生成密钥。", "No key was made."), violations);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static String hash(String secret) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha256.digest(secret.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
