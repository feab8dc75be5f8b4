// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.RegistrationService;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.registrar.source.UnreadableSourceException;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;

/**
 * Registrations of whole files: taken in, lined up, done, gone on with when the node starts again.
 *
 * <p>One job of a lane (a prefix) runs at a time, and {@link JobsConfig#atOnce} in all; others wait in the order they came.
 * What a job has counted as registered is on disk. No row is written twice and none is lost, whatever interrupts the node.
 * Safe between threads.
 */
public final class RegistrationJobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RegistrationJobs.class);
    private static final int LISTED = 100;
    private static final int CLOSING_SECONDS = 60;
    private static final Wording NONE = new Wording("", "");

    /** How a job that runs is getting on. */
    public record Pace(long rowsPerSecond, Optional<Duration> left) {}

    private record Running(JobRun run, Instant since) {}

    private final JobsConfig config;
    private final JobStore store;
    private final JobFiles files;
    private final Jdbi jdbi;
    private final TemplateCatalog catalog;
    private final RegistrationService registrations;
    private final AuditLog audit;
    private final InstantSource clock;
    private final ExecutorService runners;
    private final ExecutorService checkers;
    private final Map<String, Running> running = new LinkedHashMap<>();
    private boolean isClosing;

    public RegistrationJobs(
            JobsConfig config,
            Jdbi jdbi,
            TemplateCatalog catalog,
            RegistrationService registrations,
            AuditLog audit,
            InstantSource clock,
            int checkingThreads) {
        this.config = config;
        this.store = new JobStore(jdbi);
        this.files = new JobFiles(config.directory());
        this.jdbi = jdbi;
        this.catalog = catalog;
        this.registrations = registrations;
        this.audit = audit;
        this.clock = clock;
        this.runners = Executors.newFixedThreadPool(config.atOnce(), task -> thread(task, "registration-job"));
        this.checkers = Executors.newFixedThreadPool(checkingThreads, task -> thread(task, "registration-check"));
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Goes on with what was not ended, and forgets what was kept long enough. */
    public void start() {
        files.prepare();
        forgetOld();
        schedule();
    }

    public JobsConfig config() {
        return config;
    }

    /** A place to put what is being sent; to be given to {@link #submit} or deleted. */
    public Path arriving() {
        return files.arriving(UUID.randomUUID().toString());
    }

    /** The job an account sent under a key, when it was the same request; {@link JobConflictException} when it was another. */
    private Optional<RegistrationJob> sentBefore(JobOrder order, String digest) {
        if (order.idempotencyKey().isEmpty()) {
            return Optional.empty();
        }
        Optional<RegistrationJob> earlier = store.findByKey(order.caller().name(), order.idempotencyKey());
        if (earlier.isPresent()) {
            RegistrationJob job = earlier.get();
            String likeness = new JobOrder(
                            job.caller(),
                            catalog.find(job.template(), job.templateVersion()).orElse(order.template()),
                            job.format(),
                            job.options(),
                            job.mint(),
                            job.idempotencyKey())
                    .likeness();
            if (!job.bodyDigest().equals(digest) || !likeness.equals(order.likeness())) {
                throw new JobConflictException(job.id());
            }
        }
        return earlier;
    }

    /**
     * Lines up a job over a file that has arrived, which becomes the job's own; or returns the job that was made of the same
     * request before.
     *
     * @param digest {@code sha256:} of the file
     * @throws JobConflictException when the idempotency key was used for another request
     * @throws TooManyJobsException when {@link JobsConfig#mostWaiting} wait already
     */
    public synchronized RegistrationJob submit(JobOrder order, Path arrived, String digest) throws IOException {
        Optional<RegistrationJob> earlier = sentBefore(order, digest);
        if (earlier.isPresent()) {
            JobFiles.delete(arrived);
            return earlier.get();
        }
        if (store.unended().size() >= config.atOnce() + config.mostWaiting()) {
            JobFiles.delete(arrived);
            throw new TooManyJobsException(config.mostWaiting());
        }
        forgetOld();
        String id = UUID.randomUUID().toString();
        long octets = Files.size(arrived);
        files.keep(arrived, id);
        RegistrationJob job = new RegistrationJob(
                id,
                order.caller(),
                order.lane(),
                order.idempotencyKey(),
                digest,
                octets,
                order.template().name(),
                order.template().version(),
                order.format(),
                order.mint(),
                order.options(),
                JobState.WAITING,
                NONE,
                JobCounts.NONE,
                -1,
                clock.instant(),
                Optional.empty(),
                Optional.empty());
        store.add(job);
        audit.record(
                order.caller().name(),
                "registration.job",
                id,
                Map.of("template", order.template().toString(), "digest", digest, "octets", String.valueOf(octets)));
        schedule();
        return find(id).orElseThrow();
    }

    public Optional<RegistrationJob> find(String id) {
        Optional<Running> live;
        synchronized (this) {
            live = Optional.ofNullable(running.get(id));
        }
        return store.find(id)
                .map(job -> live.filter(l -> !job.state().isEnded())
                        .map(l -> job.with(l.run().job().counts(), l.run().job().expectedRows()))
                        .orElse(job));
    }

    /** The latest jobs of one account, or of all when it is empty; at most 100. */
    public List<RegistrationJob> latest(String account) {
        return store.latest(account, LISTED);
    }

    /** How fast a job is; empty unless it runs. */
    public synchronized Optional<Pace> pace(String id) {
        Running live = running.get(id);
        if (live == null) {
            return Optional.empty();
        }
        long millis =
                Math.max(1, Duration.between(live.since(), clock.instant()).toMillis());
        long rows = live.run().readNow();
        RegistrationJob now = live.run().job();
        long perSecond = rows * 1_000 / millis;
        boolean isTold = now.expectedRows() > 0 && rows > 0;
        long left = Math.max(0, now.expectedRows() - now.read());
        return Optional.of(
                new Pace(perSecond, isTold ? Optional.of(Duration.ofMillis(left * millis / rows)) : Optional.empty()));
    }

    /** How many jobs go before this one; 0 when it is no longer waiting. */
    public long waitingBefore(RegistrationJob job) {
        return job.state() != JobState.WAITING
                ? 0
                : store.unended().stream()
                        .takeWhile(other -> !other.id().equals(job.id()))
                        .count();
    }

    /** Ends a job: at once when it waits, after the part under way when it runs. What is registered stays. */
    public synchronized void cancel(String id, String account) {
        audit.record(account, "registration.cancel", id, Map.of());
        Running live = running.get(id);
        if (live != null) {
            live.run().stop();
        } else {
            store.find(id)
                    .filter(job -> !job.state().isEnded())
                    .ifPresent(job -> store.ended(id, JobState.CANCELLED, NONE, clock.instant()));
        }
    }

    /** The rows refused so far, in the format they came in; empty when what was sent is no longer kept. */
    public Optional<Path> errors(RegistrationJob job, Locale locale) throws IOException {
        if (!Files.exists(files.body(job.id()))) {
            return Optional.empty();
        }
        Path made = files.errors(job.id(), job.format(), locale, job.read());
        synchronized (this) {
            if (!Files.exists(made)) {
                Path making = files.arriving(UUID.randomUUID().toString());
                try {
                    new JobErrors(files, template(job)).write(job, locale, making);
                    Files.move(making, made);
                } finally {
                    Files.deleteIfExists(making);
                }
            }
        }
        return Optional.of(made);
    }

    private MetadataTemplate template(RegistrationJob job) {
        return catalog.find(job.template(), job.templateVersion())
                .orElseThrow(() -> new UnreadableSourceException(new Wording(
                        "模板 " + job.template() + " 的版本 " + job.templateVersion() + " 已不存在",
                        "template " + job.template() + " " + job.templateVersion() + " is no longer there")));
    }

    /** Starts what may run now. */
    private synchronized void schedule() {
        if (isClosing) {
            return;
        }
        Set<String> lanes =
                running.values().stream().map(r -> r.run().job().lane()).collect(Collectors.toSet());
        for (RegistrationJob job : store.unended()) {
            if (running.size() >= config.atOnce()) {
                return;
            }
            if (!running.containsKey(job.id()) && lanes.add(job.lane())) {
                begin(job);
            }
        }
    }

    private void begin(RegistrationJob job) {
        try {
            JobRun run = new JobRun(job, template(job), files, registrations, checkers, new JobLog(jdbi, clock, job));
            store.started(job.id(), clock.instant());
            running.put(job.id(), new Running(run, clock.instant()));
            runners.execute(() -> run(run, job));
        } catch (UnreadableSourceException e) {
            store.ended(job.id(), JobState.FAILED, e.reason(), clock.instant());
        }
    }

    private void run(JobRun run, RegistrationJob job) {
        Optional<JobEnd> end = Optional.empty();
        try {
            end = JobEnd.of(run, this::isEndingNode);
            end.ifPresent(e -> end(run.job(), e));
        } catch (RuntimeException e) {
            LOG.error("the registration job {} could not be ended", job.id(), e);
        } finally {
            synchronized (this) {
                running.remove(job.id());
            }
            schedule();
        }
    }

    private void end(RegistrationJob job, JobEnd end) {
        store.ended(job.id(), end.state(), end.problem(), clock.instant());
        audit.record(
                job.caller().name(),
                "registration.end",
                job.id(),
                Map.of(
                        "state", end.state().code(),
                        "registered", String.valueOf(job.registered()),
                        "unchanged", String.valueOf(job.unchanged()),
                        "refused", String.valueOf(job.refused())));
    }

    private synchronized boolean isEndingNode() {
        return isClosing;
    }

    private void forgetOld() {
        for (String id : store.endedBefore(clock.instant().minus(config.kept()))) {
            files.forget(id);
        }
    }

    /** Stops after the parts under way; what was not ended goes on when the node starts again. */
    @Override
    public void close() {
        List<Running> left;
        synchronized (this) {
            isClosing = true;
            left = new ArrayList<>(running.values());
        }
        left.forEach(r -> r.run().stop());
        runners.shutdown();
        try {
            if (!runners.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("a registration job did not stop in {} s", CLOSING_SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        checkers.shutdownNow();
    }
}
