// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.rocksdb.BackupEngine;
import org.rocksdb.BackupEngineOptions;
import org.rocksdb.BackupInfo;
import org.rocksdb.Env;
import org.rocksdb.RestoreOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.tanma.resolver.store.StoreException;

/**
 * A directory of backups of the records, each of one moment.
 *
 * <p>A backup is taken while records are written, and holds every change that was acknowledged before it began and its
 * place in the change feed. Files that an earlier backup of the same directory has are not copied again. Every file has a
 * checksum, which restoring compares. Errors: {@link StoreException} when a file cannot be written or read or is damaged.
 */
public final class RocksBackups {
    private final Path directory;

    private RocksBackups(Path directory) {
        this.directory = directory;
    }

    /** One backup. Shape: its number, from 1; when it was taken, seconds since 1970; octets and number of its files. */
    public record Backup(int number, long takenAtSeconds, long octets, int files) {}

    /** The backups in a directory, which is made by the first one. */
    public static RocksBackups in(Path directory) {
        RocksDB.loadLibrary();
        return new RocksBackups(directory);
    }

    /** Takes a backup and drops all but the latest {@code kept}, from 1; on disk when it returns. */
    Backup take(RocksDB db, int kept) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new StoreException("the directory " + directory + " for backups cannot be made", e);
        }
        return with(engine -> {
            engine.createNewBackup(db, false);
            engine.purgeOldBackups(kept);
            return latest(engine);
        });
    }

    /** The backups there are, oldest first. */
    public List<Backup> list() {
        requireBackups();
        return with(RocksBackups::list);
    }

    private static List<Backup> list(BackupEngine engine) {
        return engine.getBackupInfo().stream()
                .map(RocksBackups::of)
                .sorted(Comparator.comparingInt(Backup::number))
                .toList();
    }

    private static Backup of(BackupInfo one) {
        return new Backup(one.backupId(), one.timestamp(), one.size(), one.numberFiles());
    }

    private static Backup latest(BackupEngine engine) {
        List<Backup> all = list(engine);
        return all.get(all.size() - 1);
    }

    /**
     * Puts the latest backup into {@code records}, which must not exist: every file is compared with its checksum, the
     * store is opened and every block of it read, and only then does it get its name. Followers of the change feed will
     * read everything again.
     */
    public Backup restore(Path records) {
        requireBackups();
        if (Files.exists(records)) {
            throw new StoreException(records + " exists; move it away before restoring");
        }
        Path unchecked = records.resolveSibling(records.getFileName() + ".restoring");
        remove(unchecked);
        Backup restored = with(engine -> {
            if (engine.getBackupInfo().isEmpty()) {
                throw noBackups();
            }
            try (RestoreOptions options = new RestoreOptions(false)) {
                engine.restoreDbFromLatestBackup(unchecked.toString(), unchecked.toString(), options);
            }
            return latest(engine);
        });
        try (RocksHandleStore store = RocksHandleStore.open(RocksStoreConfig.of(unchecked))) {
            store.verify();
            store.restartFeed();
        }
        try {
            Files.move(unchecked, records, StandardCopyOption.ATOMIC_MOVE);
            syncDirectory(records.toAbsolutePath().resolveSibling("."));
        } catch (IOException e) {
            throw new StoreException("the restored records cannot be moved to " + records, e);
        }
        return restored;
    }

    /** Restores the latest backup to a place of its own beside the backups, and removes it again. */
    public Backup rehearse() {
        Path trial = directory.resolveSibling(directory.getFileName() + ".rehearsal");
        remove(trial);
        try {
            return restore(trial);
        } finally {
            remove(trial);
        }
    }

    private static void syncDirectory(Path parent) throws IOException {
        try (FileChannel channel = FileChannel.open(parent, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private void requireBackups() {
        if (!Files.isDirectory(directory.resolve("meta"))) {
            throw noBackups();
        }
    }

    private StoreException noBackups() {
        return new StoreException("there are no backups in " + directory);
    }

    private static void remove(Path tree) {
        if (!Files.isDirectory(tree)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new StoreException(tree + " cannot be removed", e);
        }
    }

    private <T> T with(BackupTask<T> task) {
        try (BackupEngineOptions options = new BackupEngineOptions(directory.toString())
                        .setShareTableFiles(true)
                        .setShareFilesWithChecksum(true)
                        .setSync(true);
                BackupEngine engine = BackupEngine.open(Env.getDefault(), options)) {
            return task.run(engine);
        } catch (RocksDBException e) {
            throw new StoreException("the backups in " + directory + " failed: " + e.getMessage(), e);
        }
    }

    private interface BackupTask<T> {
        T run(BackupEngine engine) throws RocksDBException;
    }
}
