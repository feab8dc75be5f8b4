// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.resolver.index.SearchQuery.ItemTerm;
import org.tanma.resolver.index.SearchQuery.SearchOrder;
import org.tanma.resolver.index.SearchQuery.TimeRange;

/**
 * One list of the index that is in the order of values, from a least one up to a greatest, or back.
 *
 * @param list beginning of its keys
 * @param from first key of the stretch
 * @param to first key after it
 * @param order what the list is sorted by
 */
record ValueWalk(byte[] list, byte[] from, byte[] to, SearchOrder order) {
    static ValueWalk of(SearchQuery query, SearchOrder order) {
        return order.item()
                .map(item -> ofItem(query, order, item))
                .orElseGet(() -> order.key() == SearchOrder.Key.CREATED
                        ? ofTime(IndexKeys.created(), query.created(), order)
                        : ofTime(IndexKeys.changed(), query.changed(), order));
    }

    private static ValueWalk ofTime(byte[] list, TimeRange range, SearchOrder order) {
        return new ValueWalk(
                list,
                range.from().map(start -> IndexKeys.join(list, seconds(start))).orElse(list),
                range.to().map(end -> IndexKeys.join(list, seconds(end))).orElseGet(() -> IndexKeys.after(list)),
                order);
    }

    private static byte[] seconds(Instant instant) {
        return OrderedText.seconds(instant.getEpochSecond());
    }

    private static ValueWalk ofItem(SearchQuery query, SearchOrder order, IndexedItem item) {
        byte[] list = RecordSearch.itemList(query, item);
        Optional<ItemTerm> term = query.items().stream()
                .filter(one -> one.item().code().equals(item.code()))
                .findFirst();
        byte[] from = term.flatMap(one -> one.equal().or(one::least))
                .flatMap(item::octets)
                .map(value -> IndexKeys.join(list, value))
                .orElse(list);
        byte[] to = term.flatMap(one -> one.equal().or(one::greatest))
                .flatMap(item::octets)
                .map(value -> IndexKeys.after(IndexKeys.join(list, value)))
                .orElseGet(() -> IndexKeys.after(list));
        return new ValueWalk(list, from, to, order);
    }

    /** The first key of a page; null when there is none. */
    byte @Nullable [] begin(SortedKeys.Cursor cursor, Optional<byte[]> position) {
        if (order.isDescending()) {
            return inside(cursor.seekBelow(position.map(at -> least(IndexKeys.join(list, at, new byte[1]), to))
                    .orElse(to)));
        }
        return inside(cursor.seek(
                position.map(at -> greatest(IndexKeys.join(list, at), from)).orElse(from)));
    }

    private static byte[] least(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other) <= 0 ? one : other;
    }

    private static byte[] greatest(byte[] one, byte[] other) {
        return Arrays.compareUnsigned(one, other) >= 0 ? one : other;
    }

    byte @Nullable [] next(SortedKeys.Cursor cursor) {
        return inside(order.isDescending() ? cursor.previous() : cursor.next());
    }

    private byte @Nullable [] inside(byte @Nullable [] key) {
        boolean isInside = key != null && Arrays.compareUnsigned(key, from) >= 0 && Arrays.compareUnsigned(key, to) < 0;
        return isInside ? key : null;
    }

    /** What follows the beginning of the list. */
    byte[] position(byte[] key) {
        return Arrays.copyOfRange(key, list.length, key.length);
    }

    /** Where in a key the handle begins. */
    int handleAt(byte[] key) {
        return list.length
                + order.item().map(item -> item.octetsAt(key, list.length)).orElse(Long.BYTES);
    }
}
