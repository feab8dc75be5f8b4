// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.config;

import java.nio.file.Path;
import java.time.Duration;
import org.tanma.resolver.registrar.job.JobsConfig;

/**
 * How registrations of whole files are done.
 *
 * @param mostOctets longest file taken
 * @param atOnce jobs that run at the same time
 * @param mostWaiting jobs that may wait
 * @param kept how long what was sent is kept after its job has ended
 */
public record RegistrationSettings(long mostOctets, int atOnce, int mostWaiting, Duration kept) {
    private static final long MIB = 1L << 20;

    static RegistrationSettings of(Settings given) {
        return new RegistrationSettings(
                given.whole("registration.file") * MIB,
                given.count("registration.jobs"),
                given.count("registration.waiting"),
                Duration.ofDays(given.whole("registration.kept")));
    }

    JobsConfig in(Path directory) {
        return new JobsConfig(directory, mostOctets, atOnce, mostWaiting, kept);
    }
}
