// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * One row of the audit log.
 *
 * @param sequence from 1, without gaps
 * @param actor account, or {@code key:} and the id of an API key; empty for nobody signed in
 * @param action dotted, for instance {@code application.approved}
 * @param subject what it was done to: a handle, a prefix, an account, a number
 * @param details further facts by name; never a secret
 * @param previous digest of the row before; {@link #FIRST} before the first
 * @param digest {@code sha256:} over all the fields above, each with its length
 */
public record AuditEntry(
        long sequence,
        Instant at,
        String actor,
        String action,
        String subject,
        Map<String, String> details,
        String previous,
        String digest) {
    /** What stands for the digest before the first row. */
    public static final String FIRST = "sha256:" + "0".repeat(64);

    public AuditEntry {
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }

    /** A row with the digest its fields call for. */
    static AuditEntry chained(
            long sequence,
            Instant at,
            String actor,
            String action,
            String subject,
            Map<String, String> details,
            String previous) {
        AuditEntry open = new AuditEntry(sequence, at, actor, action, subject, details, previous, "");
        return new AuditEntry(sequence, at, actor, action, subject, details, previous, open.expectedDigest());
    }

    /** The digest that these fields call for. */
    String expectedDigest() {
        MessageDigest sha256;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
        add(sha256, previous);
        add(sha256, Long.toString(sequence));
        add(sha256, at.toString());
        add(sha256, actor);
        add(sha256, action);
        add(sha256, subject);
        details.forEach((name, value) -> {
            add(sha256, name);
            add(sha256, value);
        });
        return "sha256:" + HexFormat.of().formatHex(sha256.digest());
    }

    private static void add(MessageDigest digest, String field) {
        byte[] octets = field.getBytes(StandardCharsets.UTF_8);
        digest.update((octets.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(octets);
    }
}
