// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.carbon.report.content.CarbonReport;
import org.tanma.carbon.report.content.ReportKind;
import org.tanma.carbon.report.print.PdfWriter;
import org.tanma.carbon.report.workbook.WorkbookWriter;
import org.tanma.carbon.service.evaluate.Evaluation;
import org.tanma.carbon.service.evaluate.EvaluationReport;
import org.tanma.carbon.service.evaluate.EvaluationService;
import org.tanma.kit.page.Language;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedProblem;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import reactor.core.publisher.Mono;

/** Reports of kept evaluations, to be printed, recalculated or computed once more. */
@RestController
@RequestMapping("/api/v1/evaluations")
@Tag(name = "Evaluations", description = "Inventories and grades of carbon efficiency (碳效评价)")
public final class EvaluationReportController {
    private static final String DESCRIPTION =
            "kind=evaluation (default) puts the grade first, kind=inventory every calculation. PDF for people; XLSX whose"
                    + " formulas compute the result once more; JSON with the inputs for 'tanma replay' (peers' figures are left"
                    + " out except for regulators and the operator). Each names the digest of the result it prints.";

    private final EvaluationService evaluations;
    private final EvaluationReport reports;

    public EvaluationReportController(EvaluationService evaluations, EvaluationReport reports) {
        this.evaluations = evaluations;
        this.reports = reports;
    }

    /** The forms of a report. */
    private enum Form {
        PDF("pdf", MediaType.APPLICATION_PDF),
        XLSX("xlsx", MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")),
        JSON("json", MediaType.APPLICATION_JSON);

        private final String extension;
        private final MediaType type;

        Form(String extension, MediaType type) {
            this.extension = extension;
            this.type = type;
        }

        static List<String> extensions() {
            return Arrays.stream(values()).map(form -> form.extension).toList();
        }
    }

    @GetMapping("/{id}/report")
    @Operation(summary = "The report of an evaluation, in the form that Accept asks for", description = DESCRIPTION)
    @ApiResponse(
            responseCode = "200",
            description = "PDF unless XLSX or JSON is asked for",
            content = {
                @Content(mediaType = "application/pdf"),
                @Content(mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
                @Content(mediaType = "application/json")
            })
    @ApiResponse(responseCode = "406", description = "None of the forms is accepted", content = @Content)
    public Mono<ResponseEntity<byte[]>> negotiated(
            @PathVariable("id") String id,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        return Answers.to(caller -> answer(id, accepted(accept), kind, Language.choose(lang, languages), caller));
    }

    @GetMapping("/{id}/report.{form}")
    @Operation(summary = "The report of an evaluation as pdf, xlsx or json", description = DESCRIPTION)
    @ApiResponse(responseCode = "200", description = "The report", content = @Content(mediaType = "*/*"))
    public Mono<ResponseEntity<byte[]>> named(
            @PathVariable("id") String id,
            @PathVariable("form") String form,
            @RequestParam(name = "kind", required = false) @Nullable String kind,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String languages) {
        return Answers.to(caller -> answer(id, named(form), kind, Language.choose(lang, languages), caller));
    }

    private ResponseEntity<byte[]> answer(
            String id, Form form, @Nullable String kindCode, Language language, Caller caller) {
        ReportKind kind = kind(kindCode);
        Evaluation found = evaluations.find(id).orElseThrow(() -> EvaluationController.none(id));
        Requests.requireReader(caller, found.result().enterprise().handle());
        String name = "evaluation-" + id + "-" + kind.code() + "-" + language.code() + "." + form.extension;
        return ResponseEntity.ok()
                .contentType(form.type)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE)
                .body(octets(found, form, kind, language, caller));
    }

    private byte[] octets(Evaluation found, Form form, ReportKind kind, Language language, Caller caller) {
        if (form == Form.JSON) {
            boolean isShownPeers = caller.isRegulator() || caller.isOperator();
            return evaluations
                    .document(found.id(), isShownPeers)
                    .orElseThrow(() -> EvaluationController.none(found.id()))
                    .getBytes(StandardCharsets.UTF_8);
        }
        CarbonReport report = reports.of(found);
        Locale locale = Locale.forLanguageTag(language.tag());
        return form == Form.PDF ? PdfWriter.write(report, kind, locale) : WorkbookWriter.write(report, locale);
    }

    private static ReportKind kind(@Nullable String code) {
        return code == null
                ? ReportKind.EVALUATION
                : ReportKind.fromCode(code)
                        .orElseThrow(() -> ProblemException.badRequest(
                                new Wording("没有“" + code + "”这种报告。", "There is no report of kind '" + code + "'."),
                                new WordedViolation("kind", code, same(ReportKind.codes()), Wording.NONE)));
    }

    private static Form named(String extension) {
        return Arrays.stream(Form.values())
                .filter(form -> form.extension.equals(extension))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest(
                        new Wording("报告没有 ." + extension + " 形式。", "No report comes as ." + extension + "."),
                        new WordedViolation("form", extension, same(Form.extensions()), Wording.NONE)));
    }

    /** The form wanted most; PDF where several are equally welcome. */
    private static Form accepted(@Nullable String accept) {
        List<MediaType> wanted;
        try {
            wanted = accept == null || accept.isBlank() ? List.of(MediaType.ALL) : MediaType.parseMediaTypes(accept);
        } catch (InvalidMediaTypeException e) {
            wanted = List.of();
        }
        return wanted.stream()
                .sorted((one, other) -> Double.compare(other.getQualityValue(), one.getQualityValue()))
                .flatMap(type -> Arrays.stream(Form.values()).filter(form -> type.includes(form.type)))
                .findFirst()
                .orElseThrow(() -> new ProblemException(new WordedProblem(
                        "not-acceptable",
                        406,
                        new Wording("没有可接受的形式", "No form is acceptable"),
                        new Wording("报告有 PDF、XLSX、JSON 三种形式。", "Reports come as PDF, XLSX and JSON."),
                        List.of(new WordedViolation(
                                "Accept", accept == null ? "" : accept, same(Form.extensions()), Wording.NONE)))));
    }

    private static Wording same(List<String> allowed) {
        String text = String.join(", ", allowed);
        return new Wording(text, text);
    }
}
