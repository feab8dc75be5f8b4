// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.tanma.handle.model.HandleRecord;
import org.tanma.resolver.store.EncodedValues;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.RecordChange;
import org.tanma.resolver.store.WriteOutcome;
import org.tanma.template.model.MetadataTemplate;

/** Writes records and their log entries in the order that leaves no unlogged change after a crash: log, records, log. */
final class RecordWriter {
    private final HandleAdminStore store;
    private final RegistrationLog log;

    RecordWriter(HandleAdminStore store, RegistrationLog log) {
        this.store = store;
        this.log = log;
    }

    /** Writes all changes durably, or none; one outcome a change. */
    List<WriteOutcome> write(String account, MetadataTemplate template, List<RecordChange> changes) {
        List<RegistrationLog.Entry> entries = changes.stream()
                .map(c -> new RegistrationLog.Entry(
                        c.name(), action(c.expected()), digest(c.record().orElseThrow())))
                .toList();
        String batchId = log.begin(account, template, entries);
        List<WriteOutcome> outcomes = store.apply(changes);
        if (outcomes.stream().allMatch(WriteOutcome::isAccepted)) {
            log.applied(batchId);
        }
        return outcomes;
    }

    private static String action(ExpectedVersion expected) {
        if (expected.equals(ExpectedVersion.absent())) {
            return "create";
        }
        return expected.equals(ExpectedVersion.any()) ? "publish" : "replace";
    }

    private static String digest(HandleRecord record) {
        ByteBuffer octets = EncodedValues.encode(record.values()).octets();
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(octets);
            return "sha256:" + HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
