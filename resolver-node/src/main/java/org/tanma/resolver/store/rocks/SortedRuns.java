// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.rocks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.tanma.resolver.store.StoreException;

/**
 * Any number of keys with their values, brought into the order of their keys in bounded memory.
 *
 * <p>Shape: what was added is gathered up to {@value #RUN_OCTETS} octets, sorted, and put into a file, a run, while the
 * next is gathered; then all runs are merged. What fits into one run never touches the disk. Equal keys come out one after
 * the other. For one thread. Errors: {@link StoreException} when a file cannot be written or read.
 */
final class SortedRuns implements AutoCloseable {
    private static final long RUN_OCTETS = 32 << 20;
    /** What an entry takes in memory besides its octets. */
    private static final int OVERHEAD_OCTETS = 64;

    private static final int BUFFER_OCTETS = 128 << 10;
    private static final Comparator<Entry> BY_KEY = (a, b) -> Arrays.compareUnsigned(a.key, b.key);

    private final Path directory;
    private final List<Path> runs = new ArrayList<>();
    private final List<RunReader> readers = new ArrayList<>();
    private List<Entry> gathered = new ArrayList<>();
    private long octets;
    private CompletableFuture<Void> writing = CompletableFuture.completedFuture(null);

    /** Puts its files into a directory that exists and is its own. */
    SortedRuns(Path directory) {
        this.directory = directory;
    }

    /** A key with its value. */
    record Entry(byte[] key, byte[] value) {}

    void add(byte[] key, byte[] value) {
        gathered.add(new Entry(key, value));
        octets += key.length + value.length + OVERHEAD_OCTETS;
        if (octets >= RUN_OCTETS) {
            awaitWriting();
            List<Entry> full = gathered;
            Path file = directory.resolve("run-" + runs.size());
            runs.add(file);
            writing = CompletableFuture.runAsync(() -> write(full, file));
            gathered = new ArrayList<>(full.size());
            octets = 0;
        }
    }

    private void awaitWriting() {
        try {
            writing.join();
        } catch (CompletionException e) {
            throw new StoreException("a bulk load could not write to " + directory, e);
        }
    }

    private static void write(List<Entry> entries, Path file) {
        entries.sort(BY_KEY);
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER_OCTETS))) {
            for (Entry entry : entries) {
                out.writeInt(entry.key.length);
                out.writeInt(entry.value.length);
                out.write(entry.key);
                out.write(entry.value);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything in ascending order of keys; nothing may be added any more. Call it once. */
    Merge merge() {
        awaitWriting();
        try {
            gathered.sort(BY_KEY);
            readers.add(new RunReader(gathered));
            for (Path run : runs) {
                readers.add(new RunReader(run));
            }
            return new Merge(readers);
        } catch (IOException e) {
            throw new StoreException("a bulk load could not read what it wrote to " + directory, e);
        }
    }

    @Override
    public void close() {
        writing.exceptionally(e -> null).join();
        for (RunReader reader : readers) {
            reader.close();
        }
    }

    /** The entries of all runs, the least key first. */
    static final class Merge {
        private final PriorityQueue<RunReader> queue =
                new PriorityQueue<>((a, b) -> BY_KEY.compare(a.head(), b.head()));

        private Merge(List<RunReader> readers) throws IOException {
            for (RunReader reader : readers) {
                if (reader.advance()) {
                    queue.add(reader);
                }
            }
        }

        Optional<Entry> next() {
            RunReader least = queue.poll();
            if (least == null) {
                return Optional.empty();
            }
            Entry entry = least.head();
            try {
                if (least.advance()) {
                    queue.add(least);
                }
            } catch (IOException e) {
                throw new StoreException("a bulk load could not read what it wrote", e);
            }
            return Optional.of(entry);
        }
    }

    /** One run, read from its beginning. */
    private static final class RunReader {
        private static final Entry NONE = new Entry(new byte[0], new byte[0]);
        private final List<Entry> memory;
        private final @Nullable DataInputStream in;
        private int position;
        private Entry head = NONE;

        RunReader(List<Entry> memory) {
            this.memory = memory;
            this.in = null;
        }

        RunReader(Path file) throws IOException {
            this.memory = List.of();
            this.in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER_OCTETS));
        }

        Entry head() {
            return head;
        }

        boolean advance() throws IOException {
            if (in == null) {
                if (position == memory.size()) {
                    return false;
                }
                head = memory.get(position++);
                return true;
            }
            int first = in.read();
            if (first < 0) {
                return false;
            }
            byte[] key = new byte[first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort()];
            byte[] value = new byte[in.readInt()];
            in.readFully(key);
            in.readFully(value);
            head = new Entry(key, value);
            return true;
        }

        void close() {
            if (in != null) {
                try {
                    in.close();
                } catch (IOException e) {
                    throw new StoreException("a bulk load could not close what it read", e);
                }
            }
        }
    }
}
