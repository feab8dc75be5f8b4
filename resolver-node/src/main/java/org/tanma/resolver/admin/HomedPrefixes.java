// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.store.ChangeFeed;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.ScanRange;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.resolver.store.WriteOutcome;

/**
 * The prefixes homed here besides the node's own, as records of the store, and as what the node answers for.
 *
 * <p>Shape: one record a prefix, {@code 0.HOMED/<prefix>}, which no question reaches, since the node answers for no prefix
 * that begins with {@code 0.}. So homing is durable, backed up and restored with the records. Whoever asks after a change
 * was acknowledged is answered by it. Safe between threads.
 */
public final class HomedPrefixes {
    private static final String PREFIX = "0.HOMED";
    private static final int VALUE_INDEX = 1;

    private final HandleStore reading;
    private final HandleAdminStore writing;
    private final ResponsiblePrefixes prefixes;

    private HomedPrefixes(HandleStore reading, HandleAdminStore writing, ResponsiblePrefixes prefixes) {
        this.reading = reading;
        this.writing = writing;
        this.prefixes = prefixes;
    }

    /** Makes {@code prefixes} what the store says, now and after each change. */
    public static HomedPrefixes open(
            HandleStore reading, HandleAdminStore writing, ChangeFeed feed, ResponsiblePrefixes prefixes) {
        HomedPrefixes homed = new HomedPrefixes(reading, writing, prefixes);
        feed.subscribe(new ChangeFeed.ChangeListener() {
            @Override
            public void changed(List<HandleName> names) {
                if (names.stream().anyMatch(name -> name.isUnder(PREFIX))) {
                    homed.reload();
                }
            }

            @Override
            public void everythingChanged() {
                homed.reload();
            }
        });
        homed.reload();
        return homed;
    }

    private synchronized void reload() {
        List<String> found = new ArrayList<>();
        ScanRange range = ScanRange.in(PREFIX, ScanRange.MAX_LIMIT);
        List<StoredRecord> page = writing.scan(range);
        while (!page.isEmpty()) {
            page.forEach(record -> found.add(record.name().suffix()));
            page = page.size() < range.limit()
                    ? List.of()
                    : writing.scan(range.after(page.get(page.size() - 1).name()));
        }
        prefixes.replaceHomed(new TreeSet<>(found));
    }

    boolean isHomed(String prefix) {
        return reading.find(name(prefix)).isPresent();
    }

    /** True when it was not homed before. */
    boolean home(String prefix, long nowSeconds) {
        HandleValue value = HandleValue.text(VALUE_INDEX, "PREFIX", prefix, nowSeconds);
        return writing.create(new HandleRecord(name(prefix), List.of(value))).status() == WriteOutcome.Status.CREATED;
    }

    /** True when it was homed before. */
    boolean unhome(String prefix) {
        return writing.delete(name(prefix), ExpectedVersion.any()).status() == WriteOutcome.Status.DELETED;
    }

    List<String> all() {
        return prefixes.prefixes();
    }

    ResponsiblePrefixes responsible() {
        return prefixes;
    }

    private static HandleName name(String prefix) {
        return HandleName.parse(PREFIX + "/" + prefix);
    }
}
