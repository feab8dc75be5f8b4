// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.PortraitEditions;
import org.tanma.carbon.portrait.EnergyMix;
import org.tanma.carbon.portrait.PortraitDimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;
import org.tanma.carbon.service.evaluate.EvaluationStore;
import org.tanma.carbon.service.evaluate.GradeResult;
import org.tanma.carbon.service.evaluate.StoredEvaluation;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.ledger.ActivityEntry;
import org.tanma.carbon.service.ledger.ActivityLedger;
import org.tanma.carbon.text.LocalText;
import org.tanma.carbon.warning.WarningState;

/**
 * Draws portraits from kept evaluations.
 *
 * <p>Contract: nothing is computed from what is not in an evaluation, but for ages and warnings; peers' figures are taken in before a portrait is drawn. Safe
 * between threads.
 */
public final class PortraitService {
    private final EvaluationStore evaluations;
    private final PortraitStore store;
    private final VerificationStore verifications;
    private final WarningStore warnings;
    private final ActivityLedger ledger;
    private final EngineCatalog catalog;
    private final PortraitFigures figures;
    private final InstantSource clock;

    public PortraitService(
            EvaluationStore evaluations,
            PortraitStore store,
            VerificationStore verifications,
            WarningStore warnings,
            ActivityLedger ledger,
            EngineCatalog catalog,
            PortraitEditions editions,
            KindCatalog kinds,
            InstantSource clock) {
        this.evaluations = evaluations;
        this.store = store;
        this.verifications = verifications;
        this.warnings = warnings;
        this.ledger = ledger;
        this.catalog = catalog;
        this.figures = new PortraitFigures(catalog, editions, kinds);
        this.clock = clock;
    }

    /** The portrait of a year, from its newest evaluation; empty when it is not evaluated. */
    public Optional<Portrait> find(String enterprise, int year) {
        Optional<KeptResult> newest = newest(enterprise, year);
        if (newest.isEmpty()) {
            return Optional.empty();
        }
        catchUp(year);
        return newest.map(kept -> draw(kept, newest(enterprise, year - 1).orElse(null)));
    }

    private Optional<KeptResult> newest(String enterprise, int year) {
        return evaluations.list(enterprise, year).stream().findFirst().map(KeptResult::of);
    }

    /** Takes in the figures of every evaluation of the year that is not yet among the peers'. */
    void catchUp(int year) {
        List<String> behind = store.behind(year);
        while (!behind.isEmpty()) {
            for (String id : behind) {
                StoredEvaluation stored = evaluations
                        .find(id)
                        .orElseThrow(() -> new IllegalStateException("evaluation " + id + " is gone"));
                KeptResult kept = KeptResult.of(stored);
                KeptResult before = newest(stored.enterprise(), year - 1).orElse(null);
                store.put(source(kept), figures.of(kept, before));
            }
            behind = store.behind(year);
        }
    }

    private static PortraitStore.Source source(KeptResult kept) {
        var enterprise = kept.inputs().enterprise();
        return new PortraitStore.Source(
                enterprise.handle(),
                kept.inputs().year(),
                kept.id(),
                kept.evaluatedAt().toString(),
                enterprise.industryCode(),
                enterprise.isDemonstration());
    }

