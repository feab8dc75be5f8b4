// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.job;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.RefusedSheetException;
import org.tanma.resolver.registrar.source.UnreadableSourceException;
import org.tanma.template.validate.Violation;

/** How a job ended, and why when it failed. */
record JobEnd(JobState state, Wording problem) {
    private static final Logger LOG = LoggerFactory.getLogger(JobEnd.class);
    private static final Wording NONE = new Wording("", "");

    /** Runs a job to its end; empty when it is the node that stops, and the job is to go on later. */
    static Optional<JobEnd> of(JobRun run, BooleanSupplier isNodeStopping) {
        try {
            run.run();
            return Optional.of(new JobEnd(JobState.DONE, NONE));
        } catch (CancellationException e) {
            return isNodeStopping.getAsBoolean() ? Optional.empty() : Optional.of(new JobEnd(JobState.CANCELLED, NONE));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (RefusedSheetException e) {
            return Optional.of(new JobEnd(JobState.FAILED, columns(e.violations())));
        } catch (UnreadableSourceException e) {
            return Optional.of(new JobEnd(JobState.FAILED, e.reason()));
        } catch (IOException e) {
            LOG.warn("a registration job failed", e);
            return Optional.of(new JobEnd(
                    JobState.FAILED,
                    new Wording(
                            "读写文件出错（磁盘可能已满）：" + e.getMessage(),
                            "a file could not be read or written, the disk may be full: " + e.getMessage())));
        } catch (RuntimeException e) {
            LOG.error("a registration job failed", e);
            return isNodeStopping.getAsBoolean()
                    ? Optional.empty()
                    : Optional.of(new JobEnd(
                            JobState.FAILED,
                            new Wording(
                                    "节点内部出错，原因见其日志；已登记的保留，可再次发送同一文件",
                                    "the node met an error that its log tells; what is registered stays, and the file can be"
                                            + " sent again")));
        }
    }

    private static Wording columns(List<Violation> violations) {
        StringBuilder zh = new StringBuilder("表头有无法识别的列：");
        StringBuilder en = new StringBuilder("the header has columns that are not understood: ");
        for (Violation violation : violations) {
            zh.append(violation.message(java.util.Locale.CHINESE));
            en.append(violation.message(java.util.Locale.ENGLISH)).append(' ');
        }
        return new Wording(zh.toString(), en.toString().strip());
    }
}
