// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.resolver.store.BulkLoader;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.RecordChange;
import org.tanma.resolver.store.WriteOutcome;
import org.tanma.resolver.store.exchange.Fault.Kind;

/**
 * Takes the operations of a file into the store, in their order, with the authority of the operator.
 *
 * <p>Memory is bounded however long the file is. A bad operation is told with its line and does not stop the others. What
 * is reported is on disk; after a crash the same file can be imported again, replacing.
 */
public final class RecordImport {
    /** New records written together. */
    private static final int GROUP = 1_000;

    private final HandleStore store;
    private final HandleAdminStore adminStore;
    private final ValueEdits edits;

    private final Map<HandleName, FileOperation.Create> group = new HashMap<>();
    private boolean isReplacing;
    private boolean isDryRun;
    private Consumer<Fault> faults = fault -> {};
    private long created;
    private long replaced;
    private long unchanged;
    private long deleted;
    private long changed;
    private long refused;
    private long leftOut;

    /** For one run. */
    public RecordImport(HandleStore store, HandleAdminStore adminStore) {
        this.store = store;
        this.adminStore = adminStore;
        this.edits = new ValueEdits(store, adminStore);
    }

    /** Records that exist are replaced instead of refused. */
    public RecordImport replacing() {
        isReplacing = true;
        return this;
    }

    /** Nothing is written. What an earlier operation of the same file would have changed is not seen by later ones. */
    public RecordImport dryRun() {
        isDryRun = true;
        return this;
    }

    /** Takes the file in; each fault is told as it is met, in no certain order within some thousand lines. */
    public ImportReport run(RecordFile file, Consumer<Fault> told) throws IOException {
        this.faults = told;
        FileOperations operations = file.operations();
        for (Optional<FileOperation> next = operations.next(); next.isPresent(); next = operations.next()) {
            if (next.get() instanceof FileOperation.Create create) {
                if (group.containsKey(create.record().name()) || group.size() == GROUP) {
                    flush();
                }
                group.put(create.record().name(), create);
            } else {
                flush();
                one(next.get());
            }
        }
        flush();
        return new ImportReport(created, replaced, unchanged, deleted, changed, refused, leftOut);
    }

    /**
     * Takes in a file of nothing but new records past the log of single writes: all or nothing, and the fastest way for
     * more than some hundred thousand.
     */
    public ImportReport runInBulk(RecordFile file, BulkLoader loader, Consumer<Fault> told) {
        this.faults = told;
        BulkLoader.Existing existing = isReplacing ? BulkLoader.Existing.REPLACE : BulkLoader.Existing.REFUSE;
        try {
            BulkLoader.LoadReport report = loader.load(new CreateIterator(file.operations()), existing);
            return new ImportReport(report.records() - report.replaced(), report.replaced(), 0, 0, 0, refused, leftOut);
        } catch (BadFileException e) {
            return new ImportReport(0, 0, 0, 0, 0, refused, leftOut);
        }
    }

    private void refuse(Fault fault) {
        refused++;
        faults.accept(fault);
    }

    private void one(FileOperation operation) {
        if (operation instanceof FileOperation.Unreadable unreadable) {
            refuse(unreadable.fault());
        } else if (operation instanceof FileOperation.LeftOut) {
            leftOut++;
        } else if (operation instanceof FileOperation.Delete delete) {
            delete(delete);
        } else {
            edits.apply(operation, isDryRun).ifPresentOrElse(this::refuse, () -> changed++);
        }
    }

    private void delete(FileOperation.Delete delete) {
        boolean isThere = isDryRun
                ? store.find(delete.name()).isPresent()
                : adminStore.delete(delete.name(), ExpectedVersion.any()).status() == WriteOutcome.Status.DELETED;
        if (isThere) {
            deleted++;
        } else {
            refuse(Fault.of(delete.line(), Kind.NOT_FOUND, delete.name()));
        }
    }

