// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.index.SearchQuery.ItemTerm;
import org.tanma.resolver.index.SearchQuery.RecordState;
import org.tanma.resolver.index.SearchQuery.SearchOrder;
import org.tanma.resolver.index.SearchQuery.TimeRange;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.map.TemplatedRecord;

/**
 * Finds records by what is indexed of them.
 *
 * <p>In the order of handles, the lists of all terms that have one are gone through together, each skipping to where the
 * others are: what that costs follows from the shortest. In another order, its own list is walked. Either way each record
 * is read, and compared with every term, before it counts as found. At most {@value #MOST_STEPS} keys and {@value
 * #MOST_READ} records are looked at for one page; a page that ends for that reason says so, and the next one goes on.
 *
 * <p>Pages follow by position: a record that is not changed meanwhile comes on exactly one of them. Safe between threads;
 * blocking.
 */
public final class RecordSearch {
    /** Most records on one page. */
    public static final int MAX_LIMIT = 1_000;
    /** Most records that are counted. */
    public static final int MOST_COUNTED = 10_000;

    static final int MOST_READ = 5_000;
    static final int MOST_STEPS = 50_000;
    private static final byte[] NOTHING = {};
    /** The template whose records stand for enterprises. */
    private static final String ENTERPRISE = "enterprise";

    private final RecordIndex index;
    private final HandleStore store;
    private final RecordMapper mapper;

    public RecordSearch(RecordIndex index, HandleStore store, RecordMapper mapper) {
        this.index = index;
        this.store = store;
        this.mapper = mapper;
    }

    /** One record that was found. */
    public record Found(StoredRecord record, RecordMarks marks, Optional<TemplatedRecord> described) {}

    /**
     * Some of the records that were looked for.
     *
     * @param next where the next page goes on; empty on the last
     * @param isCutShort true when the page ended because enough had been looked at
     */
    public record Page(List<Found> found, Optional<byte[]> next, boolean isCutShort) {}

    /** How many records there are: exactly, or at least. */
    public record Count(long records, boolean isExact) {}

    /**
     * One page.
     *
     * @param position where the page before said that this one begins
     * @param isShown what of the records that meet the query may be shown
     * @throws IllegalArgumentException for an order by handles without a list, which would read all records
     */
    public Page find(SearchQuery query, Optional<byte[]> position, Predicate<Found> isShown) {
        return query.orderUsed().key() == SearchOrder.Key.HANDLE
                ? byHandle(query, position, isShown)
                : byValue(query, position, isShown);
    }

    /** The record of the enterprise with this prefix; empty when none is registered. */
    public Optional<HandleName> enterprise(String prefix) {
        SearchQuery query = new SearchQuery(
                Optional.of(ENTERPRISE),
                Optional.of(prefix),
                TimeRange.ALL,
                TimeRange.ALL,
                List.of(),
                RecordState.LIVE,
                Optional.empty(),
                1);
        return find(query, Optional.empty(), found -> true).found().stream()
                .findFirst()
                .map(found -> found.record().name());
    }

    /** How many records meet a query that consists of lists alone; empty when they would have to be read. */
    public Optional<Count> count(SearchQuery query) {
        boolean isListed = query.hasList()
                && query.created().isAll()
                && query.changed().isAll()
                && query.items().stream().allMatch(ItemTerm::isWholeInIndex);
        if (!isListed) {
            return Optional.empty();
        }
        HandleList.Work work = new HandleList.Work(MOST_STEPS);
        long count = 0;
        try (HandleList handles = lists(query, work)) {
            byte @Nullable [] handle = handles.atOrAfter(NOTHING);
            while (handle != null && count < MOST_COUNTED && !work.isSpent()) {
                count++;
                handle = handles.atOrAfter(IndexKeys.join(handle, new byte[1]));
            }
            return Optional.of(new Count(count, handle == null));
        }
    }

    private Page byHandle(SearchQuery query, Optional<byte[]> position, Predicate<Found> isShown) {
        if (!query.hasList()) {
            throw new IllegalArgumentException("in the order of handles all records would have to be read");
        }
        HandleList.Work steps = new HandleList.Work(MOST_STEPS);
        PageDraft page = new PageDraft(store, mapper, query, isShown);
        try (HandleList handles = lists(query, steps)) {
            byte @Nullable [] handle = handles.atOrAfter(position.orElse(NOTHING));
            while (handle != null) {
                if (steps.isSpent()) {
                    page.cut(handle);
                    break;
                }
                if (!page.takes(HandleName.decode(handle), handle)) {
                    break;
                }
                handle = handles.atOrAfter(IndexKeys.join(handle, new byte[1]));
            }
        }
        return page.end();
    }

    private Page byValue(SearchQuery query, Optional<byte[]> position, Predicate<Found> isShown) {
        ValueWalk walk = ValueWalk.of(query, query.orderUsed());
        PageDraft page = new PageDraft(store, mapper, query, isShown);
        try (SortedKeys.Cursor cursor = index.cursor()) {
            for (byte @Nullable [] key = walk.begin(cursor, position); key != null; key = walk.next(cursor)) {
                if (!page.takes(IndexKeys.handle(key, walk.handleAt(key)), walk.position(key))) {
                    break;
                }
            }
        }
        return page.end();
    }

    private HandleList lists(SearchQuery query, HandleList.Work work) {
        List<HandleList> lists = new ArrayList<>();
        if (query.enterprise().isPresent() && query.template().isPresent()) {
            String owner = query.enterprise().get();
            String template = query.template().get();
            lists.add(inState(
                    query.state(),
                    IndexKeys.enterpriseTemplate(false, owner, template),
                    IndexKeys.enterpriseTemplate(true, owner, template)));
        } else if (query.enterprise().isPresent()) {
            String owner = query.enterprise().get();
            lists.add(inState(query.state(), IndexKeys.enterprise(false, owner), IndexKeys.enterprise(true, owner)));
        } else if (query.template().isPresent()) {
            String template = query.template().get();
            lists.add(inState(query.state(), IndexKeys.template(false, template), IndexKeys.template(true, template)));
        } else if (query.state() == RecordState.RETIRED) {
            lists.add(list(IndexKeys.retired()));
        }
        for (ItemTerm term : query.items()) {
            if (!term.isRange()) {
                Optional<byte[]> octets = term.item().octets(term.equal().orElseThrow());
                lists.add(octets.map(value -> list(IndexKeys.join(itemList(query, term.item()), value)))
                        .orElseGet(() -> list(new byte[] {0})));
            }
        }
        return new HandleList.All(lists, work);
    }

    private HandleList inState(RecordState state, byte[] live, byte[] retired) {
        return switch (state) {
            case LIVE -> list(live);
            case RETIRED -> list(retired);
            case ANY -> new HandleList.Either(list(live), list(retired));
        };
    }

    private HandleList list(byte[] list) {
        return new HandleList.Stored(index.cursor(), list);
    }

    /** The list of an item; it says so when that would be a list of what others may not see. */
    static byte[] itemList(SearchQuery query, IndexedItem item) {
        if (!item.isPublic() && query.enterprise().isEmpty()) {
            throw new IllegalArgumentException("item " + item.code() + " is searched within one enterprise");
        }
        return IndexKeys.item(query.enterprise().orElse(""), query.template().orElseThrow(), item);
    }
}