    private Portrait draw(KeptResult kept, @Nullable KeptResult before) {
        PeerComparison comparison =
                new PeerComparison(store, source(kept), kept.inputs().peers());
        List<Portrait.Line> lines = new ArrayList<>();
        List<Figure> all = figures.of(kept, before);
        all.forEach(figure -> lines.add(line(figure, comparison)));
        List<Portrait.Dimension> dimensions = Arrays.stream(PortraitDimension.values())
                .filter(dimension -> dimension != PortraitDimension.WARNINGS)
                .map(dimension -> new Portrait.Dimension(
                        dimension.code(),
                        dimension.label(),
                        all.stream()
                                .filter(figure -> figure.measure().dimension() == dimension)
                                .map(figure -> lines.get(all.indexOf(figure)))
                                .toList()))
                .toList();
        EnergyUses.Found energy = figures.energy(kept.result());
        Optional<EnergyMix> mix = energy.notTold().isEmpty() ? EnergyMix.of(energy.uses()) : Optional.empty();
        var result = kept.result();
        GradeResult.Graded graded = result.grade().graded();
        return new Portrait(
                result.enterprise(),
                result.industry(),
                result.year(),
                kept.id(),
                kept.evaluatedAt().toString(),
                result.totals().total(),
                result.totals().scope1(),
                result.totals().scope2(),
                graded == null ? null : graded.grade().rank(),
                dimensions,
                mix.map(this::energy).orElse(List.of()),
                energy.notTold(),
                verification(kept),
                warnings(kept),
                notices(kept, mix));
    }

    private static Portrait.Line line(Figure figure, PeerComparison comparison) {
        BigDecimal amount = figure.amount();
        return new Portrait.Line(
                figure.measure().code(),
                figure.measure().label(),
                figure.measure().definition(),
                figure.measure().unit(),
                figure.measure().better().code(),
                amount == null ? null : amount.toPlainString(),
                figure.whyNot(),
                comparison.of(figure));
    }

    private List<Portrait.EnergyLine> energy(EnergyMix mix) {
        return mix.lines().stream()
                .map(line -> new Portrait.EnergyLine(
                        line.carrier().activity(),
                        line.carrier().group().code(),
                        line.carrier().group().label(),
                        new Amount(amount(line.energy(), "GJ"), "GJ"),
                        amount(line.standardCoal(), "t"),
                        mix.share(line)
                                .map(share -> share.movePointRight(2)
                                        .stripTrailingZeros()
                                        .toPlainString())
                                .orElse(null),
                        line.carrier().quality().code()))
                .toList();
    }

    private String amount(Quantity quantity, String unit) {
        return quantity.in(catalog.units().get(unit)).amountText();
    }

    private Portrait.VerificationView verification(KeptResult kept) {
        Instant now = clock.instant();
        Optional<Verification> newest = verifications.findNewest(kept.id());
        Optional<Instant> reported = ledger
                .newest(kept.inputs().enterprise().handle(), kept.inputs().year())
                .stream()
                .map(ActivityEntry::recordedAt)
                .max(Instant::compareTo);
        String state = newest.map(Verification::outcome).orElse("not-verified");
        return new Portrait.VerificationView(
                state,
                VerificationOutcome.label(state),
                newest.orElse(null),
                Duration.between(kept.evaluatedAt(), now).toDays(),
                reported.map(at -> Duration.between(at, now).toDays()).orElse(null),
                reported.filter(at -> at.isAfter(kept.evaluatedAt())).isPresent());
    }

    private Portrait.WarningCounts warnings(KeptResult kept) {
        String enterprise = kept.inputs().enterprise().handle();
        List<KeptWarning> all = warnings.list(enterprise, kept.inputs().year());
        return new Portrait.WarningCounts(
                count(all, WarningState.RAISED),
                count(all, WarningState.ACKNOWLEDGED),
                count(all, WarningState.CLEARED),
                warnings.checkedAt(enterprise, kept.inputs().year())
                        .map(Instant::toString)
                        .orElse(null));
    }

    private static int count(List<KeptWarning> all, WarningState state) {
        return (int) all.stream().filter(w -> w.state() == state).count();
    }

    private static List<LocalText> notices(KeptResult kept, Optional<EnergyMix> mix) {
        List<LocalText> notices = new ArrayList<>();
        if (kept.inputs().enterprise().isDemonstration()) {
            notices.add(new LocalText("演示企业：数据均为构造", "a demonstration enterprise: its figures are constructed"));
        }
        mix.ifPresent(m -> notices.add(new LocalText(
                "折标准煤系数：" + m.quality().label().zh(),
                "coal equivalents: " + m.quality().label().en())));
        notices.addAll(kept.result().notices());
        return notices;
    }
}
