// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.job;

import java.nio.file.Path;
import java.time.Duration;

/**
 * How registrations of whole files are done.
 *
 * @param directory where what was sent is kept until it is forgotten; made when missing
 * @param mostOctets longest file taken, from 1
 * @param atOnce jobs that run at the same time, from 1; one a prefix in any case
 * @param mostWaiting jobs that may wait, from 1
 * @param kept how long a job that has ended, with what was sent, can still be asked about
 */
public record JobsConfig(Path directory, long mostOctets, int atOnce, int mostWaiting, Duration kept) {
    /** Longest file taken unless said: 1 GiB. */
    public static final long DEFAULT_OCTETS = 1L << 30;

    public static JobsConfig in(Path directory) {
        return new JobsConfig(directory, DEFAULT_OCTETS, 2, 100, Duration.ofDays(7));
    }
}
