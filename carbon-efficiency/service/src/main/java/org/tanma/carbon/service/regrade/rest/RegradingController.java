// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.regrade.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.carbon.service.regrade.Regrading;
import org.tanma.carbon.service.regrade.RegradingState;
import org.tanma.carbon.service.regrade.RegradingStore;
import org.tanma.carbon.service.regrade.Regradings;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import reactor.core.publisher.Mono;

/** Ordering regradings, and reading how far they are and what they found. */
@RestController
@RequestMapping("/api/v1/regradings")
@Tag(name = "Regradings", description = "All enterprises of an industry graded anew (行业重评)")
public final class RegradingController {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;
    private static final int MOST_RESULTS = 1_000;
    private static final Pattern INDUSTRY_CODE = Pattern.compile("[0-9]{2,4}");
    private static final Wording INDUSTRY =
            new Wording("GB/T 4754 行业代码，2 至 4 位，例如 3011", "a code of GB/T 4754 of 2 to 4 digits, such as 3011");
    private static final Wording YEAR =
            new Wording("年度，1990 至 2199，例如 2025", "a calendar year from 1990 to 2199, such as 2025");
    private static final Wording LIMIT = new Wording("1 至 1000", "1 to 1000");

    private final Regradings regradings;
    private final RegradingStore store;

    public RegradingController(Regradings regradings, RegradingStore store) {
        this.regradings = regradings;
        this.store = store;
    }

    @PostMapping
    @Operation(
            summary = "Grade every enterprise of an industry anew",
            description =
                    "For a regulator and the operator. Computes every enterprise that is registered under the industry and"
                            + " has figures of the year, from its newest figures, by the method, scheme and peers in force. Evaluations and"
                            + " labels already issued stay as they are. Goes on after a restart.")
    @ApiResponse(responseCode = "202", description = "Ordered, or under way already; Location says where to look")
    @ApiResponse(
            responseCode = "400",
            description = "The industry or the year is missing or wrong; violations say which")
    public Mono<ResponseEntity<RegradingAnswer>> ask(@RequestBody RegradingRequest request) {
        return Answers.to(caller -> {
            requireTrusted(caller);
            String industry = request.industry() == null ? "" : request.industry();
            int year = request.year() == null ? 0 : request.year();
            requireSound(industry, year, request.year());
            Regrading asked = regradings.ask(industry, year, caller.name());
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/regradings/" + asked.id()))
                    .body(RegradingAnswer.of(state(asked.id())));
        });
    }

    private static void requireSound(String industry, int year, @Nullable Integer given) {
        List<WordedViolation> violations = new ArrayList<>();
        if (!INDUSTRY_CODE.matcher(industry).matches()) {
            violations.add(new WordedViolation("industry", shown(industry), INDUSTRY, Wording.NONE));
        }
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            violations.add(new WordedViolation("year", given == null ? "" : given.toString(), YEAR, Wording.NONE));
        }
        if (!violations.isEmpty()) {
            throw ProblemException.badRequest(
                    new Wording("未重评：请求有误。", "Nothing is graded anew: the request is wrong."),
                    violations.toArray(WordedViolation[]::new));
        }
    }

    private static String shown(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    @GetMapping
    @Operation(summary = "The newest regradings, at most 100, newest first")
    public Mono<List<RegradingAnswer>> list() {
        return Answers.to(caller -> {
            requireTrusted(caller);
            return store.list().stream()
                    .map(each -> RegradingAnswer.of(state(each.id())))
                    .toList();
        });
    }

    @GetMapping("/{id}")
    @Operation(summary = "One regrading and how far it is")
    @ApiResponse(responseCode = "404", description = "None of that id")
    public Mono<RegradingAnswer> find(@PathVariable("id") String id) {
        return Answers.to(caller -> {
            requireTrusted(caller);
            return RegradingAnswer.of(state(id));
        });
    }

    @GetMapping("/{id}/results")
    @Operation(
            summary = "What it found, by handle",
            description =
                    "Figures of the inventory and the grade as decimal text, nothing rounded, with the digest of their"
                            + " canonical JSON. How a figure was formed is answered by evaluating that enterprise.")
    @ApiResponse(responseCode = "404", description = "None of that id")
    public Mono<RegradedPage> results(
            @PathVariable("id") String id,
            @RequestParam(name = "after", defaultValue = "") String after,
            @RequestParam(name = "limit", defaultValue = "100") int limit) {
        return Answers.to(caller -> {
            requireTrusted(caller);
            if (limit < 1 || limit > MOST_RESULTS) {
                throw ProblemException.badRequest(
                        new Wording("limit 超出范围。", "The limit is out of range."),
                        new WordedViolation("limit", Integer.toString(limit), LIMIT, Wording.NONE));
            }
            state(id);
            return RegradedPage.of(store.results(id, after, limit + 1), limit);
        });
    }

    private RegradingState state(String id) {
        return store.find(id)
                .orElseThrow(() -> ProblemException.notFound(
                        new Wording("没有编号为 " + id + " 的行业重评。", "No regrading has the id " + id + ".")));
    }

    private static void requireTrusted(Caller caller) {
        if (!caller.isRegulator() && !caller.isOperator()) {
            throw ProblemException.forbidden(
                    new Wording("行业重评仅限监管部门和运营者。", "Regradings are for a regulator and the operator."));
        }
    }
}
