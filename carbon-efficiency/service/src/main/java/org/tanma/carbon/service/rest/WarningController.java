// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.portrait.KeptWarning;
import org.tanma.carbon.service.portrait.WarningReason;
import org.tanma.carbon.service.portrait.WarningService;
import org.tanma.carbon.service.portrait.WarningStore;
import org.tanma.carbon.warning.WarningState;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import reactor.core.publisher.Mono;

/** Warnings: what was found in what enterprises reported, and what became of it. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Warnings", description = "Thresholds and anomalies: raised, acknowledged, cleared (预警)")
public final class WarningController {
    private static final int MOST = 500;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{0,24}");
    private static final Pattern INDUSTRY = Pattern.compile("\\d{0,4}");

    private final IdentifierPlane identifiers;
    private final WarningService service;
    private final WarningStore store;

    public WarningController(IdentifierPlane identifiers, WarningService service, WarningStore store) {
        this.identifiers = identifiers;
        this.service = service;
        this.store = store;
    }

    @GetMapping("/enterprises/{prefix}/{suffix}/warnings")
    @Operation(
            summary = "The warnings of an enterprise's year, by their first day",
            description =
                    "Checked anew when something was reported, evaluated or set since the last check, or a day has passed.")
    public Mono<WarningAnswer.Warnings> list(
            @PathVariable("prefix") String prefix,
            @PathVariable("suffix") String suffix,
            @RequestParam("year") int year,
            @Parameter(description = "raised, acknowledged or cleared; all when absent")
                    @RequestParam(name = "state", required = false)
                    @Nullable
                    String state) {
        return Answers.to(caller -> {
            EnterpriseProfile enterprise = readable(caller, prefix + "/" + suffix, year);
            @Nullable WarningState asked = state(state);
            service.checkIfDue(enterprise, year);
            return new WarningAnswer.Warnings(
                    enterprise.handle(),
                    year,
                    store.checkedAt(enterprise.handle(), year)
                            .map(Object::toString)
                            .orElse(null),
                    store.list(enterprise.handle(), year).stream()
                            .filter(kept -> asked == null || kept.state() == asked)
                            .map(WarningAnswer::of)
                            .toList(),
                    List.of());
        });
    }

    @PostMapping("/enterprises/{prefix}/{suffix}/warnings/check")
    @Operation(
            summary = "Check a year now",
            description =
                    "For the enterprise, a regulator and the operator. Says as well which thresholds could not be judged.")
    public Mono<WarningAnswer.Warnings> check(
            @PathVariable("prefix") String prefix,
            @PathVariable("suffix") String suffix,
            @RequestParam("year") int year) {
        return Answers.to(caller -> {
            EnterpriseProfile enterprise = readable(caller, prefix + "/" + suffix, year);
            WarningService.Checked checked = service.check(enterprise, year);
            return new WarningAnswer.Warnings(
                    enterprise.handle(),
                    year,
                    checked.checkedAt().toString(),
                    checked.warnings().stream().map(WarningAnswer::of).toList(),
                    checked.notChecked());
        });
    }

    @GetMapping("/warnings")
    @Operation(
            summary = "Warnings of all enterprises, as they were last checked",
            description = "For regulators and the operator, in pages: cursor is the next of the page before.")
    public Mono<WarningAnswer.Page> page(
            @RequestParam("year") int year,
            @Parameter(description = "First digits of GB/T 4754; all when absent")
                    @RequestParam(name = "industry", defaultValue = "")
                    String industry,
            @RequestParam(name = "state", required = false) @Nullable String state,
            @RequestParam(name = "cursor", defaultValue = "") String cursor,
            @RequestParam(name = "limit", defaultValue = "100") int limit) {
        return Answers.to(caller -> {
            if (!caller.isRegulator() && !caller.isOperator()) {
                throw ProblemException.forbidden(new Wording(
                        "全部企业的预警由监管部门和运营者查看。", "Warnings of all enterprises are read by regulators and the operator."));
            }
            Requests.year(year);
            require(
                    INDUSTRY.matcher(industry).matches(),
                    "industry",
                    industry,
                    new Wording("至多四位数字", "at most four digits"));
            require(
                    ID.matcher(cursor).matches(),
                    "cursor",
                    cursor,
                    new Wording("上一页的 next", "the next of the page before"));
            require(limit >= 1 && limit <= MOST, "limit", String.valueOf(limit), Wording.same("1–" + MOST));
            List<KeptWarning> found = store.page(year, industry, state(state), cursor, limit + 1);
            List<KeptWarning> shown = found.subList(0, Math.min(limit, found.size()));
            return new WarningAnswer.Page(
                    shown.stream().map(WarningAnswer::of).toList(),
                    found.size() > limit ? shown.get(limit - 1).id() : null);
        });
    }

    @PostMapping("/warnings/{id}/acknowledgement")
    @Operation(
            summary = "Say that somebody looks into a warning",
            description =
                    "For the enterprise and the operator: JSON {\"why\":\"…\"}. A raised warning becomes acknowledged.")
    @ApiResponse(responseCode = "409", description = "It is acknowledged or cleared already")
    public Mono<WarningAnswer> acknowledge(
            @PathVariable("id") String id, @RequestBody(required = false) byte @Nullable [] body) {
        return move(id, WarningState.ACKNOWLEDGED, body);
    }

    @PostMapping("/warnings/{id}/clearance")
    @Operation(
            summary = "Clear a warning, with the reason",
            description =
                    "JSON {\"why\":\"…\"}. For the enterprise and the operator; a warning by a regulator's threshold is cleared by a"
                            + " regulator or the operator. It is raised again when it is found with other figures.")
    @ApiResponse(responseCode = "409", description = "It is cleared already")
    public Mono<WarningAnswer> clear(
            @PathVariable("id") String id, @RequestBody(required = false) byte @Nullable [] body) {
        return move(id, WarningState.CLEARED, body);
    }

    private Mono<WarningAnswer> move(String id, WarningState to, byte @Nullable [] body) {
        return Answers.to(caller -> {
            KeptWarning kept = store.find(id)
                    .filter(found -> mayRead(caller, found))
                    .orElseThrow(() -> ProblemException.notFound(
                            new Wording("没有编号为 " + id + " 的预警。", "No warning has the id " + id + ".")));
            requireMover(caller, kept, to);
            String why = WarningReason.read(body == null ? new byte[0] : body);
            if (!kept.state().mayBecome(to) || !store.move(id, kept.state(), to, caller.name(), why)) {
                throw ProblemException.conflict(new Wording(
                        "该预警目前为“" + kept.state().label().zh() + "”，不能变为“"
                                + to.label().zh() + "”。",
                        "The warning is " + kept.state().label().en() + " and cannot become "
                                + to.label().en() + "."));
            }
            return WarningAnswer.of(store.find(id).orElse(kept));
        });
    }

    private static boolean mayRead(Caller caller, KeptWarning kept) {
        String prefix = Requests.prefix(kept.enterprise());
        return caller.isRegulator()
                || caller.mayVerify(prefix)
                || caller.mayReadPrivateOf(prefix)
                || caller.mayWriteUnder(prefix);
    }

    private static void requireMover(Caller caller, KeptWarning kept, WarningState to) {
        boolean isRegulators = kept.owner().startsWith("industry:");
        if (isRegulators && to == WarningState.CLEARED) {
            if (!caller.isRegulator() && !caller.isOperator()) {
                throw ProblemException.forbidden(new Wording(
                        "按监管部门的阈值发出的预警，由监管部门或运营者解除。",
                        "A warning by a regulator's threshold is cleared by a regulator or the operator."));
            }
            return;
        }
        caller.requireWriteUnder(
                Requests.prefix(kept.enterprise()),
                new Wording(kept.enterprise() + " 的预警", "warnings of " + kept.enterprise()));
    }

    private EnterpriseProfile readable(Caller caller, String handle, int year) {
        Requests.requireReader(caller, handle);
        Requests.year(year);
        return Requests.enterprise(identifiers, handle);
    }

    private static @Nullable WarningState state(@Nullable String state) {
        if (state == null) {
            return null;
        }
        return WarningState.fromCode(state)
                .orElseThrow(() -> ProblemException.badRequest(
                        new Wording("“" + state + "”不是预警的状态。", "'" + state + "' is no state of a warning."),
                        new WordedViolation(
                                "state", state, Wording.same("raised, acknowledged, cleared"), Wording.NONE)));
    }

    private static void require(boolean isRight, String path, String given, Wording allowed) {
        if (!isRight) {
            throw ProblemException.badRequest(
                    new Wording("参数 " + path + " 有误。", "The parameter " + path + " is wrong."),
                    new WordedViolation(path, given, allowed, Wording.NONE));
        }
    }
}
