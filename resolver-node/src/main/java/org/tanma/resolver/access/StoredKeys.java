// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.store.ChangeFeed;
import org.tanma.resolver.store.EncodedValueCursor;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.resolver.type.PredefinedType;

/** The keys, groups and administrators in this node's own records. */
public final class StoredKeys implements KeySource {
    /** Most memory for remembered values. */
    private static final long REMEMBERED_OCTETS = 32L << 20;

    private static final int OCTETS_OF_A_VALUE = 200;

    private final Function<HandleName, List<HandleValue>> authority;

    private StoredKeys(Function<HandleName, List<HandleValue>> authority) {
        this.authority = authority;
    }

    /** Reads the store each time. */
    public static StoredKeys of(HandleStore store) {
        return new StoredKeys(name -> read(store, name));
    }

    /** Remembers what it read until the feed tells of a change. */
    public static StoredKeys remembering(HandleStore store, ChangeFeed feed) {
        return new StoredKeys(new DerivedValues<>(
                feed, name -> read(store, name), (name, values) -> octets(values), REMEMBERED_OCTETS)::get);
    }

    private static int octets(List<HandleValue> values) {
        int octets = OCTETS_OF_A_VALUE;
        for (HandleValue value : values) {
            octets += OCTETS_OF_A_VALUE + value.dataLength();
        }
        return octets;
    }

    private static List<HandleValue> read(HandleStore store, HandleName name) {
        Optional<StoredRecord> record = store.find(name);
        if (record.isEmpty() || !hasAuthority(record.get())) {
            return List.of();
        }
        List<HandleValue> found = new ArrayList<>();
        for (HandleValue value : record.get().decode().values()) {
            if (PredefinedType.isAuthority(value)) {
                found.add(value);
            }
        }
        return List.copyOf(found);
    }

    private static boolean hasAuthority(StoredRecord record) {
        EncodedValueCursor cursor = record.values().cursor();
        while (cursor.next()) {
            for (PredefinedType type : PredefinedType.values()) {
                if (cursor.hasType(type.withSubtypes())) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public Optional<HandleValue> find(HandleName handle, int index) {
        for (HandleValue value : authority.apply(handle)) {
            if (value.index() == index) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    @Override
    public List<HandleValue> findByType(HandleName handle, PredefinedType type) {
        List<HandleValue> found = new ArrayList<>(2);
        for (HandleValue value : authority.apply(handle)) {
            if (type.is(value)) {
                found.add(value);
            }
        }
        return found;
    }
}
