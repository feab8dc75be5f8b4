// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.service.evaluate.ComparisonResult;
import org.tanma.carbon.service.evaluate.Evaluation;
import org.tanma.carbon.service.evaluate.EvaluationService;
import org.tanma.carbon.service.evaluate.EvaluationViews;
import org.tanma.carbon.service.evaluate.EvaluationViews.WhatIfAnswer;
import org.tanma.carbon.service.evaluate.SeriesResult;
import org.tanma.carbon.service.evaluate.SimulationResult;
import org.tanma.carbon.uncertainty.Simulation;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import reactor.core.publisher.Mono;

/** Kept evaluations from other sides: what if, by simulation, against one another, month by month. Nothing is changed. */
@RestController
@RequestMapping("/api/v1/evaluations")
@Tag(name = "Evaluations", description = "Inventories and grades of carbon efficiency (碳效评价)")
public final class EvaluationViewController {
    private static final String USUAL_DRAWS = "10000";

    /** Fewer than the engine would draw: a request is answered within seconds. */
    private static final int MOST_DRAWS = 100_000;

    private final EvaluationService evaluations;
    private final EvaluationViews views;

    public EvaluationViewController(EvaluationService evaluations, EvaluationViews views) {
        this.evaluations = evaluations;
        this.views = views;
    }

    @PostMapping(path = "/{id}/what-if", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What the result would be with another fuel, factor, amount or share of green power",
            description =
                    "Body: {\"changes\": [{\"greenPower\": {\"share\": \"0.3\"}}]}; also replaceFuel, factor and amount. Both"
                            + " inventories' sums, the difference source by source, both grades with the distance to the"
                            + " next better one. Nothing is kept.")
    @ApiResponse(responseCode = "422", description = "Cannot be computed; violations name everything in the way")
    public Mono<ResponseEntity<String>> whatIf(@PathVariable("id") String id, @RequestBody byte[] changes) {
        return Answers.to(caller -> {
            readable(id, caller);
            WhatIfAnswer answer = views.whatIf(id, changes).orElseThrow(() -> none(id));
            if (answer instanceof WhatIfAnswer.Computed computed) {
                return ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(computed.json());
            }
            List<Missing> missing = ((WhatIfAnswer.Refused) answer).missing();
            throw ProblemException.unprocessable(
                    "what-if",
                    new Wording(
                            "无法推算：障碍 " + missing.size() + " 项。", "Cannot be computed; in the way: " + missing.size()),
                    missing.stream().map(EvaluationViewController::violation).toList());
        });
    }

    private static WordedViolation violation(Missing missing) {
        return new WordedViolation(
                missing.path(),
                missing.given(),
                missing.allowed().isEmpty() ? Wording.NONE : Wording.same(missing.allowed()),
                new Wording(
                        missing.what().zh() + "；" + missing.hint().zh(),
                        missing.what().en() + "; " + missing.hint().en()));
    }

    @GetMapping("/{id}/simulation")
    @Operation(
            summary = "The uncertainty of the result by drawing samples",
            description = "The same seed gives the same figures. 100 to 100000 draws; usually 10000.")
    public Mono<SimulationResult> simulation(
            @PathVariable("id") String id,
            @RequestParam("seed") long seed,
            @RequestParam(name = "draws", defaultValue = USUAL_DRAWS) int draws) {
        return Answers.to(caller -> {
            readable(id, caller);
            if (draws < Simulation.MIN_DRAWS || draws > MOST_DRAWS) {
                throw ProblemException.badRequest(
                        new Wording("抽样次数不在范围内。", "The number of draws is out of range."),
                        new WordedViolation(
                                "draws",
                                String.valueOf(draws),
                                Wording.same(Simulation.MIN_DRAWS + ".." + MOST_DRAWS),
                                Wording.NONE));
            }
            return views.simulate(id, seed, draws).orElseThrow(() -> none(id));
        });
    }

    @GetMapping("/{id}/comparison")
    @Operation(
            summary = "Another evaluation against this one",
            description =
                    "What changed from {id} to with, source by source: by amount, by factor, by boundary. The parts"
                            + " add up to the change.")
    public Mono<ComparisonResult> comparison(@PathVariable("id") String id, @RequestParam("with") String with) {
        return Answers.to(caller -> views.compare(readable(id, caller), readable(with, caller)));
    }

    @GetMapping("/series")
    @Operation(summary = "An enterprise's emissions month by month, from the newest evaluation of each year")
    public Mono<SeriesResult> series(
            @RequestParam("enterprise") String enterprise, @RequestParam("from") int from, @RequestParam("to") int to) {
        return Answers.to(caller -> {
            Requests.requireReader(caller, enterprise);
            if (from > to) {
                throw ProblemException.badRequest(
                        new Wording("起始年度晚于结束年度。", "The first year is after the last."),
                        new WordedViolation("from", String.valueOf(from), Wording.same("<= " + to), Wording.NONE));
            }
            return views.series(enterprise, from, to);
        });
    }

    private Evaluation readable(String id, Caller caller) {
        Evaluation found = evaluations.find(id).orElseThrow(() -> none(id));
        Requests.requireReader(caller, found.result().enterprise().handle());
        return found;
    }

    private static ProblemException none(String id) {
        return ProblemException.notFound(new Wording("没有编号为 " + id + " 的评价。", "No evaluation has the id " + id + "."));
    }
}
