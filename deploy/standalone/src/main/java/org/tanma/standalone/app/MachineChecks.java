// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a node needs of its machine: room and a disk that takes writes, a clock that does not run backwards, certificates
 * that have not run out. Each check is empty when all is well, else what is wrong.
 */
final class MachineChecks {
    /** Least room on the disk of the data directory. */
    static final long LEAST_FREE_OCTETS = 256L << 20;
    /** How far behind what it showed before a clock may be. */
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);
    /** How long before its end a certificate is complained of. */
    static final Duration CERTIFICATE_NOTICE = Duration.ofDays(14);

    private static final String PROBE = ".write-probe";

    private final Path directory;
    private final InstantSource clock;
    private final long leastFreeOctets;

    MachineChecks(Path directory, InstantSource clock) {
        this(directory, clock, LEAST_FREE_OCTETS);
    }

    MachineChecks(Path directory, InstantSource clock, long leastFreeOctets) {
        this.directory = directory;
        this.clock = clock;
        this.leastFreeOctets = leastFreeOctets;
    }

    /** A small file is written, forced to the disk, and told what time it was. */
    Optional<String> disk() {
        try {
            long free = Files.getFileStore(directory).getUsableSpace();
            if (free < leastFreeOctets) {
                return Optional.of(
                        "has " + (free >> 20) + " MiB left; at least " + (leastFreeOctets >> 20) + " MiB are needed");
            }
            Path probe = directory.resolve(PROBE);
            try (FileChannel channel = FileChannel.open(probe, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.write(java.nio.ByteBuffer.wrap(new byte[] {1}), 0);
                channel.force(true);
            }
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("does not take writes: " + e.getMessage());
        }
    }

    /** The clock is not behind the newest file of the record store. */
    Optional<String> clock(Path written) {
        try (Stream<Path> files = Files.list(written)) {
            Instant newest = Instant.EPOCH;
            for (Path file : files.toList()) {
                Instant modified = Files.getLastModifiedTime(file).toInstant();
                newest = modified.isAfter(newest) ? modified : newest;
            }
            Instant now = clock.instant();
            return now.plus(CLOCK_TOLERANCE).isBefore(newest)
                    ? Optional.of("shows " + now + ", but records were written at " + newest)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of("cannot be compared with the records: " + e.getMessage());
        }
    }

    /** Each of the certificates that the node shows is valid, and will be for a while. */
    Optional<String> certificates(List<X509Certificate> shown) {
        Instant now = clock.instant();
        for (X509Certificate one : shown) {
            Instant end = one.getNotAfter().toInstant();
            Instant begin = one.getNotBefore().toInstant();
            if (end.isBefore(now.plus(CERTIFICATE_NOTICE))) {
                return Optional.of("that of HTTPS, " + one.getSubjectX500Principal() + ", is valid until " + end);
            }
            if (begin.isAfter(now)) {
                return Optional.of("that of HTTPS, " + one.getSubjectX500Principal() + ", is valid from " + begin);
            }
        }
        return Optional.empty();
    }
}
