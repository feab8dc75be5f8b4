// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.job.JobState;
import org.tanma.resolver.registrar.job.RegistrationJob;
import org.tanma.resolver.registrar.job.RegistrationJobs;
import org.tanma.resolver.registrar.mint.MintRule;

/** How a registration of a whole file is getting on. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "RegistrationJob", description = "A registration of a whole file: how far, how fast, how long still")
record JobAnswer(
        @Schema(example = "0d5f3c1e-3b0a-4a8e-9a52-0f6c0f6d7a11")
        String id,

        @Schema(
                allowableValues = {"waiting", "running", "done", "cancelled", "failed"},
                example = "running")
        String state,

        @Schema(description = "What there is to say about the state, in the language asked for")
        String message,

        @Schema(example = "device") String template,
        @Schema(example = "1.0.0") String templateVersion,

        @Schema(allowableValues = {"csv", "xlsx", "jsonl", "json"})
        String format,

        @Schema(description = "Rule asked for; absent for that of the prefix") @Nullable
        String mint,

        boolean atomic,
        boolean dryRun,
        boolean replace,

        @Schema(description = "Octets of what was sent") long octets,

        @Schema(description = "sha256: of what was sent") String digest,

        @Schema(description = "2 once an atomic job, all of whose rows are good, writes")
        int pass,

        Rows rows,

        @Schema(description = "While it runs") @Nullable Long rowsPerSecond,

        @Schema(description = "While it runs, when the number of rows can be told") @Nullable
        Long secondsLeft,

        @Schema(description = "Jobs before this one, while it waits") @Nullable
        Long waitingBefore,

        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,

        @Schema(
                description = "The refused rows with their reasons, in the form they came in",
                example = "/api/v1/registrations/jobs/…/errors")
        String errors) {
    /** What became of the rows so far. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "JobRows")
    record Rows(
            @Schema(example = "412000") long read,

            @Schema(description = "About how many there are; absent when that cannot be told") @Nullable
            Long expected,

            @Schema(description = "On disk; in a dry run, would be registered")
            long registered,

            @Schema(description = "Registered before with the same content")
            long unchanged,

            @Schema(description = "With something wrong: see errors")
            long refused) {}

    static JobAnswer of(RegistrationJob job, RegistrationJobs jobs, Locale locale) {
        Optional<RegistrationJobs.Pace> pace = jobs.pace(job.id());
        long before = jobs.waitingBefore(job);
        return new JobAnswer(
                job.id(),
                job.state().code(),
                in(message(job, before), locale),
                job.template(),
                job.templateVersion().toString(),
                job.format().code(),
                job.mint().map(MintRule::toString).orElse(null),
                job.options().isAtomic(),
                job.options().isDryRun(),
                job.options().isReplacing(),
                job.octets(),
                job.bodyDigest(),
                job.pass(),
                new Rows(
                        job.read(),
                        job.expectedRows() < 0 ? null : (Long) job.expectedRows(),
                        job.registered(),
                        job.unchanged(),
                        job.refused()),
                pace.map(RegistrationJobs.Pace::rowsPerSecond).orElse(null),
                pace.flatMap(RegistrationJobs.Pace::left)
                        .map(left -> left.toSeconds())
                        .orElse(null),
                job.state() == JobState.WAITING ? (Long) before : null,
                job.createdAt(),
                job.startedAt().orElse(null),
                job.endedAt().orElse(null),
                RegistrationJobController.PATH + "/" + job.id() + "/errors");
    }

    private static Wording message(RegistrationJob job, long before) {
        boolean isDry = job.options().isDryRun();
        return switch (job.state()) {
            case WAITING ->
                new Wording(
                        "排队中，之前还有 " + before + " 个任务；同一前缀一次只执行一个。",
                        "Waiting, with " + before + " jobs before it; one job of a prefix runs at a time.");
            case RUNNING ->
                isDry || job.options().isAtomic() && job.pass() == 1
                        ? new Wording("正在校验，尚未写入。", "Checking; nothing is written yet.")
                        : new Wording("正在登记；已计入的行均已落盘。", "Registering; what is counted is on disk.");
            case DONE -> done(job, isDry);
            case CANCELLED ->
                new Wording(
                        "已取消；此前登记的 " + job.registered() + " 行保留。",
                        "Cancelled; the " + job.registered() + " rows registered before stay.");
            case FAILED ->
                new Wording(
                        "无法继续：" + job.problem().zh() + "。此前登记的 " + job.registered() + " 行保留。",
                        "Cannot go on: " + job.problem().en() + ". The " + job.registered()
                                + " rows registered before stay.");
        };
    }

    private static Wording done(RegistrationJob job, boolean isDry) {
        if (isDry) {
            return new Wording("校验完毕，未写入任何内容。", "Checked; nothing was written.");
        }
        boolean isStopped = job.options().isAtomic() && job.pass() == 1;
        return isStopped
                ? new Wording(
                        "有 " + job.refused() + " 行被拒，按要求未写入任何内容。",
                        "Nothing was written, as was asked, for " + job.refused() + " rows are refused.")
                : new Wording("登记完毕。", "Done.");
    }

    private static String in(Wording wording, Locale locale) {
        return locale.getLanguage().equals("en") ? wording.en() : wording.zh();
    }
}
