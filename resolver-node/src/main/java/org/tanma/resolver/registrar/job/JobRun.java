// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.tanma.resolver.registrar.CheckedRows;
import org.tanma.resolver.registrar.RegistrationOptions;
import org.tanma.resolver.registrar.RegistrationReport;
import org.tanma.resolver.registrar.RegistrationService;
import org.tanma.resolver.registrar.RowReport;
import org.tanma.resolver.registrar.source.RowSource;
import org.tanma.resolver.registrar.source.RowSource.SourceRow;
import org.tanma.template.model.MetadataTemplate;

/**
 * One job being done: parts of {@value #PART} rows are read, checked by other threads a few ahead, and written in their order
 * by this one. Between two parts it can be stopped.
 *
 * <p>For a part: its row goes to the log on disk, with the counts up to the last part finished, then its records; while these are
 * on their way, the next part is begun. When they are on disk, its refused rows follow. Whatever a crash interrupts, the job goes
 * on from the last counts on disk.
 */
final class JobRun {
    /** Rows of a part. */
    static final int PART = 2_000;
    /** Parts checked ahead of the one that is written. */
    private static final int AHEAD = 4;

    private static final long FLUSH_ROWS = 20_000;

    private final RegistrationJob job;
    private final MetadataTemplate template;
    private final JobFiles files;
    private final RegistrationService registrations;
    private final ExecutorService checkers;
    private final JobLog log;
    private volatile JobCounts counts;
    private volatile long expected;
    private volatile long startedAtRow;
    private volatile boolean isStopped;
    private long flushedAt;
    private Optional<RegistrationService.PartUnderWay> underWay = Optional.empty();

    JobRun(
            RegistrationJob job,
            MetadataTemplate template,
            JobFiles files,
            RegistrationService registrations,
            ExecutorService checkers,
            JobLog log) {
        this.job = job;
        this.template = template;
        this.files = files;
        this.registrations = registrations;
        this.checkers = checkers;
        this.log = log;
        this.counts = job.counts();
        this.expected = job.expectedRows();
        this.startedAtRow = counts.read();
    }

    RegistrationJob job() {
        return job.with(counts, expected);
    }

    /** Rows read since this run began. */
    long readNow() {
        return counts.read() - startedAtRow;
    }

    /** Asks it to stop after the part under way. */
    void stop() {
        isStopped = true;
    }

    boolean isStopped() {
        return isStopped;
    }

    /** Does the job to its end; {@link CancellationException} when it was stopped before. */
    void run() throws IOException, InterruptedException {
        boolean isTwoPass = job.options().isAtomic() && !job.options().isDryRun();
        if (!isTwoPass) {
            pass(!job.options().isDryRun(), PART);
            return;
        }
        if (counts.pass() == 1) {
            pass(false, PART);
            if (counts.refused() > 0) {
                return;
            }
            long rows = counts.read();
            counts = JobCounts.startOf(2);
            startedAtRow = 0;
            log.reached(counts, 0);
            log.flush();
            expected = rows;
        }
        pass(true, RegistrationService.MAX_ATOMIC_ROWS);
    }

    private void pass(boolean isWriting, int partRows) throws IOException, InterruptedException {
        if (!isWriting) {
            counts = JobCounts.startOf(counts.pass());
            startedAtRow = 0;
        }
        flushedAt = counts.read();
        SeenHandles seen = new SeenHandles();
        RegistrationOptions options =
                new RegistrationOptions(false, !isWriting, job.options().isReplacing());
        Deque<Future<CheckedRows>> ahead = new ArrayDeque<>();
        try (RowSource source = job.format().open(files.body(job.id()), template);
                RefusedRows refused = RefusedRows.open(files.refused(job.id()), counts.refusedOctets())) {
            expected = Math.max(expected, source.expectedRows());
            skip(source, counts.read());
            boolean isEnd = false;
            while (!isEnd || !ahead.isEmpty()) {
                while (!isEnd && ahead.size() < AHEAD) {
                    List<SourceRow> part = part(source, partRows);
                    isEnd = part.size() < partRows;
                    if (!part.isEmpty()) {
                        ahead.add(checkers.submit(() -> registrations.check(
                                template, part.stream().map(SourceRow::read).toList(), options, job.caller())));
                    }
                }
                if (isStopped) {
                    finishUnderWay(refused);
                    throw new CancellationException("the job was stopped");
                }
                if (!ahead.isEmpty()) {
                    settle(checked(ahead.remove()), isWriting, seen, refused);
                }
            }
            finishUnderWay(refused);
            log.flush();
        } finally {
            ahead.forEach(f -> f.cancel(true));
        }
    }

    private void settle(CheckedRows rows, boolean isWriting, SeenHandles seen, RefusedRows refused) throws IOException {
        if (!isWriting) {
            reached(seen.judge(rows.report(), rows.rows()), refused, false);
            return;
        }
        if (rows.mustFollow()) {
            finishUnderWay(refused);
        }
        RegistrationService.PartUnderWay begun = registrations.begin(rows, job.mint(), job.caller(), log, () -> {
            try {
                finishUnderWay(refused);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        finishUnderWay(refused);
        underWay = Optional.of(begun);
    }

    private void finishUnderWay(RefusedRows refused) throws IOException {
        if (underWay.isPresent()) {
            RegistrationService.PartUnderWay part = underWay.get();
            underWay = Optional.empty();
            reached(part.finish(), refused, true);
        }
    }

    private void reached(RegistrationReport report, RefusedRows refused, boolean isWriting) throws IOException {
        counts = counts.plus(report, refused.append(report));
        log.reached(counts, report.rows().get(report.rows().size() - 1).row());
        if (counts.read() - flushedAt >= FLUSH_ROWS) {
            flushedAt = counts.read();
            if (!isWriting || report.count(RowReport.Status.REGISTERED) == 0) {
                log.flush();
            }
        }
    }

    private static CheckedRows checked(Future<CheckedRows> part) throws InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static void skip(RowSource source, long rows) throws IOException {
        for (long i = 0; i < rows; i++) {
            if (source.next().isEmpty()) {
                return;
            }
        }
    }

    private static List<SourceRow> part(RowSource source, int most) throws IOException {
        List<SourceRow> part = new ArrayList<>(most);
        while (part.size() < most) {
            Optional<SourceRow> row = source.next();
            if (row.isEmpty()) {
                break;
            }
            part.add(row.get());
        }
        return part;
    }
}
