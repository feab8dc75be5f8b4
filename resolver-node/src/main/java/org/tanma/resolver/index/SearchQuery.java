// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What records are looked for: those that meet every term.
 *
 * @param template name of the template they are made by
 * @param enterprise prefix of the enterprise they belong to
 * @param items each of the template; one that is not public needs {@code enterprise} beside it
 * @param order as asked for; {@link #orderUsed} is what the node chooses when nothing was asked for
 * @param limit most records of a page
 */
public record SearchQuery(
        Optional<String> template,
        Optional<String> enterprise,
        TimeRange created,
        TimeRange changed,
        List<ItemTerm> items,
        RecordState state,
        Optional<SearchOrder> order,
        int limit) {
    /** From one instant on, up to but not at another; to the second. */
    public record TimeRange(Optional<Instant> from, Optional<Instant> to) {
        /** Any time. */
        public static final TimeRange ALL = new TimeRange(Optional.empty(), Optional.empty());

        boolean isAll() {
            return from.isEmpty() && to.isEmpty();
        }

        boolean holds(long seconds) {
            return from.map(start -> seconds >= start.getEpochSecond()).orElse(true)
                    && to.map(end -> seconds < end.getEpochSecond()).orElse(true);
        }
    }

    /** One item is this, or lies between these, both of which are allowed. */
    public record ItemTerm(
            IndexedItem item, Optional<String> equal, Optional<String> least, Optional<String> greatest) {
        boolean isRange() {
            return equal.isEmpty();
        }

        /** True when the index alone tells which records meet this. */
        boolean isWholeInIndex() {
            return equal.map(OrderedText::isWhole).orElse(false);
        }

        boolean holds(String stored) {
            return item.texts(stored).stream()
                    .anyMatch(text ->
                            equal.map(wanted -> item.isSame(text, wanted)).orElse(true)
                                    && least.map(bound -> item.compare(text, bound) >= 0)
                                            .orElse(true)
                                    && greatest.map(bound -> item.compare(text, bound) <= 0)
                                            .orElse(true));
        }
    }

    /** Which of live and retired records. */
    public enum RecordState {
        LIVE,
        RETIRED,
        ANY
    }

    /** What records are sorted by; {@code item} is there for {@link Key#ITEM} alone. Equal ones follow by their handles. */
    public record SearchOrder(Key key, Optional<IndexedItem> item, boolean isDescending) {
        /** What is compared. */
        public enum Key {
            HANDLE,
            CREATED,
            CHANGED,
            ITEM
        }

        static SearchOrder of(Key key) {
            return new SearchOrder(key, Optional.empty(), false);
        }
    }

    public SearchQuery {
        items = List.copyOf(items);
    }

    /** True when some term names a list of the index that is in the order of handles. */
    public boolean hasList() {
        return template.isPresent()
                || enterprise.isPresent()
                || state == RecordState.RETIRED
                || items.stream().anyMatch(term -> !term.isRange());
    }

    /** What records are sorted by when nothing was asked for: what makes the fewest of them be looked at. */
    public SearchOrder orderUsed() {
        return order.orElseGet(() -> {
            boolean isItemEqual = items.stream().anyMatch(term -> !term.isRange());
            Optional<ItemTerm> range = items.stream().filter(ItemTerm::isRange).findFirst();
            if (isItemEqual) {
                return SearchOrder.of(SearchOrder.Key.HANDLE);
            }
            if (range.isPresent()) {
                return new SearchOrder(
                        SearchOrder.Key.ITEM, Optional.of(range.get().item()), false);
            }
            if (!changed.isAll()) {
                return SearchOrder.of(SearchOrder.Key.CHANGED);
            }
            if (!created.isAll()) {
                return SearchOrder.of(SearchOrder.Key.CREATED);
            }
            return hasList()
                    ? SearchOrder.of(SearchOrder.Key.HANDLE)
                    : new SearchOrder(SearchOrder.Key.CHANGED, Optional.empty(), true);
        });
    }
}
