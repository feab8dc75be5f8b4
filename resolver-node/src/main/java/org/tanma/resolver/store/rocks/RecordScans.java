// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.store.ScanRange;
import org.tanma.resolver.store.StoreException;
import org.tanma.resolver.store.StoredRecord;

/** Records in the order of their keys. */
final class RecordScans {
    /** No handle begins with a control character; marks of the engine's own do. */
    private static final byte[] FIRST_HANDLE = {' '};

    private final RocksFiles files;

    RecordScans(RocksFiles files) {
        this.files = files;
    }

    List<StoredRecord> scan(ScanRange range) throws RocksDBException {
        byte[] first = first(range.prefix(), range.withDerived());
        byte[] start = range.after()
                .map(after -> Arrays.copyOf(after.foldedOctets(), after.foldedOctets().length + 1))
                .filter(after -> Arrays.compareUnsigned(after, first) > 0)
                .orElse(first);
        List<StoredRecord> found = new ArrayList<>();
        try (Slice upper = new Slice(end(range.prefix()));
                ReadOptions options = new ReadOptions().setIterateUpperBound(upper);
                RocksIterator keys = files.db().newIterator(options)) {
            for (keys.seek(start); keys.isValid() && found.size() < range.limit(); keys.next()) {
                StoredRecordLayout.decode(keys.value()).ifPresent(found::add);
            }
            keys.status();
        }
        return found;
    }

    /** The iterator sees one moment; what it reads is not kept in the block cache, where answers want to be. */
    long forEach(Optional<String> prefix, Consumer<StoredRecord> each, BooleanSupplier isEnding)
            throws RocksDBException {
        long count = 0;
        try (Slice upper = new Slice(prefix.map(RecordScans::end).orElse(new byte[] {(byte) 0xFF}));
                ReadOptions options =
                        new ReadOptions().setIterateUpperBound(upper).setFillCache(false);
                RocksIterator keys = files.db().newIterator(options)) {
            for (keys.seek(prefix.map(p -> first(p, true)).orElse(FIRST_HANDLE)); keys.isValid(); keys.next()) {
                if (isEnding.getAsBoolean()) {
                    throw new StoreException("the identifier records in " + files.directory() + " are closed");
                }
                Optional<StoredRecord> record = StoredRecordLayout.decode(keys.value());
                record.ifPresent(each);
                count += record.isPresent() ? 1 : 0;
            }
            keys.status();
        }
        return count;
    }

    /** '.' and '/' are neighbours, and '0' follows: a prefix with all its derived ones is one run of keys. */
    private static byte[] first(String prefix, boolean withDerived) {
        byte[] first = HandleName.parse(prefix + "/").foldedOctets();
        first[first.length - 1] = (byte) (withDerived ? '.' : '/');
        return first;
    }

    private static byte[] end(String prefix) {
        byte[] end = HandleName.parse(prefix + "/").foldedOctets();
        end[end.length - 1] = '/' + 1;
        return end;
    }
}
