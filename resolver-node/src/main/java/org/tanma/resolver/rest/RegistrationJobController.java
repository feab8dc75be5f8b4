// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.FileBodies;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedProblem;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.RegistrationOptions;
import org.tanma.resolver.registrar.job.JobConflictException;
import org.tanma.resolver.registrar.job.JobOrder;
import org.tanma.resolver.registrar.job.RegistrationJob;
import org.tanma.resolver.registrar.job.RegistrationJobs;
import org.tanma.resolver.registrar.job.TooManyJobsException;
import org.tanma.resolver.registrar.source.SourceFormat;
import org.tanma.resolver.registrar.source.UnreadableSourceException;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;
import reactor.core.publisher.Mono;

/** Registering whole files, in the background. */
@RestController
@RequestMapping(RegistrationJobController.PATH)
@Tag(name = "Registrations")
public final class RegistrationJobController {
    static final String PATH = "/api/v1/registrations/jobs";

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private final TemplateCatalog catalog;
    private final RegistrationJobs jobs;

    public RegistrationJobController(TemplateCatalog catalog, RegistrationJobs jobs) {
        this.catalog = catalog;
        this.jobs = jobs;
    }

    @PostMapping(produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(
            summary = "Register a whole file in the background",
            description =
                    "CSV, XLSX, JSON Lines or JSON, told by Content-Type, up to a million rows. Answered as soon as the file"
                            + " has arrived; the Location tells how it gets on. Good rows are registered in parts as they come,"
                            + " bad ones collected with their reasons. A job survives the end of the node. With atomic=true"
                            + " every row is checked before the first is written, and nothing is written when one is bad.",
            requestBody =
                    @RequestBody(
                            content = {
                                @Content(mediaType = "text/csv", schema = @Schema(type = "string")),
                                @Content(
                                        mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(mediaType = "application/jsonl", schema = @Schema(type = "string")),
                                @Content(schema = @Schema(implementation = RegistrationRequest.class))
                            }))
    @ApiResponse(responseCode = "202", description = "Arrived; Location tells where its progress is")
    @ApiResponse(responseCode = "413", description = "Too long", content = @Content)
    @ApiResponse(responseCode = "415", description = "Of no form that is taken", content = @Content)
    @ApiResponse(
            responseCode = "422",
            description = "The Idempotency-Key was used for another request",
            content = @Content)
    @ApiResponse(responseCode = "429", description = "Too many jobs wait", content = @Content)
    @ApiResponse(responseCode = "507", description = "The disk is full", content = @Content)
    public Mono<ResponseEntity<JobAnswer>> submit(
            @Parameter(hidden = true) ServerHttpRequest request,
            @Parameter(description = "Name of a template", example = "device") @RequestParam("template") String name,
            @Parameter(description = "How handles are made for rows that name none", example = "sequence:6:KILN-")
                    @RequestParam(name = "mint", required = false)
                    @Nullable
                    String mint,
            @Parameter(description = "Write only when every row is good")
                    @RequestParam(name = "atomic", defaultValue = "false")
                    boolean atomic,
            @Parameter(description = "Check everything, write nothing")
                    @RequestParam(name = "dryRun", defaultValue = "false")
                    boolean dryRun,
            @Parameter(description = "Write over records whose content differs")
                    @RequestParam(name = "replace", defaultValue = "false")
                    boolean replace,
            @Parameter(description = "Language of the messages: zh or en; else by Accept-Language")
                    @RequestParam(name = "lang", required = false)
                    @Nullable
                    String lang) {
        Locale locale = Requests.locale(lang, request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
        RegistrationOptions options = new RegistrationOptions(atomic, dryRun, replace);
        return Answers.toSignedIn(caller -> {
                    RegistrationController.requireWriter(caller);
                    MetadataTemplate template = TemplateController.get(catalog, name);
                    RegistrationController.requireNotIssued(template);
                    return new JobOrder(caller, template, format(request), options, MintRules.find(mint), key(request));
                })
                .flatMap(order -> {
                    Path file = jobs.arriving();
                    return FileBodies.receive(request, file, jobs.config().mostOctets())
                            .flatMap(digest -> Answers.of(() -> submit(order, file, digest, locale)));
                });
    }

    private ResponseEntity<JobAnswer> submit(JobOrder order, Path file, String digest, Locale locale) {
        try {
            RegistrationJob job = jobs.submit(order, file, digest);
            return ResponseEntity.accepted()
                    .location(URI.create(PATH + "/" + job.id()))
                    .header(HttpHeaders.RETRY_AFTER, "1")
                    .body(JobAnswer.of(job, jobs, locale));
        } catch (JobConflictException e) {
            throw ProblemException.unprocessable(
                    "idempotency-key-used",
                    new Wording(
                            "该 Idempotency-Key 已用于另一请求（任务 " + e.jobId() + "），未登记任何内容。",
                            "Nothing was registered: the Idempotency-Key was used for another request, job " + e.jobId()
                                    + "."),
                    List.of(new WordedViolation(
                            "Idempotency-Key",
                            order.idempotencyKey(),
                            new Wording("同一正文与参数，或新的键", "the same body and parameters, or a new key"),
                            Wording.NONE)));
        } catch (TooManyJobsException e) {
            throw new ProblemException(new WordedProblem(
                    "too-many-jobs",
                    429,
                    new Wording("任务过多", "Too many jobs"),
                    new Wording(
                            "已有 " + e.mostWaiting() + " 个任务在排队，稍后再发送。",
                            "There are " + e.mostWaiting() + " jobs waiting already; send it again later."),
                    List.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(summary = "The latest 100 jobs of the account, newest first; of all accounts for the operator")
    public Mono<List<JobAnswer>> list(@Parameter(hidden = true) ServerHttpRequest request) {
        Locale locale = locale(request);
        return Answers.toSignedIn(caller -> {
            RegistrationController.requireWriter(caller);
            return jobs.latest(caller.isOperator() ? "" : caller.name()).stream()
                    .map(job -> JobAnswer.of(job, jobs, locale))
                    .toList();
        });
    }

    @GetMapping(
            path = "/{id}",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(summary = "How a job is getting on")
    @ApiResponse(responseCode = "404", description = "No such job of this account", content = @Content)
    public Mono<JobAnswer> find(@Parameter(hidden = true) ServerHttpRequest request, @PathVariable("id") String id) {
        Locale locale = locale(request);
        return Answers.toSignedIn(caller -> JobAnswer.of(get(id, caller), jobs, locale));
    }

    @GetMapping("/{id}/errors")
    @Operation(
            summary = "The refused rows with their reasons",
            description =
                    "In the form they came in, with columns or members that say what is wrong; mended, they can be"
                            + " sent again as they are. While the job runs: those refused so far.")
    @ApiResponse(responseCode = "200", description = "A file", content = @Content)
    @ApiResponse(responseCode = "204", description = "No row was refused", content = @Content)
    @ApiResponse(responseCode = "404", description = "No such job of this account", content = @Content)
    @ApiResponse(responseCode = "410", description = "What was sent is no longer kept", content = @Content)
    public Mono<ResponseEntity<Resource>> errors(
            @Parameter(hidden = true) ServerHttpRequest request,
            @PathVariable("id") String id,
            @Parameter(description = "Language of the reasons: zh or en; else by Accept-Language")
                    @RequestParam(name = "lang", required = false)
                    @Nullable
                    String lang) {
        Locale locale = Requests.locale(lang, request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
        return Answers.toSignedIn(caller -> {
            RegistrationJob job = get(id, caller);
            if (job.refused() == 0) {
                return ResponseEntity.noContent().build();
            }
            try {
                Optional<Path> file = jobs.errors(job, locale);
                return ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType(job.format().mediaType()))
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("errors." + job.format().code())
                                        .build()
                                        .toString())
                        .body(new FileSystemResource(file.orElseThrow(RegistrationJobController::gone)));
            } catch (UnreadableSourceException e) {
                throw ProblemException.conflict(new Wording(
                        e.reason().zh() + "。",
                        "It cannot be read: " + e.reason().en() + "."));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @DeleteMapping(
            path = "/{id}",
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(summary = "Cancel a job", description = "What is registered stays; the part under way is finished.")
    @ApiResponse(responseCode = "200", description = "Cancelled, or about to be")
    @ApiResponse(responseCode = "404", description = "No such job of this account", content = @Content)
    public Mono<JobAnswer> cancel(@Parameter(hidden = true) ServerHttpRequest request, @PathVariable("id") String id) {
        Locale locale = locale(request);
        return Answers.toSignedIn(caller -> {
            jobs.cancel(get(id, caller).id(), caller.name());
            return JobAnswer.of(get(id, caller), jobs, locale);
        });
    }

    /** A job its sender, a colleague of the same prefixes, or the operator asks about. */
    private RegistrationJob get(String id, Caller caller) {
        RegistrationController.requireWriter(caller);
        return jobs.find(id)
                .filter(job -> caller.isOperator()
                        || job.caller().name().equals(caller.name())
                        || !caller.prefixes().isEmpty()
                                && job.caller().prefixes().equals(caller.prefixes()))
                .orElseThrow(() -> ProblemException.notFound(
                        new Wording("本账户没有任务“" + id + "”。", "This account has no job '" + id + "'.")));
    }

    private static ProblemException gone() {
        return new ProblemException(new WordedProblem(
                "gone",
                410,
                new Wording("已清除", "Gone"),
                new Wording("该任务的文件已超过保留期。", "The file of this job was kept as long as files are, and is gone."),
                List.of()));
    }

    private static SourceFormat format(ServerHttpRequest request) {
        MediaType type = request.getHeaders().getContentType();
        return Optional.ofNullable(type)
                .flatMap(t -> SourceFormat.ofMediaType(t.getType() + "/" + t.getSubtype()))
                .orElseThrow(() -> new ProblemException(new WordedProblem(
                        "media-type",
                        415,
                        new Wording("无法识别的格式", "Unknown form"),
                        new Wording(
                                "未登记任何内容：请在 Content-Type 中写明文件格式。",
                                "Nothing was registered: say in Content-Type what the file is."),
                        List.of(new WordedViolation(
                                "Content-Type",
                                type == null ? "" : type.toString(),
                                new Wording("下列之一：" + types(), "one of " + types()),
                                Wording.NONE)))));
    }

    private static String types() {
        return Arrays.stream(SourceFormat.values()).map(SourceFormat::mediaType).collect(Collectors.joining(", "));
    }

    private static String key(ServerHttpRequest request) {
        String key = request.getHeaders().getFirst("Idempotency-Key");
        if (key == null) {
            return "";
        }
        if (!KEY.matcher(key).matches()) {
            throw ProblemException.badRequest(
                    new Wording("Idempotency-Key 不合格式。", "The Idempotency-Key is malformed."),
                    new WordedViolation(
                            "Idempotency-Key",
                            key.length() > 80 ? key.substring(0, 79) + "…" : key,
                            new Wording("1 至 255 个可见的 ASCII 字符", "1 to 255 visible ASCII characters"),
                            Wording.NONE));
        }
        return key;
    }

    private static Locale locale(ServerHttpRequest request) {
        return Requests.locale(null, request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
