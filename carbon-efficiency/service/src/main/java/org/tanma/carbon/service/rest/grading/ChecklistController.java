// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest.grading;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.GradingRequestReader;
import org.tanma.carbon.data.ParsedGrading;
import org.tanma.carbon.grading.checklist.ChecklistEngine;
import org.tanma.carbon.grading.checklist.ChecklistOutcome;
import org.tanma.carbon.report.ResultDocument;
import org.tanma.carbon.service.scheme.SchemeBook;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.Wording;
import reactor.core.publisher.Mono;

/** Checks of indicators, such as those of a zero-carbon park; nothing is kept of them. */
@RestController
@RequestMapping("/api/v1/checklists")
@Tag(name = "Checklists", description = "Checks of indicators, such as those of a zero-carbon park (零碳园区)")
public final class ChecklistController {
    private final GradingRequestReader reader;
    private final SchemeBook book;

    public ChecklistController(EngineCatalog catalog, SchemeBook book) {
        this.reader = new GradingRequestReader(catalog.units());
        this.book = book;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Check figures against a list of indicators",
            description =
                    "The body is a file with checklist: scheme, subject, year and figures, in YAML or JSON. Each indicator is"
                            + " met, not met, or unknown where a figure is missing. Nothing is kept.")
    @ApiResponse(responseCode = "200", description = "Checked; verdict says met, not-met or unknown")
    @ApiResponse(responseCode = "422", description = "The figures do not fit the scheme")
    public Mono<ResponseEntity<String>> check(@RequestBody byte[] body) {
        return Answers.to(caller -> {
            ParsedGrading parsed = reader.read("checklist", body);
            if (parsed instanceof ParsedGrading.Refused refused) {
                throw ProblemException.unprocessable(
                        "checklist",
                        new Wording("请求有误，未核对。", "The request is not right; nothing was checked."),
                        refused.missing().stream()
                                .map(GradingRequests::violation)
                                .toList());
            }
            if (!(parsed instanceof ParsedGrading.ReadChecklist read)) {
                throw ProblemException.unprocessable(
                        "checklist", new Wording("正文须有 checklist。", "The body must have a checklist."), List.of());
            }
            ChecklistOutcome outcome = new ChecklistEngine(book.catalog()).check(read.checklist());
            if (outcome instanceof ChecklistOutcome.Refused refused) {
                throw ProblemException.unprocessable(
                        "checklist",
                        new Wording("数据与方案不符，未核对。", "The figures do not fit the scheme; nothing was checked."),
                        refused.reasons().stream()
                                .map(GradingRequests::violation)
                                .toList());
            }
            return ResponseEntity.ok().body(ResultDocument.of(outcome).json());
        });
    }
}
