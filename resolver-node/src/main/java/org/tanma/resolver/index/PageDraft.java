// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.index.SearchQuery.ItemTerm;
import org.tanma.resolver.index.SearchQuery.RecordState;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.map.TemplatedRecord;

/** A page of found records while it fills. For one thread. */
final class PageDraft {
    private final HandleStore store;
    private final RecordMapper mapper;
    private final SearchQuery query;
    private final Predicate<RecordSearch.Found> isShown;
    private final List<RecordSearch.Found> found = new ArrayList<>();
    private Optional<byte[]> next = Optional.empty();
    private boolean isCutShort;
    private int read;

    PageDraft(HandleStore store, RecordMapper mapper, SearchQuery query, Predicate<RecordSearch.Found> isShown) {
        this.store = store;
        this.mapper = mapper;
        this.query = query;
        this.isShown = isShown;
    }

    /** Looks at a record; false when the page ends before it, and the next one begins at {@code position}. */
    boolean takes(HandleName name, byte[] position) {
        if (found.size() == query.limit()) {
            next = Optional.of(position);
            return false;
        }
        if (read == RecordSearch.MOST_READ) {
            cut(position);
            return false;
        }
        read++;
        store.find(name).map(this::read).filter(this::isMet).filter(isShown).ifPresent(found::add);
        return true;
    }

    /** Ends the page for the work it has made; the next one begins at {@code position}. */
    void cut(byte[] position) {
        next = Optional.of(position);
        isCutShort = true;
    }

    RecordSearch.Page end() {
        return new RecordSearch.Page(List.copyOf(found), next, isCutShort);
    }

    private RecordSearch.Found read(StoredRecord stored) {
        return new RecordSearch.Found(stored, RecordMarks.of(stored), mapper.read(stored.decode()));
    }

    boolean isMet(RecordSearch.Found record) {
        RecordMarks marks = record.marks();
        return query.template().map(name -> isOf(name, record)).orElse(true)
                && query.enterprise().map(marks.owner()::equalsIgnoreCase).orElse(true)
                && (query.state() == RecordState.ANY || marks.isRetired() == (query.state() == RecordState.RETIRED))
                && query.created().holds(marks.createdSeconds())
                && query.changed().holds(marks.changedSeconds())
                && query.items().stream().allMatch(term -> isMet(term, record));
    }

    private static boolean isOf(String template, RecordSearch.Found record) {
        return record.described().map(d -> d.template().name().equals(template)).orElse(false);
    }

    private static boolean isMet(ItemTerm term, RecordSearch.Found record) {
        return record.described()
                .map(TemplatedRecord::items)
                .map(items -> items.get(term.item().code()))
                .map(term::holds)
                .orElse(false);
    }
}
