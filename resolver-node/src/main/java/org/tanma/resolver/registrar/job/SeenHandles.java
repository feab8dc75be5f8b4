// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.job;

import java.util.List;
import java.util.Map;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.registrar.Refusals;
import org.tanma.resolver.registrar.RegistrationReport;
import org.tanma.resolver.registrar.RegistrationRow;
import org.tanma.resolver.registrar.RowReport;
import org.tanma.resolver.registrar.RowReport.Status;
import org.tanma.template.model.BilingualText;
import org.tanma.template.validate.Violation;

/**
 * Handles that came before in a job that writes nothing, so that it tells of doubled ones as one that writes would.
 *
 * <p>Shape: two tables of 64 bits a handle, probed linearly: a hash of the handle, and one of the row's items. Two handles of
 * one hash would be taken for one, once in about 10^7 jobs of a million rows. Memory: some 32 MiB for a million. For one
 * thread.
 */
final class SeenHandles {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long[] handles = new long[1 << 12];
    private long[] contents = new long[1 << 12];
    private int count;

    /** The report with rows refused whose handle came before with other items, or unchanged when with the same. */
    RegistrationReport judge(RegistrationReport report, List<RegistrationRow> rows) {
        List<RowReport> judged = new java.util.ArrayList<>(rows.size());
        for (int i = 0; i < rows.size(); i++) {
            RowReport row = report.rows().get(i);
            judged.add(row.status() == Status.REGISTERED && !row.handle().isEmpty() ? judge(row, rows.get(i)) : row);
        }
        return new RegistrationReport(report.template(), report.isDryRun(), judged);
    }

    private RowReport judge(RowReport row, RegistrationRow given) {
        long key = hash(
                new String(HandleName.parse(row.handle()).foldedOctets(), java.nio.charset.StandardCharsets.UTF_8));
        long content = 1;
        for (Map.Entry<String, String> item : given.items().entrySet()) {
            content += hash(item.getKey() + '\u0000' + item.getValue());
        }
        int place = place(key);
        if (handles[place] == 0) {
            handles[place] = key;
            contents[place] = content;
            if (++count > handles.length / 2) {
                grow();
            }
            return row;
        }
        if (contents[place] == content) {
            return new RowReport(row.row(), Status.UNCHANGED, row.handle(), List.of());
        }
        Violation doubled = new Violation(
                "handle",
                "record.doubled",
                Refusals.of("subject.handle"),
                row.handle(),
                Refusals.of("record.doubledBefore.problem"),
                Refusals.of("record.doubled.allowed"),
                BilingualText.EMPTY);
        return new RowReport(row.row(), Status.REJECTED, row.handle(), List.of(doubled));
    }

    private int place(long key) {
        int mask = handles.length - 1;
        int place = (int) (key * MIX >>> 32) & mask;
        while (handles[place] != 0 && handles[place] != key) {
            place = place + 1 & mask;
        }
        return place;
    }

    private void grow() {
        long[] oldHandles = handles;
        long[] oldContents = contents;
        handles = new long[2 * oldHandles.length];
        contents = new long[2 * oldHandles.length];
        for (int i = 0; i < oldHandles.length; i++) {
            if (oldHandles[i] != 0) {
                int place = place(oldHandles[i]);
                handles[place] = oldHandles[i];
                contents[place] = oldContents[i];
            }
        }
    }

    private static long hash(String text) {
        long hash = 1125899906842597L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * MIX;
            hash ^= hash >>> 29;
        }
        return hash == 0 ? 1 : hash;
    }
}
