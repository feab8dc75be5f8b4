// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.ingest.ActivityFile;
import org.tanma.carbon.service.ingest.ActivityIngest;
import org.tanma.carbon.service.ingest.ActivityReview;
import org.tanma.carbon.service.ingest.IngestReport;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.ledger.ActivityEntry;
import org.tanma.carbon.service.ledger.ActivityLedger;
import org.tanma.carbon.service.ledger.EntryKey;
import org.tanma.carbon.service.ledger.Period;
import org.tanma.kit.page.Language;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.AskedLanguage;
import org.tanma.kit.rest.FileBodies;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.Wording;
import reactor.core.publisher.Mono;

/** Reporting activity data, and seeing what is reported. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Activity data", description = "What enterprises used, made and bought, by month and source (活动数据)")
public final class ActivityDataController {
    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final long MOST_OCTETS = 64L << 20;
    private static final long MOST_JSON = 16L << 20;
    private static final String CSV_EXAMPLE = """
            source,kind,period,amount,unit,meter,ncv (GJ/t)
            KILN-1,fuel/bituminous-coal,2025-01,18250.5,t,88.118.1/SCALE-COAL-1,23.10
            """;
    private static final String JSON_EXAMPLE = """
            {"entries":[{"source":"KILN-1","kind":"fuel/bituminous-coal","period":"2025-01","amount":"18250.5","unit":"t",
              "meter":"88.118.1/SCALE-COAL-1","measured":{"ncv":{"value":"23.10","unit":"GJ/t"}}}]}
            """;

    private final IdentifierPlane identifiers;
    private final ActivityIngest ingest;
    private final ActivityLedger ledger;
    private final ActivityReview review;
    private final KindCatalog kinds;

    public ActivityDataController(
            IdentifierPlane identifiers,
            ActivityIngest ingest,
            ActivityLedger ledger,
            ActivityReview review,
            KindCatalog kinds) {
        this.identifiers = identifiers;
        this.ingest = ingest;
        this.ledger = ledger;
        this.review = review;
        this.kinds = kinds;
    }

    @PostMapping(
            path = "/activity-data",
            consumes = {MediaType.APPLICATION_JSON_VALUE, CSV, XLSX},
            produces = {MediaType.APPLICATION_JSON_VALUE, CSV, XLSX, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(
            summary = "Report activity data",
            description =
                    "CSV or a workbook (XLSX) with the columns source, kind, period, amount, unit and, where known, meter, evidence, note and"
                            + " measured properties headed like 'ncv (GJ/t)' (Chinese headers are understood); or JSON"
                            + " {\"entries\":[…]}. A bad row does not stop the good ones unless atomic=true. Reporting the same"
                            + " again is 'unchanged'; another figure is a new version, which says why (column or parameter"
                            + " 'reason'), and the old one stays. The amount 'withdrawn' (撤回) takes an entry back. A CSV file"
                            + " or workbook comes back with columns that say what became of each row where Accept names its"
                            + " form. Rows of a closed period are refused.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = CSV,
                                        schema = @Schema(type = "string"),
                                        examples = @ExampleObject(CSV_EXAMPLE)),
                                @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                                        schema = @Schema(type = "object"),
                                        examples = @ExampleObject(JSON_EXAMPLE))
                            }))
    @ApiResponse(
            responseCode = "201",
            description = "Every row is accepted and at least one was recorded",
            content = @Content(schema = @Schema(implementation = IngestAnswer.class)))
    @ApiResponse(responseCode = "200", description = "Every row is accepted; nothing was new, or it was a dry run")
    @ApiResponse(responseCode = "207", description = "Some rows are accepted; the report says which are not, and why")
    @ApiResponse(responseCode = "422", description = "No row is accepted; the report says why")
    @ApiResponse(responseCode = "403", description = "Not the caller's enterprise")
    @ApiResponse(responseCode = "413", description = "Longer than 64 MiB, JSON longer than 16 MiB")
    public Mono<ResponseEntity<Object>> report(
            @Parameter(hidden = true) ServerHttpRequest request,
            @Parameter(description = "Language of the messages: zh or en; else by Accept-Language")
                    @RequestParam(name = "lang", required = false)
                    @Nullable
                    String lang,
            @Parameter(description = "Its handle", example = "88.118.1/ENTERPRISE") @RequestParam("enterprise")
                    String enterprise,
            @Parameter(description = "All rows or none; of files of up to 50,000 rows")
                    @RequestParam(name = "atomic", defaultValue = "false")
                    boolean atomic,
            @RequestParam(name = "dryRun", defaultValue = "false") boolean dryRun,
            @Parameter(description = "Why figures are corrected, for rows that do not say")
                    @RequestParam(name = "reason", defaultValue = "")
                    String reason,
            @RequestHeader("Content-Type") MediaType type) {
        Language language = AskedLanguage.of(request);
        ActivityFile.Form form = ActivityFile.Form.ofMediaType(type.getType() + "/" + type.getSubtype())
                .orElse(ActivityFile.Form.CSV);
        ActivityIngest.Mode mode = new ActivityIngest.Mode(atomic, dryRun, Requests.reason(reason));
        return Answers.to(caller -> {
                    caller.requireWriteUnder(
                            Requests.prefix(enterprise),
                            new Wording(enterprise + " 的活动数据", "activity data of " + enterprise));
                    Requests.enterprise(identifiers, enterprise);
                    return ReceivedFile.place();
                })
                .flatMap(file -> FileBodies.receive(
                                request, file.path(), form == ActivityFile.Form.JSON ? MOST_JSON : MOST_OCTETS)
                        .then(Answers.to(caller ->
                                take(file, form, enterprise, mode, caller.name(), language, wantsTable(request, form))))
                        .doFinally(end -> file.close()));
    }

    private ResponseEntity<Object> take(
            ReceivedFile received,
            ActivityFile.Form form,
            String enterprise,
            ActivityIngest.Mode mode,
            String account,
            Language language,
            boolean wantsTable) {
        try (ActivityFile file = ActivityFile.open(received.path(), form)) {
            IngestReport report = ingest.file(enterprise, file, mode, account);
            ResponseEntity.BodyBuilder answer = ResponseEntity.status(status(report))
                    .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
            Optional<byte[]> table = wantsTable ? file.answer(report, language) : Optional.empty();
            return table.isPresent()
                    ? answer.contentType(MediaType.parseMediaType(form.mediaType()))
                            .body(table.get())
                    : answer.contentType(MediaType.APPLICATION_JSON).body(IngestAnswer.of(report, language));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table comes back to whoever asks for its form by name. */
    private static boolean wantsTable(ServerHttpRequest request, ActivityFile.Form form) {
        MediaType table = MediaType.parseMediaType(form.mediaType());
        List<MediaType> accepted = request.getHeaders().getAccept();
        boolean isNamed = accepted.stream().anyMatch(a -> a.isConcrete() && a.equalsTypeAndSubtype(table));
        return form != ActivityFile.Form.JSON && isNamed;
    }

    private static HttpStatus status(IngestReport report) {
        if (report.accepted() == 0) {
            return HttpStatus.UNPROCESSABLE_CONTENT;
        }
        if (report.rejected() > 0) {
            return HttpStatus.MULTI_STATUS;
        }
        return report.hasRecorded() ? HttpStatus.CREATED : HttpStatus.OK;
    }

    @GetMapping("/activity-data")
    @Operation(
            summary = "What is reported of a year, with the calendar of sources and months",
            description =
                    "For the enterprise, a verifier, a regulator and the operator. A month is full, missing, or odd"
                            + " with the reason.")
    @ApiResponse(responseCode = "403", description = "Not for the caller to see")
    public Mono<ActivityDataAnswer> list(
            @RequestParam("enterprise") String enterprise, @RequestParam("year") int year) {
        return Answers.to(caller -> {
            Requests.requireReader(caller, enterprise);
            Requests.enterprise(identifiers, enterprise);
            ActivityReview.Year found = review.of(enterprise, Requests.year(year));
            return new ActivityDataAnswer(
                    enterprise,
                    year,
                    found.entries().stream()
                            .map(ActivityDataAnswer.EntryAnswer::of)
                            .toList(),
                    found.calendar());
        });
    }

    @GetMapping("/activity-data/history")
    @Operation(
            summary = "Every version of one entry, oldest first",
            description =
                    "For those who may see the activity data. An empty amount means that the entry was taken back.")
    @ApiResponse(responseCode = "404", description = "Never reported")
    public Mono<List<ActivityDataAnswer.EntryAnswer>> history(
            @RequestParam("enterprise") String enterprise,
            @RequestParam("source") String source,
            @RequestParam("kind") String kind,
            @RequestParam("period") String period) {
        return Answers.to(caller -> {
            Requests.requireReader(caller, enterprise);
            List<ActivityEntry> versions = kinds.find(kind)
                    .flatMap(k -> Period.parse(period).map(p -> new EntryKey(enterprise, source, k.code(), p)))
                    .map(ledger::history)
                    .orElse(List.of());
            if (versions.isEmpty()) {
                throw ProblemException.notFound(new Wording(
                        source + " 从未填报 " + period + " 的 " + kind + "。",
                        "Nothing was ever reported of " + kind + " at " + source + " for " + period + "."));
            }
            return versions.stream().map(ActivityDataAnswer.EntryAnswer::of).toList();
        });
    }

    @GetMapping("/activity-kinds")
    @Operation(summary = "The kinds of activity data, with their names, units and measurable properties")
    public List<KindAnswer> kinds() {
        return kinds.all().stream().map(KindAnswer::of).toList();
    }
}