    /** Writes the group; what exists and may not be replaced is taken out of it first. */
    private void flush() {
        List<RecordChange> changes = new ArrayList<>();
        for (FileOperation.Create create : group.values()) {
            changes.add(
                    RecordChange.put(create.record(), isReplacing ? ExpectedVersion.any() : ExpectedVersion.absent()));
        }
        while (!changes.isEmpty()) {
            Set<HandleName> clashes = new HashSet<>();
            try {
                for (WriteOutcome outcome : isDryRun ? expected(changes) : adminStore.apply(changes)) {
                    count(outcome, clashes);
                }
            } catch (IllegalArgumentException e) {
                changes.forEach(this::alone);
                changes.clear();
            }
            if (clashes.isEmpty()) {
                break;
            }
            changes.removeIf(change -> clashes.contains(change.name()));
        }
        group.clear();
    }

    private void count(WriteOutcome outcome, Set<HandleName> clashes) {
        switch (outcome.status()) {
            case CREATED -> created++;
            case REPLACED -> replaced++;
            case UNCHANGED -> unchanged++;
            case DELETED, NOT_TRIED -> {}
            case CONFLICT -> {
                clashes.add(outcome.name());
                FileOperation.Create create = group.get(outcome.name());
                refuse(Fault.of(create == null ? 0 : create.line(), Kind.EXISTS, outcome.name()));
            }
        }
    }

    /** One of the group's records is larger than the store takes: each goes alone. */
    private void alone(RecordChange change) {
        try {
            Set<HandleName> clashes = new HashSet<>();
            adminStore.apply(List.of(change)).forEach(outcome -> count(outcome, clashes));
        } catch (IllegalArgumentException e) {
            FileOperation.Create create = group.get(change.name());
            refuse(Fault.of(create == null ? 0 : create.line(), Kind.BAD_RECORD, change.name(), e.getMessage()));
        }
    }

    private List<WriteOutcome> expected(List<RecordChange> changes) {
        List<WriteOutcome> outcomes = new ArrayList<>();
        boolean isRefused = false;
        for (RecordChange change : changes) {
            boolean isThere = store.find(change.name()).isPresent();
            isRefused |= isThere && !isReplacing;
            WriteOutcome.Status ifThere = isReplacing ? WriteOutcome.Status.REPLACED : WriteOutcome.Status.CONFLICT;
            outcomes.add(new WriteOutcome(change.name(), isThere ? ifThere : WriteOutcome.Status.CREATED, 0));
        }
        return isRefused
                ? outcomes.stream()
                        .filter(outcome -> outcome.status() == WriteOutcome.Status.CONFLICT)
                        .toList()
                : outcomes;
    }

    /** The records of a file for a bulk load; ends it when the file has anything else. */
    private final class CreateIterator implements Iterator<HandleRecord> {
        private final FileOperations operations;
        private Optional<HandleRecord> next = Optional.empty();

        CreateIterator(FileOperations operations) {
            this.operations = operations;
        }

        @Override
        public boolean hasNext() {
            try {
                while (next.isEmpty()) {
                    Optional<FileOperation> operation = operations.next();
                    if (operation.isEmpty()) {
                        break;
                    }
                    take(operation.get());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            if (next.isEmpty() && refused > 0) {
                throw new BadFileException();
            }
            return next.isPresent();
        }

        private void take(FileOperation operation) {
            if (operation instanceof FileOperation.Create create) {
                next = Optional.of(create.record());
            } else if (operation instanceof FileOperation.LeftOut) {
                leftOut++;
            } else if (operation instanceof FileOperation.Unreadable unreadable) {
                refuse(unreadable.fault());
            } else {
                refuse(Fault.of(operation.line(), Kind.NOT_IN_BULK));
            }
        }

        @Override
        public HandleRecord next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            HandleRecord record = next.orElseThrow();
            next = Optional.empty();
            return record;
        }
    }

    private static final class BadFileException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
