// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.ingest.ActivityReview;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.kit.page.Language;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.AskedLanguage;
import org.tanma.kit.rest.Caller;
import reactor.core.publisher.Mono;

/** How a year of activity data stands: what is there, what is missing, what looks wrong. */
@RestController
@RequestMapping("/api/v1/activity-data")
@Tag(name = "Activity data", description = "What enterprises used, made and bought, by month and source (活动数据)")
public final class ActivityReviewController {
    private static final MediaType CSV = new MediaType("text", "csv");

    private final IdentifierPlane identifiers;
    private final ActivityReview review;
    private final KindCatalog kinds;

    public ActivityReviewController(IdentifierPlane identifiers, ActivityReview review, KindCatalog kinds) {
        this.identifiers = identifiers;
        this.review = review;
        this.kinds = kinds;
    }

    @GetMapping("/findings")
    @Operation(
            summary = "What looks wrong in a year",
            description =
                    "Overlaps, gaps, jumps, slips of unit, copied figures, stocks that do not balance, meters of others;"
                            + " each with its method. For those who may see the activity data.")
    public Mono<List<FindingAnswer>> findings(
            @Parameter(hidden = true) ServerHttpRequest request,
            @RequestParam("enterprise") String enterprise,
            @RequestParam("year") int year) {
        Language language = AskedLanguage.of(request);
        return Answers.to(caller -> year(caller, enterprise, year).findings().stream()
                .map(f -> FindingAnswer.of(f, language))
                .toList());
    }

    @GetMapping(
            path = "/calendar",
            produces = {MediaType.APPLICATION_JSON_VALUE, "text/csv", MediaType.APPLICATION_PROBLEM_JSON_VALUE})
    @Operation(
            summary = "Sources and months of a year: full, missing, or odd with the reason",
            description = "As JSON, or as CSV where Accept names text/csv or format=csv is given.")
    @ApiResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(schema = @Schema(implementation = CalendarAnswer.class)))
    public Mono<ResponseEntity<Object>> calendar(
            @Parameter(hidden = true) ServerHttpRequest request,
            @RequestParam("enterprise") String enterprise,
            @RequestParam("year") int year,
            @Parameter(description = "csv, or nothing for JSON") @RequestParam(name = "format", defaultValue = "")
                    String format) {
        Language language = AskedLanguage.of(request);
        boolean isCsv = format.equals("csv")
                || request.getHeaders().getAccept().stream().anyMatch(CSV::equalsTypeAndSubtype);
        return Answers.to(caller -> {
            CalendarAnswer answer =
                    CalendarAnswer.of(enterprise, year, year(caller, enterprise, year), kinds, language);
            ResponseEntity.BodyBuilder ok = ResponseEntity.ok()
                    .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.ACCEPT);
            return isCsv
                    ? ok.contentType(CSV).body(answer.csv(language))
                    : ok.contentType(MediaType.APPLICATION_JSON).body(answer);
        });
    }

    private ActivityReview.Year year(Caller caller, String enterprise, int year) {
        Requests.requireReader(caller, enterprise);
        Requests.enterprise(identifiers, enterprise);
        return review.of(enterprise, Requests.year(year));
    }
}
