// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.carbon.service.evaluate.Evaluation;
import org.tanma.carbon.service.evaluate.EvaluationService;
import org.tanma.carbon.service.evaluate.MethodComparer;
import org.tanma.carbon.service.evaluate.MethodDifference;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import reactor.core.publisher.Mono;

/** An evaluation's data by another method, beside its own. */
@RestController
@RequestMapping("/api/v1/evaluations")
@Tag(name = "Evaluations", description = "Inventories and grades of carbon efficiency (碳效评价)")
public final class MethodComparisonController {
    private final EvaluationService evaluations;
    private final MethodComparer comparer;

    public MethodComparisonController(EvaluationService evaluations, MethodComparer comparer) {
        this.evaluations = evaluations;
        this.comparer = comparer;
    }

    @GetMapping("/{id}/by-method")
    @Operation(
            summary = "The same data by another method, term by term",
            description =
                    "Nothing is kept. Each method takes the readings it has a term for; what it leaves out and what it lacks is"
                            + " named. For the enterprise, a verifier, a regulator and the operator.")
    @ApiResponse(responseCode = "400", description = "No method of that name and edition serves the year")
    @ApiResponse(responseCode = "404", description = "No evaluation of that id")
    public Mono<MethodDifference> compare(@PathVariable("id") String id, @RequestParam("method") String method) {
        return Answers.to(caller -> {
            Evaluation found = evaluations
                    .find(id)
                    .orElseThrow(() -> ProblemException.notFound(
                            new Wording("没有编号为 " + id + " 的评价。", "No evaluation has the id " + id + ".")));
            Requests.requireReader(caller, found.result().enterprise().handle());
            List<String> allowed = comparer.methods(found.result().year());
            return comparer.compare(id, method)
                    .orElseThrow(() -> ProblemException.badRequest(
                            new Wording("没有可用于该年度的方法 " + method + "。", "No method " + method + " serves that year."),
                            new WordedViolation(
                                    "method", method, Wording.same(String.join(", ", allowed)), Wording.NONE)));
        });
    }
}
