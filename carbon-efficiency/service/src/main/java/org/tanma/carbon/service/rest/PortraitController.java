// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.carbon.service.evaluate.Evaluation;
import org.tanma.carbon.service.evaluate.EvaluationService;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.portrait.Portrait;
import org.tanma.carbon.service.portrait.PortraitService;
import org.tanma.carbon.service.portrait.TimeOfUseService;
import org.tanma.carbon.service.portrait.TimeOfUseView;
import org.tanma.carbon.service.portrait.Verification;
import org.tanma.carbon.service.portrait.VerificationStatement;
import org.tanma.carbon.service.portrait.VerificationStore;
import org.tanma.carbon.service.portrait.WarningService;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.Wording;
import reactor.core.publisher.Mono;

/** Portraits of enterprises, their electricity by hours, and what verifiers say of evaluations. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Portraits", description = "Enterprises among their peers, and peak–valley use (碳画像、峰谷用电)")
public final class PortraitController {
    private final IdentifierPlane identifiers;
    private final PortraitService portraits;
    private final WarningService warnings;
    private final TimeOfUseService timeOfUse;
    private final EvaluationService evaluations;
    private final VerificationStore verifications;

    public PortraitController(
            IdentifierPlane identifiers,
            PortraitService portraits,
            WarningService warnings,
            TimeOfUseService timeOfUse,
            EvaluationService evaluations,
            VerificationStore verifications) {
        this.identifiers = identifiers;
        this.portraits = portraits;
        this.warnings = warnings;
        this.timeOfUse = timeOfUse;
        this.evaluations = evaluations;
        this.verifications = verifications;
    }

    @GetMapping("/enterprises/{prefix}/{suffix}/portrait")
    @Operation(
            summary = "The portrait of an enterprise's year",
            description =
                    "Basic data, energy structure, energy cleanliness, verification and warnings, each figure with its definition and its place"
                            + " among peers: rank, percentile and the peers' mean where there are five or more, never a single peer's figure.")
    @ApiResponse(responseCode = "404", description = "No such enterprise, or the year is not evaluated")
    public Mono<Portrait> portrait(
            @PathVariable("prefix") String prefix,
            @PathVariable("suffix") String suffix,
            @RequestParam("year") int year) {
        return Answers.to(caller -> {
            Requests.requireReader(caller, prefix + "/" + suffix);
            Requests.year(year);
            EnterpriseProfile enterprise = Requests.enterprise(identifiers, prefix + "/" + suffix);
            warnings.checkIfDue(enterprise, year);
            return portraits
                    .find(enterprise.handle(), year)
                    .orElseThrow(() -> ProblemException.notFound(new Wording(
                            enterprise.handle() + " 的 " + year + " 年度没有评价；先用 POST /api/v1/evaluations 评价。",
                            enterprise.handle() + " is not evaluated for " + year
                                    + "; evaluate it first by POST /api/v1/evaluations.")));
        });
    }

    @GetMapping("/enterprises/{prefix}/{suffix}/time-of-use")
    @Operation(
            summary = "Electricity by tariff hours",
            description =
                    "From the signed readings of the meters that the year's purchased electricity names. Hours without a reading are missing, not"
                            + " 0; CO2 is by the one grid factor of the year.")
    public Mono<TimeOfUseView> timeOfUse(
            @PathVariable("prefix") String prefix,
            @PathVariable("suffix") String suffix,
            @RequestParam("year") int year) {
        return Answers.to(caller -> {
            Requests.requireReader(caller, prefix + "/" + suffix);
            Requests.year(year);
            return timeOfUse.of(Requests.enterprise(identifiers, prefix + "/" + suffix), year);
        });
    }

    @PostMapping("/evaluations/{id}/verifications")
    @Operation(
            summary = "Say what verifying an evaluation came to",
            description = "For a verifier that was assigned to the enterprise. JSON {\"outcome\":\"confirmed\" or"
                    + " \"confirmed-with-reservations\" or \"refused\", \"statement\":\"sha256:…\" of the verifier's statement,"
                    + " \"remark\": needed unless confirmed}. What was said before stays to be seen; the newest holds.")
    @ApiResponse(responseCode = "201", description = "Kept")
    @ApiResponse(responseCode = "403", description = "Not the enterprise's verifier")
    public Mono<ResponseEntity<Verification>> verify(
            @PathVariable("id") String id, @RequestBody(required = false) byte @Nullable [] body) {
        return Answers.to(caller -> {
            String enterprise = evaluation(id).result().enterprise().handle();
            if (!caller.mayVerify(Requests.prefix(enterprise))) {
                throw ProblemException.forbidden(new Wording(
                        enterprise + " 的评价由指派给该企业的核查机构核查。",
                        "Evaluations of " + enterprise + " are verified by a verifier assigned to it."));
            }
            VerificationStatement said = VerificationStatement.read(body == null ? new byte[0] : body);
            return ResponseEntity.status(HttpStatus.CREATED)
                    .body(verifications.add(id, said.outcome().code(), said.statement(), said.remark(), caller.name()));
        });
    }

    @GetMapping("/evaluations/{id}/verifications")
    @Operation(summary = "What verifiers said of an evaluation, oldest first")
    public Mono<List<Verification>> verifications(@PathVariable("id") String id) {
        return Answers.to(caller -> {
            Requests.requireReader(caller, evaluation(id).result().enterprise().handle());
            return verifications.list(id);
        });
    }

    private Evaluation evaluation(String id) {
        return evaluations
                .find(id)
                .orElseThrow(() -> ProblemException.notFound(
                        new Wording("没有编号为 " + id + " 的评价。", "No evaluation has the id " + id + ".")));
    }
}
