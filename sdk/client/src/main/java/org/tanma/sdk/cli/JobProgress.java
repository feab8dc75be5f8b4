// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.util.function.Consumer;
import org.tanma.sdk.register.RegistrationJob;
import org.tanma.sdk.register.RegistrationJobClient;

/** Follows a job to its end, saying how far it is, how fast and how long still; says how to go on when it is broken off. */
final class JobProgress {
    private static final long PAUSE_MILLIS = 500;
    private static final int TOLD_EVERY = 4;

    private final RegistrationJobClient jobs;
    private final Messages messages;
    private final Consumer<String> tell;

    JobProgress(RegistrationJobClient jobs, Messages messages, Consumer<String> tell) {
        this.jobs = jobs;
        this.messages = messages;
        this.tell = tell;
    }

    /** The job once it has ended, or when the thread was interrupted. */
    RegistrationJob follow(String id) {
        Thread brokenOff = new Thread(() -> tell.accept(messages.text("register.brokenOff", id)));
        Runtime.getRuntime().addShutdownHook(brokenOff);
        try {
            RegistrationJob job = jobs.find(id);
            for (int times = 0; !job.isEnded(); times++) {
                if (times % TOLD_EVERY == 0) {
                    tell.accept(line(job));
                }
                Thread.sleep(PAUSE_MILLIS);
                job = jobs.find(id);
            }
            return job;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return jobs.find(id);
        } finally {
            forget(brokenOff);
        }
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, and the hook speaks.
        }
    }

    private String line(RegistrationJob job) {
        if (job.rowsPerSecond().isEmpty()) {
            return job.message();
        }
        long rate = job.rowsPerSecond().getAsLong();
        return job.secondsLeft().isPresent() && job.expected().isPresent()
                ? messages.text(
                        "register.progress",
                        job.read(),
                        job.expected().getAsLong(),
                        job.refused(),
                        rate,
                        job.secondsLeft().getAsLong())
                : messages.text("register.progressOpen", job.read(), job.refused(), rate);
    }
}
