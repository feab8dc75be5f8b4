// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest.grading;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.GradingScheme;
import org.tanma.carbon.service.peer.PeerSetDraft;
import org.tanma.carbon.service.peer.PeerSetStore;
import org.tanma.carbon.service.rest.PeerSetAnswer;
import org.tanma.carbon.service.scheme.SchemeBook;
import org.tanma.carbon.service.survey.PeerFormation;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.Wording;
import reactor.core.publisher.Mono;

/** Peer sets formed from this node's own evaluations. */
@RestController
@RequestMapping("/api/v1/peer-sets/formations")
@Tag(name = "Peer sets", description = "Industry averages that grades compare with (行业基准)")
public final class PeerFormationController {
    private final PeerFormation formation;
    private final PeerSetStore store;
    private final SchemeBook book;

    public PeerFormationController(PeerFormation formation, PeerSetStore store, SchemeBook book) {
        this.formation = formation;
        this.store = store;
        this.book = book;
    }

    @PostMapping
    @Operation(
            summary = "Form the peers of an industry from this node's evaluations of a year",
            description =
                    "For a regulator and the operator. Emissions and denominators as the scheme counts them, one set for"
                            + " each region and size class that the scheme tells apart. With dryRun=true nothing is stored; else each set"
                            + " is frozen as a version, and later evaluations are graded against it.")
    @ApiResponse(responseCode = "201", description = "Stored; the answer names the version that now holds each set")
    @ApiResponse(responseCode = "200", description = "dryRun: what would be stored")
    @ApiResponse(responseCode = "422", description = "No evaluation of that industry and year can be a peer")
    public Mono<ResponseEntity<List<PeerSetAnswer>>> form(
            @RequestParam("scheme") String scheme,
            @RequestParam("industry") String industry,
            @RequestParam("year") int year,
            @RequestParam(name = "dryRun", defaultValue = "false") boolean dryRun) {
        return Answers.to(caller -> {
            GradingRequests.requireRegulator(caller);
            EditionRef ref = GradingRequests.edition(scheme);
            GradingScheme found = book.catalog()
                    .find(ref)
                    .orElseThrow(() -> ProblemException.notFound(new Wording(
                            "没有名为 " + ref + " 的同行比较方案。", "No scheme that compares with peers is called " + ref + ".")));
            List<PeerSetDraft> sets =
                    formation.drafts(found, GradingRequests.industry(industry), GradingRequests.year(year));
            if (sets.isEmpty()) {
                throw ProblemException.unprocessable(
                        "no-peers",
                        new Wording(
                                "行业 " + industry + " 的 " + year + " 年度没有可作同行的评价。",
                                "No evaluation of industry " + industry + " for " + year + " can be a peer."),
                        List.of());
            }
            return dryRun
                    ? ResponseEntity.ok(sets.stream().map(PeerSetAnswer::trial).toList())
                    : ResponseEntity.status(HttpStatus.CREATED)
                            .body(store.store(sets, caller.name()).stream()
                                    .map(PeerSetAnswer::of)
                                    .toList());
        });
    }
}
