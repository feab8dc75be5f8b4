// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.ledger.Period;
import org.tanma.carbon.service.ledger.PeriodEvent;
import org.tanma.carbon.service.ledger.PeriodStore;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import reactor.core.publisher.Mono;

/** Closing months and years, and opening them again. */
@RestController
@RequestMapping("/api/v1/activity-periods")
@Tag(name = "Activity periods", description = "Closed periods take no changes (关账)")
public final class PeriodController {
    private final IdentifierPlane identifiers;
    private final PeriodStore periods;

    public PeriodController(IdentifierPlane identifiers, PeriodStore periods) {
        this.identifiers = identifiers;
        this.periods = periods;
    }

    @GetMapping
    @Operation(
            summary = "Every closing and opening again, oldest first",
            description =
                    "For those who may see the enterprise's activity data. The newest that covers a month counts.")
    public Mono<List<PeriodAnswer>> list(@RequestParam("enterprise") String enterprise) {
        return Answers.to(caller -> {
            Requests.requireReader(caller, enterprise);
            return periods.list(enterprise).stream().map(PeriodAnswer::of).toList();
        });
    }

    @PostMapping("/closures")
    @Operation(
            summary = "Close a month or year",
            description = "By the enterprise's admin or the operator. Closing a year closes its months.")
    @ApiResponse(responseCode = "201", description = "Closed")
    @ApiResponse(responseCode = "409", description = "Closed already")
    public Mono<ResponseEntity<PeriodAnswer>> close(@RequestBody PeriodRequest request) {
        return Answers.toSignedIn(caller -> add(caller, request, true));
    }

    @PostMapping("/reopenings")
    @Operation(
            summary = "Open a closed month or year again",
            description = "By the enterprise's admin or the operator, who say why; the reason is kept.")
    @ApiResponse(responseCode = "201", description = "Open again")
    @ApiResponse(responseCode = "409", description = "Not closed")
    public Mono<ResponseEntity<PeriodAnswer>> reopen(@RequestBody PeriodRequest request) {
        return Answers.toSignedIn(caller -> add(caller, request, false));
    }

    private ResponseEntity<PeriodAnswer> add(Caller caller, PeriodRequest request, boolean isClosed) {
        String enterprise = Objects.requireNonNullElse(request.enterprise(), "");
        String reason = Requests.reason(Objects.requireNonNullElse(request.reason(), ""));
        Period period = checked(request.period(), reason, isClosed);
        requireAdmin(caller, enterprise);
        Requests.enterprise(identifiers, enterprise);
        if (periods.closed(enterprise).covers(period) == isClosed) {
            throw ProblemException.conflict(
                    isClosed
                            ? new Wording(period.text() + " 已关账。", period.text() + " is closed already.")
                            : new Wording(period.text() + " 没有关账。", period.text() + " is not closed."));
        }
        PeriodEvent event = periods.add(enterprise, period, isClosed, reason, caller.name());
        return ResponseEntity.status(HttpStatus.CREATED).body(PeriodAnswer.of(event));
    }

    private static Period checked(@Nullable String given, String reason, boolean isClosed) {
        String text = given == null ? "" : given;
        List<WordedViolation> violations = new ArrayList<>();
        Optional<Period> period = Period.parse(text);
        if (period.isEmpty()) {
            violations.add(new WordedViolation(
                    "period",
                    text.length() > 80 ? text.substring(0, 79) + "…" : text,
                    new Wording("月份 2025-03 或年份 2025", "a month 2025-03 or a year 2025"),
                    Wording.NONE));
        }
        if (!isClosed && reason.isEmpty()) {
            violations.add(
                    new WordedViolation("reason", "", new Wording("重新打开的原因", "why it is opened again"), Wording.NONE));
        }
        if (!violations.isEmpty() || period.isEmpty()) {
            throw ProblemException.badRequest(
                    new Wording("关账状态未改变。", "Nothing was changed."), violations.toArray(WordedViolation[]::new));
        }
        return period.get();
    }

    private static void requireAdmin(Caller caller, String enterprise) {
        Requests.requireWriter(caller, enterprise, new Wording(enterprise + " 的账期", "periods of " + enterprise));
        if (!caller.isEnterpriseAdmin() && !caller.isOperator()) {
            throw ProblemException.forbidden(
                    new Wording("关账与重新打开由企业管理员进行。", "Periods are closed and opened again by the enterprise's admin."));
        }
    }
}
