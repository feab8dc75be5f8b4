// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.regrade;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.grading.Grade;
import org.tanma.carbon.grading.GradeOutcome;
import org.tanma.carbon.grading.NotGradable;
import org.tanma.carbon.grading.PeerSet;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryTotals;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.service.evaluate.AssessedYear;
import org.tanma.carbon.service.evaluate.CanonicalJson;
import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.carbon.service.evaluate.EvaluationInputs;
import org.tanma.carbon.service.evaluate.YearAssessor;

/** Grades one enterprise after the other by the rules of a regrading. Safe between threads. */
final class Regrader {
    private final YearAssessor assessor;
    private final Regrading regrading;
    private final Map<Alike, Shared> alike = new ConcurrentHashMap<>();

    Regrader(YearAssessor assessor, Regrading regrading) {
        this.assessor = assessor;
        this.regrading = regrading;
    }

    /** Enterprises that have their peers in common. */
    private record Alike(String region, String size) {}

    /** What they have in common. */
    private record Shared(EvaluationInputs inputs, @Nullable PeerSet peers, RegradingRules rules, String text) {}

    /** The rules that the enterprises of an industry would be graded by now. */
    static RegradingRules rulesNow(YearAssessor assessor, String industry, int year) {
        return RegradingRules.of(assessor.rules(nobody(industry, ""), year, null));
    }

    private static EnterpriseProfile nobody(String industry, String region) {
        return new EnterpriseProfile("", "", "", industry, region, false);
    }

    private Shared shared(EnterpriseProfile enterprise, EvaluationInputs.@Nullable Declared declared) {
        String size = declared == null ? "" : declared.content().size();
        return alike.computeIfAbsent(new Alike(enterprise.region(), size), key -> {
            EvaluationInputs inputs =
                    assessor.rules(nobody(regrading.industry(), key.region()), regrading.year(), declared);
            RegradingRules rules = RegradingRules.of(inputs);
            return new Shared(inputs, assessor.peers(inputs), rules, CanonicalJson.write(rules));
        });
    }

    /** An enterprise's year with all that it is graded by. */
    private record Case(
            EnterpriseProfile enterprise,
            EvaluationInputs.@Nullable Declared declared,
            LedgerYear ledger,
            Shared shared) {
        String inputsDigest(int year) {
            return CanonicalJson.digest(String.join(
                    "\n",
                    enterprise.handle(),
                    enterprise.industryCode(),
                    enterprise.region(),
                    Integer.toString(year),
                    declared == null ? "" : CanonicalJson.write(declared),
                    shared.text(),
                    ledger.rows()));
        }
    }

    StoredResult regrade(EnterpriseProfile enterprise, LedgerYear ledger) {
        EvaluationInputs.Declared declared = assessor.declared(enterprise.handle(), regrading.year());
        RegradedResult result = regrade(new Case(enterprise, declared, ledger, shared(enterprise, declared)));
        String text = CanonicalJson.write(result);
        return new StoredResult(enterprise.handle(), result.outcome(), result.rank(), text, CanonicalJson.digest(text));
    }

    private RegradedResult regrade(Case one) {
        String problem = one.ledger().problem();
        if (problem != null) {
            return unreadable(one, problem);
        }
        try {
            Shared shared = one.shared();
            AssessedYear assessed = assessor.assess(
                    shared.inputs(),
                    shared.peers(),
                    one.enterprise(),
                    one.declared(),
                    one.ledger().entries());
            return assessed.inventory() instanceof Inventory inventory
                    ? whole(one, inventory, assessed.grade())
                    : lacking(one, (Incomplete) assessed.inventory());
        } catch (IllegalArgumentException | IllegalStateException e) {
            // One enterprise's entries must not keep the others from being graded.
            return unreadable(one, String.valueOf(e.getMessage()));
        }
    }

    private RegradedResult unreadable(Case one, String problem) {
        return result(one, RegradedResult.UNREADABLE, null, null, List.of(), List.of(problem), 1);
    }

    private RegradedResult whole(Case one, Inventory inventory, @Nullable GradeOutcome outcome) {
        RegradedResult.Totals totals = totals(inventory);
        if (outcome instanceof Grade grade) {
            return result(one, RegradedResult.GRADED, totals, graded(grade), List.of(), List.of(), 0);
        }
        List<String> reasons = outcome instanceof NotGradable refused
                ? refused.reasons().stream()
                        .map(reason -> reason.reason().code())
                        .distinct()
                        .toList()
                : List.of();
        return result(one, RegradedResult.NOT_GRADABLE, totals, null, reasons, List.of(), 0);
    }

    private RegradedResult lacking(Case one, Incomplete incomplete) {
        List<String> places = incomplete.missing().stream()
                .limit(RegradedResult.MOST_MISSING)
                .map(Missing::path)
                .toList();
        return result(
                one,
                RegradedResult.INCOMPLETE,
                null,
                null,
                List.of(),
                places,
                incomplete.missing().size());
    }

    private RegradedResult result(
            Case one,
            String outcome,
            RegradedResult.@Nullable Totals totals,
            RegradedResult.@Nullable Graded graded,
            List<String> reasons,
            List<String> missing,
            int missingCount) {
        RegradingRules rules = one.shared().rules();
        return new RegradedResult(
                one.enterprise().handle(),
                one.enterprise().industryCode(),
                one.enterprise().region(),
                regrading.year(),
                rules.method(),
                rules.gwpSet(),
                rules.scheme(),
                rules.peers(),
                one.inputsDigest(regrading.year()),
                one.ledger().entries().size(),
                outcome,
                totals,
                graded,
                reasons,
                missing,
                missingCount);
    }

    private static RegradedResult.Totals totals(Inventory inventory) {
        InventoryTotals totals = inventory.totals();
        return new RegradedResult.Totals(
                totals.total().amountText(),
                totals.scope1().amountText(),
                totals.scope2().amountText(),
                totals.energyCo2().amountText(),
                totals.processCo2().amountText(),
                totals.fuelEnergy().amountText(),
                inventory.quality().code());
    }

    private static RegradedResult.Graded graded(Grade grade) {
        return new RegradedResult.Graded(
                grade.grossCo2().amountText(),
                grade.netCo2().amountText(),
                grade.valueAdded().toString(),
                grade.intensity().toString(),
                grade.level().rank(),
                grade.peerAverage().amountText(),
                grade.ratio().toPlainString(),
                grade.grade().rank());
    }
}
