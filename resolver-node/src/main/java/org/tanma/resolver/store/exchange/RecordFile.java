// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of records, opened in the format it is in: JSON Lines when its first character is a brace, else a batch file. */
public final class RecordFile implements AutoCloseable {
    private static final int PEEKED = 1_024;

    private final InputStream in;
    private final FileOperations operations;

    private RecordFile(InputStream in, FileOperations operations) {
        this.in = in;
        this.operations = operations;
    }

    /** {@code timestampSeconds}, since 1970, is given to values of a batch file, which have none of their own. */
    public static RecordFile open(Path file, long timestampSeconds) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            Path directory = file.toAbsolutePath().getParent();
            return of(in, directory == null ? file : directory, timestampSeconds);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /** The same of a stream; files that it names are looked for in {@code directory}. */
    static RecordFile of(InputStream octets, Path directory, long timestampSeconds) throws IOException {
        BufferedInputStream in = new BufferedInputStream(octets);
        return new RecordFile(
                in, isJson(in) ? new JsonLinesReader(in) : new BatchReader(in, directory, timestampSeconds));
    }

    private static boolean isJson(BufferedInputStream in) throws IOException {
        in.mark(PEEKED);
        int octet = in.read();
        for (int i = 1; i < PEEKED && (octet == ' ' || octet == '\n' || octet == '\r' || octet > 0xBA); i++) {
            octet = in.read();
        }
        in.reset();
        return octet == '{';
    }

    FileOperations operations() {
        return operations;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
