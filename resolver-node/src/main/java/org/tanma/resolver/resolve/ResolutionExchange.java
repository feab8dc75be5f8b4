// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import org.jspecify.annotations.Nullable;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.store.StoredRecord;

/** What is known of one question so far; each stage adds its part. For the one thread that answers it. */
final class ResolutionExchange {
    private final ResolutionQuery query;
    private @Nullable HandleName name;
    private @Nullable StoredRecord record;
    private @Nullable ValueSelection selection;

    ResolutionExchange(ResolutionQuery query) {
        this.query = query;
    }

    ResolutionQuery query() {
        return query;
    }

    void setName(HandleName parsed) {
        name = parsed;
    }

    HandleName name() {
        return require(name, "parse");
    }

    void setRecord(StoredRecord found) {
        record = found;
    }

    boolean hasRecord() {
        return record != null;
    }

    StoredRecord record() {
        return require(record, "store");
    }

    void setSelection(ValueSelection chosen) {
        selection = chosen;
    }

    ValueSelection selection() {
        return require(selection, "permissions");
    }

    private static <T> T require(@Nullable T known, String stage) {
        if (known == null) {
            throw new IllegalStateException("the " + stage + " stage has to come first");
        }
        return known;
    }
}
