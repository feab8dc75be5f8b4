// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.carbon.service.evaluate.Evaluation;
import org.tanma.carbon.service.evaluate.EvaluationOutcome;
import org.tanma.carbon.service.evaluate.EvaluationResult;
import org.tanma.carbon.service.evaluate.EvaluationService;
import org.tanma.carbon.service.evaluate.Replay;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import reactor.core.publisher.Mono;

/** Evaluating a year, and reading what came of it. */
@RestController
@RequestMapping("/api/v1/evaluations")
@Tag(name = "Evaluations", description = "Inventories and grades of carbon efficiency (碳效评价)")
public final class EvaluationController {
    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2199;

    private final EvaluationService evaluations;

    public EvaluationController(EvaluationService evaluations) {
        this.evaluations = evaluations;
    }

    @PostMapping
    @Operation(
            summary = "Evaluate an enterprise's year",
            description =
                    "For the enterprise itself and the operator. Computes from the newest activity data; the result is"
                            + " kept for good. The same data give the same evaluation back with 200.")
    @ApiResponse(responseCode = "201", description = "Evaluated; grade.status says graded or not-gradable")
    @ApiResponse(responseCode = "200", description = "These very data had been evaluated before")
    @ApiResponse(responseCode = "404", description = "No such enterprise")
    @ApiResponse(responseCode = "422", description = "Incomplete; violations name everything that is missing")
    public Mono<ResponseEntity<EvaluationAnswer>> evaluate(@RequestBody EvaluationRequest request) {
        return Answers.to(caller -> {
            String enterprise = request.enterprise();
            Integer year = request.year();
            if (enterprise == null || year == null) {
                throw ProblemException.badRequest(
                        new Wording("未评价：请求没有写明企业和年度。", "Nothing was evaluated: the request does not say whose year."),
                        new WordedViolation(
                                "enterprise", enterprise == null ? "" : enterprise, Requests.ENTERPRISE, Wording.NONE),
                        new WordedViolation(
                                "year",
                                year == null ? "" : year.toString(),
                                new Wording("年度，例如 2025", "a calendar year such as 2025"),
                                Wording.NONE));
            }
            if (year < FIRST_YEAR || year > LAST_YEAR) {
                throw ProblemException.badRequest(
                        new Wording(
                                "未评价：" + year + " 不是可报告的年度。",
                                "Nothing was evaluated: " + year + " is no year that is reported on."),
                        new WordedViolation(
                                "year",
                                String.valueOf(year),
                                new Wording("年度，例如 2025", "a calendar year such as 2025"),
                                Wording.NONE));
            }
            caller.requireWriteUnder(
                    Requests.prefix(enterprise), new Wording(enterprise + " 的评价", "evaluations of " + enterprise));
            return answer(enterprise, year, evaluations.evaluate(enterprise, year, caller));
        });
    }

    private static ResponseEntity<EvaluationAnswer> answer(String enterprise, int year, EvaluationOutcome outcome) {
        if (outcome instanceof EvaluationOutcome.Incomplete incomplete) {
            int count = incomplete.violations().size();
            throw ProblemException.unprocessable(
                    "incomplete",
                    new Wording(
                            "数据不完整，无法评价 " + enterprise + " 的 " + year + " 年度：缺少或有误 " + count + " 项。",
                            enterprise + " cannot be evaluated for " + year + ": " + count
                                    + (count == 1 ? " thing is" : " things are") + " missing or wrong."),
                    incomplete.violations());
        }
        if (outcome instanceof EvaluationOutcome.Evaluated done) {
            EvaluationAnswer answer = EvaluationAnswer.of(done.evaluation());
            return done.isNew()
                    ? ResponseEntity.created(URI.create("/api/v1/evaluations/" + answer.id()))
                            .body(answer)
                    : ResponseEntity.ok(answer);
        }
        throw ProblemException.notFound(
                new Wording("未注册的企业标识：" + enterprise + "。", "No enterprise is registered under " + enterprise + "."));
    }

    @GetMapping
    @Operation(summary = "The evaluations of an enterprise, newest first")
    public Mono<List<EvaluationAnswer>> list(
            @RequestParam("enterprise") String enterprise,
            @RequestParam(name = "year", required = false) @Nullable Integer year) {
        return Answers.to(caller -> {
            Requests.requireReader(caller, enterprise);
            List<Evaluation> found = year == null ? evaluations.list(enterprise) : evaluations.list(enterprise, year);
            return found.stream().map(EvaluationAnswer::of).toList();
        });
    }

    @GetMapping("/{id}")
    @Operation(summary = "One evaluation")
    @ApiResponse(responseCode = "404", description = "None of that id")
    public Mono<EvaluationAnswer> find(@PathVariable("id") String id) {
        return Answers.to(caller -> EvaluationAnswer.of(readable(id, caller)));
    }

    @GetMapping("/{id}/trace")
    @Operation(
            summary = "How the total was formed",
            description =
                    "The tree from the total down to each reading, with every factor. For the enterprise, a verifier, a"
                            + " regulator and the operator, since it shows the activity data.")
    public Mono<EvaluationResult.TraceLine> trace(@PathVariable("id") String id) {
        return Answers.to(caller -> readable(id, caller).result().trace());
    }

    @GetMapping("/{id}/replay")
    @Operation(summary = "Compute it once more from its kept inputs, and say whether the digest agrees")
    public Mono<Replay> replay(@PathVariable("id") String id) {
        return Answers.to(caller -> {
            readable(id, caller);
            return evaluations.replay(id).orElseThrow(() -> none(id));
        });
    }

    /** It shows what an enterprise uses month by month, which is not for everybody. */
    private Evaluation readable(String id, Caller caller) {
        Evaluation found = evaluations.find(id).orElseThrow(() -> none(id));
        Requests.requireReader(caller, found.result().enterprise().handle());
        return found;
    }

    static ProblemException none(String id) {
        return ProblemException.notFound(new Wording("没有编号为 " + id + " 的评价。", "No evaluation has the id " + id + "."));
    }
}
