// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.kit.csv.CsvFormatException;
import org.tanma.kit.csv.CsvTable;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedProblem;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.RefusedSheetException;
import org.tanma.resolver.registrar.RegistrationOptions;
import org.tanma.resolver.registrar.RegistrationReport;
import org.tanma.resolver.registrar.RegistrationRow;
import org.tanma.resolver.registrar.RegistrationService;
import org.tanma.resolver.registrar.RegistrationSheet;
import org.tanma.resolver.registrar.RowReport;
import org.tanma.resolver.registrar.SheetAnswer;
import org.tanma.resolver.registrar.mint.MintRule;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;
import reactor.core.publisher.Mono;

/** Registering records. */
@RestController
@RequestMapping("/api/v1/registrations")
@Tag(name = "Registrations", description = "Register enterprises, devices, products and batches")
public final class RegistrationController {
    /** Longest body taken, in octets. */
    static final int MAX_BODY = 16 * 1024 * 1024;

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final String CSV = "text/csv";
    private static final String FORBIDDEN = "handle.forbidden";

    private final TemplateCatalog catalog;
    private final RegistrationService registrations;

    public RegistrationController(TemplateCatalog catalog, RegistrationService registrations) {
        this.catalog = catalog;
        this.registrations = registrations;
    }

    @PostMapping(
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(
            summary = "Register records",
            description =
                    "For an enterprise under its own prefix, and the operator. Every record is checked against its"
                            + " template; a bad one never stops the others unless atomic is true. At most 20,000 records (10,000"
                            + " atomic) and 16 MiB. A record reported as registered is on disk; sending it again changes nothing.",
            requestBody =
                    @RequestBody(content = @Content(schema = @Schema(implementation = RegistrationRequest.class))))
    @ApiResponse(responseCode = "201", description = "All accepted, at least one written")
    @ApiResponse(responseCode = "200", description = "All accepted, nothing to write, or a dry run")
    @ApiResponse(responseCode = "207", description = "Some accepted, some refused: see the rows")
    @ApiResponse(responseCode = "403", description = "Under another's prefix", content = @Content)
    @ApiResponse(responseCode = "413", description = "Too long", content = @Content)
    @ApiResponse(responseCode = "422", description = "All refused: see the rows")
    public Mono<ResponseEntity<ReportAnswer>> json(
            @Parameter(hidden = true) ServerHttpRequest request,
            @Parameter(description = "Language of the messages: zh or en; else by Accept-Language")
                    @RequestParam(name = "lang", required = false)
                    @Nullable
                    String lang) {
        Locale locale = locale(request, lang);
        return body(request)
                .flatMap(body -> Answers.to(caller -> {
                    requireWriter(caller);
                    RegistrationReader.Read read = RegistrationReader.read(body, catalog::find);
                    MetadataTemplate template = TemplateController.get(catalog, read.template());
                    RegistrationReport report = register(template, read.rows(), read.options(), read.mint(), caller);
                    return ResponseEntity.status(status(report)).body(ReportAnswer.of(report, locale));
                }));
    }

    @PostMapping(
            consumes = CSV,
            produces = {MediaType.APPLICATION_JSON_VALUE, CSV, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(
            summary = "Register the rows of a table",
            description =
                    "Header: codes or Chinese or English names of items, a unit in brackets allowed; columns handle or"
                            + " suffix if wished. UTF-8 or GB18030. With Accept: text/csv the same table comes back with what became"
                            + " of each row, its handle and what is wrong; mended, it can be sent again as it is.",
            requestBody = @RequestBody(content = @Content(mediaType = CSV, schema = @Schema(type = "string"))))
    @ApiResponse(responseCode = "201", description = "All accepted, at least one written")
    @ApiResponse(responseCode = "200", description = "All accepted, nothing to write, or a dry run")
    @ApiResponse(responseCode = "207", description = "Some accepted, some refused: see the rows")
    @ApiResponse(responseCode = "403", description = "Under another's prefix", content = @Content)
    @ApiResponse(responseCode = "413", description = "Too long", content = @Content)
    @ApiResponse(responseCode = "422", description = "All refused, or a column is not understood")
    public Mono<ResponseEntity<Object>> csv(
            @Parameter(hidden = true) ServerHttpRequest request,
            @Parameter(description = "Name of a template", example = "device") @RequestParam("template") String name,
            @Parameter(description = "All rows or none") @RequestParam(name = "atomic", defaultValue = "false")
                    boolean atomic,
            @Parameter(description = "Check everything, write nothing")
                    @RequestParam(name = "dryRun", defaultValue = "false")
                    boolean dryRun,
            @Parameter(description = "Write over records whose content differs")
                    @RequestParam(name = "replace", defaultValue = "false")
                    boolean replace,
            @Parameter(description = "How handles are made for rows that name none", example = "sequence:6:KILN-")
                    @RequestParam(name = "mint", required = false)
                    @Nullable
                    String mint,
            @Parameter(description = "Language of the messages: zh or en; else by Accept-Language")
                    @RequestParam(name = "lang", required = false)
                    @Nullable
                    String lang) {
        Locale locale = locale(request, lang);
        RegistrationOptions options = new RegistrationOptions(atomic, dryRun, replace);
        Optional<MintRule> rule = MintRules.find(mint);
        return body(request)
                .flatMap(body -> Answers.to(caller -> {
                    requireWriter(caller);
                    MetadataTemplate template = TemplateController.get(catalog, name);
                    CsvTable table = table(body);
                    List<RegistrationRow> rows = rows(table, template);
                    RegistrationReport report = register(template, rows, options, rule, caller);
                    return wants(request, CSV)
                            ? ResponseEntity.status(status(report))
                                    .contentType(new MediaType("text", "csv", table.charset()))
                                    .body(SheetAnswer.write(table, report, locale))
                            : ResponseEntity.status(status(report))
                                    .contentType(MediaType.APPLICATION_JSON)
                                    .body(ReportAnswer.of(report, locale));
                }));
    }

    @PostMapping(
            consumes = XLSX,
            produces = {MediaType.APPLICATION_JSON_VALUE, XLSX, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(
            summary = "Register the rows of a workbook's first sheet",
            description =
                    "As for a table in CSV. With this type in Accept the same workbook comes back, all its other cells,"
                            + " formats and sheets as they were, with columns that say what became of each row.",
            requestBody =
                    @RequestBody(
                            content = @Content(mediaType = XLSX, schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "201", description = "All accepted, at least one written")
    @ApiResponse(responseCode = "200", description = "All accepted, nothing to write, or a dry run")
    @ApiResponse(responseCode = "207", description = "Some accepted, some refused: see the rows")
    @ApiResponse(responseCode = "403", description = "Under another's prefix", content = @Content)
    @ApiResponse(responseCode = "413", description = "Too long", content = @Content)
    @ApiResponse(responseCode = "422", description = "All refused, or a column is not understood")
    public Mono<ResponseEntity<Object>> workbook(
            @Parameter(hidden = true) ServerHttpRequest request,
            @Parameter(description = "Name of a template", example = "device") @RequestParam("template") String name,
            @Parameter(description = "All rows or none") @RequestParam(name = "atomic", defaultValue = "false")
                    boolean atomic,
            @Parameter(description = "Check everything, write nothing")
                    @RequestParam(name = "dryRun", defaultValue = "false")
                    boolean dryRun,
            @Parameter(description = "Write over records whose content differs")
                    @RequestParam(name = "replace", defaultValue = "false")
                    boolean replace,
            @Parameter(description = "How handles are made for rows that name none", example = "sequence:6:KILN-")
                    @RequestParam(name = "mint", required = false)
                    @Nullable
                    String mint,
            @Parameter(description = "Language of the messages: zh or en; else by Accept-Language")
                    @RequestParam(name = "lang", required = false)
                    @Nullable
                    String lang) {
        Locale locale = locale(request, lang);
        RegistrationOptions options = new RegistrationOptions(atomic, dryRun, replace);
        Optional<MintRule> rule = MintRules.find(mint);
        return body(request)
                .flatMap(body -> Answers.to(caller -> {
                    requireWriter(caller);
                    MetadataTemplate template = TemplateController.get(catalog, name);
                    try (WorkbookRequest workbook = WorkbookRequest.read(body, template)) {
                        RegistrationReport report = register(template, workbook.rows(), options, rule, caller);
                        ResponseEntity.BodyBuilder answer = ResponseEntity.status(status(report));
                        return wants(request, XLSX)
                                ? answer.contentType(MediaType.parseMediaType(XLSX))
                                        .body(workbook.answer(report, locale))
                                : answer.contentType(MediaType.APPLICATION_JSON).body(ReportAnswer.of(report, locale));
                    }
                }));
    }

    private static Mono<byte[]> body(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), MAX_BODY)
                .map(buffer -> {
                    byte[] octets = new byte[buffer.readableByteCount()];
                    buffer.read(octets);
                    DataBufferUtils.release(buffer);
                    return octets;
                })
                .defaultIfEmpty(new byte[0])
                .onErrorMap(
                        DataBufferLimitException.class, e -> tooLarge(new Wording("超过 16 MiB", "longer than 16 MiB")));
    }

    static ProblemException tooLarge(Wording what) {
        return new ProblemException(new WordedProblem(
                "too-large",
                413,
                new Wording("请求过大", "Too large"),
                new Wording(
                        "未登记任何内容：请求" + what.zh() + "，请分批提交。",
                        "Nothing was registered: the request is " + what.en() + "; send it in parts."),
                List.of()));
    }

    static void requireNotIssued(MetadataTemplate template) {
        if (template.isIssuedByNode()) {
            throw ProblemException.forbidden(new Wording(
                    "模板 " + template.name() + " 的记录由节点签发，不能登记。",
                    "Records of template " + template.name() + " are issued by the node and cannot be registered."));
        }
    }

    static void requireWriter(Caller caller) {
        if (!caller.isOperator() && !caller.isEnterprise()) {
            throw ProblemException.forbidden(
                    new Wording("只有企业和运营者可以登记。", "Only an enterprise or the operator registers records."));
        }
    }

    private static CsvTable table(byte[] body) {
        int lines = 0;
        for (byte octet : body) {
            lines += octet == '\n' || octet == '\r' ? 1 : 0;
        }
        if (lines > 10 * RegistrationService.MAX_ROWS) {
            throw tooLarge(new Wording("为 " + lines + " 行的表格", "a table of " + lines + " lines"));
        }
        try {
            return CsvTable.read(body);
        } catch (CsvFormatException e) {
            throw ProblemException.badRequest(new Wording(
                    "未登记任何内容：" + e.reason().zh() + "。",
                    "Nothing was registered: " + e.reason().en() + "."));
        }
    }

    private static List<RegistrationRow> rows(CsvTable table, MetadataTemplate template) {
        try {
            return RegistrationSheet.read(table, template).rows();
        } catch (RefusedSheetException e) {
            throw unknownColumns(e);
        }
    }

    static ProblemException unknownColumns(RefusedSheetException e) {
        return ProblemException.unprocessable(
                "unknown-columns",
                new Wording(
                        "表头有无法识别的列，未登记任何内容。", "Nothing was registered: the table has columns that are not understood."),
                ViolationAnswer.ofProblem(e.violations()));
    }

    private RegistrationReport register(
            MetadataTemplate template,
            List<RegistrationRow> rows,
            RegistrationOptions options,
            Optional<MintRule> mint,
            Caller caller) {
        int most = options.isAtomic() ? RegistrationService.MAX_ATOMIC_ROWS : RegistrationService.MAX_ROWS;
        if (rows.size() > most) {
            throw tooLarge(new Wording(
                    "有 " + rows.size() + " 行，最多受理 " + most + " 行",
                    rows.size() + " rows where at most " + most + " are taken"));
        }
        if (rows.isEmpty()) {
            throw ProblemException.badRequest(new Wording("表格只有表头，没有数据行。", "The table has a header and no rows."));
        }
        requireNotIssued(template);
        RegistrationReport report = registrations.register(template, rows, options, mint, caller);
        boolean isForbidden = report.rows().stream()
                .allMatch(r -> r.violations().stream().anyMatch(v -> v.rule().equals(FORBIDDEN)));
        if (isForbidden) {
            RowReport first = report.rows().get(0);
            throw new ProblemException(new WordedProblem(
                    "forbidden",
                    403,
                    new Wording("没有权限", "Not permitted"),
                    new Wording(
                            "未登记任何内容：所有行都不在账户“" + caller.name() + "”的前缀之下。",
                            "Nothing was registered: every row lies under a prefix that account '" + caller.name()
                                    + "' may not write."),
                    ViolationAnswer.ofProblem(first.violations())));
        }
        return report;
    }

    private static int status(RegistrationReport report) {
        if (report.accepted() == 0) {
            return 422;
        }
        if (report.rejected() > 0) {
            return 207;
        }
        return report.isDryRun() || report.count(RowReport.Status.REGISTERED) == 0 ? 200 : 201;
    }

    private static boolean wants(ServerHttpRequest request, String type) {
        MediaType table = MediaType.parseMediaType(type);
        return request.getHeaders().getAccept().stream()
                .anyMatch(m -> !m.isWildcardType() && m.isCompatibleWith(table));
    }

    private static Locale locale(ServerHttpRequest request, @Nullable String lang) {
        return Requests.locale(lang, request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
