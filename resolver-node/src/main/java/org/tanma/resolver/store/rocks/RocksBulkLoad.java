// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.rocksdb.IngestExternalFileOptions;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.resolver.store.BulkLoader.Existing;
import org.tanma.resolver.store.BulkLoader.LoadReport;
import org.tanma.resolver.store.ChangeFeed;
import org.tanma.resolver.store.ChangeFeed.Change;
import org.tanma.resolver.store.HandleClashException;
import org.tanma.resolver.store.StoreException;

/**
 * One bulk load: the records are sorted, laid beside what is stored to find clashes and versions, written to files, and
 * the files taken in by RocksDB in one step.
 *
 * <p>A mark in the store, written before that step and removed with the feed's entry after it, tells the next start
 * that followers have not been told, should the process end between the two.
 */
final class RocksBulkLoad {
    /** No handle begins with a control character, so no record has this key. */
    private static final byte[] MARK = {0};

    private final RocksFiles files;
    private final ChangeLog log;
    private final VersionLog versions;
    private final RecordWrites writes;
    private final GroupCommitter committer;
    private final Path directory;

    RocksBulkLoad(RocksFiles files, ChangeLog log, VersionLog versions, RecordWrites writes, GroupCommitter committer) {
        this.files = files;
        this.log = log;
        this.versions = versions;
        this.writes = writes;
        this.committer = committer;
        this.directory = files.directory().resolve("load");
    }

    /** Ends what a load left behind when its process ended; before anything else is written. */
    void recover() throws RocksDBException {
        clear();
        if (files.db().get(MARK) != null) {
            writes.commitEverythingChanged(batch -> batch.delete(MARK));
        }
    }

    LoadReport load(Iterator<HandleRecord> records, Existing existing) throws RocksDBException {
        clear();
        make();
        try (SortedRuns runs = new SortedRuns(directory);
                RecordFiles sorted = new RecordFiles(directory, files.tuning())) {
            while (records.hasNext()) {
                HandleRecord record = records.next();
                runs.add(record.name().foldedOctets(), PendingWrite.encode(record));
            }
            long seen = log.last();
            LoadReport report = write(runs.merge(), sorted, existing);
            if (report.records() > 0) {
                committer.alone(() -> takeIn(sorted, seen));
            }
            return report;
        } finally {
            clear();
        }
    }

    /** Writes the files, each record with the version that follows the stored one. */
    private LoadReport write(SortedRuns.Merge merge, RecordFiles sorted, Existing existing) throws RocksDBException {
        long count = 0;
        long replaced = 0;
        byte[] last = new byte[0];
        try (RocksIterator stored = files.db().newIterator();
                VersionLog.Replaced history = versions.replaced()) {
            stored.seekToFirst();
            byte[] storedKey = keyOf(stored);
            for (Optional<SortedRuns.Entry> next = merge.next(); next.isPresent(); next = merge.next()) {
                byte[] key = next.get().key();
                byte[] value = next.get().value();
                if (Arrays.equals(key, last)) {
                    throw new HandleClashException(name(value), "comes twice");
                }
                last = key;
                if (stored.isValid() && Arrays.compareUnsigned(storedKey, key) < 0) {
                    stored.seek(key);
                    storedKey = keyOf(stored);
                }
                long version = 1;
                if (stored.isValid() && Arrays.equals(storedKey, key)) {
                    boolean isLive = StoredRecordLayout.isLive(stored.value());
                    if (isLive && existing == Existing.REFUSE) {
                        throw new HandleClashException(name(value), "has a record already");
                    }
                    if (isLive) {
                        replaced++;
                        history.add(key, stored.value());
                    }
                    version = StoredRecordLayout.version(stored.value()) + 1;
                }
                StoredRecordLayout.putVersion(value, version);
                sorted.add(next.get());
                count++;
            }
            stored.status();
            history.write();
        }
        sorted.finish();
        return new LoadReport(count, replaced);
    }

    private static byte[] keyOf(RocksIterator stored) throws RocksDBException {
        stored.status();
        return stored.isValid() ? stored.key() : new byte[0];
    }

    private static HandleName name(byte[] value) {
        StoredRecordLayout.putVersion(value, 1);
        return StoredRecordLayout.decode(value).orElseThrow().name();
    }

    /** With nothing else being written: the files become part of the store, unless their handles were written meanwhile. */
    private void takeIn(RecordFiles sorted, long seen) throws RocksDBException {
        for (long after = seen; after < log.last(); ) {
            List<Change> changes = log.after(after, ChangeFeed.MAX_PAGE);
            for (Change change : changes) {
                HandleName name = change.name().orElseThrow();
                if (sorted.contains(name.foldedOctets())) {
                    throw new HandleClashException(name, "was written by someone else meanwhile");
                }
                after = change.sequence();
            }
        }
        writes.commitAlone(batch -> batch.put(MARK, MARK));
        try (IngestExternalFileOptions options =
                new IngestExternalFileOptions().setMoveFiles(true).setWriteGlobalSeqno(false)) {
            files.db().ingestExternalFile(sorted.paths(), options);
        }
        writes.commitEverythingChanged(batch -> batch.delete(MARK));
    }

    private void make() {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StoreException("the directory " + directory + " for a bulk load cannot be made", e);
        }
    }

    private void clear() {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new StoreException("what a bulk load left in " + directory + " cannot be removed", e);
        }
    }
}
