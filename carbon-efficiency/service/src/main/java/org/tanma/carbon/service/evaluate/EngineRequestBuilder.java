// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.Deductions;
import org.tanma.carbon.grading.PeerSet;
import org.tanma.carbon.inventory.ActivityEntry;
import org.tanma.carbon.inventory.ActivityId;
import org.tanma.carbon.inventory.ActivityPeriod;
import org.tanma.carbon.inventory.InventoryBasis;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.inventory.SourceDetail;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.kind.KindRole;
import org.tanma.carbon.service.ledger.Period;
import org.tanma.carbon.text.LocalText;

/**
 * Puts inputs into the engine's terms. A pure function.
 *
 * <p>A reading for the whole year can only be a zero (the ledger takes no other): it declares that the enterprise has nothing
 * of its term, unless the term is reported by month as well. Of scope 3, where only what is reported counts, it declares
 * nothing.
 */
final class EngineRequestBuilder {
    /** Most texts remembered with what they stand for: kinds, units and months come again and again. */
    private static final int MOST_REMEMBERED = 4096;

    private final Map<String, ActivityId> activities = new ConcurrentHashMap<>();
    private final Map<String, ActivityPeriod> periods = new ConcurrentHashMap<>();
    private final Map<String, Period> calendar = new ConcurrentHashMap<>();
    private final Map<String, Unit> parsedUnits = new ConcurrentHashMap<>();

    private final KindCatalog kinds;
    private final UnitCatalog units;

    EngineRequestBuilder(KindCatalog kinds, UnitCatalog units) {
        this.kinds = kinds;
        this.units = units;
    }

    EngineRequest build(EvaluationInputs inputs) {
        List<ActivityEntry> readings = new ArrayList<>();
        Set<String> absent = new TreeSet<>();
        for (EvaluationInputs.Entry entry : withRole(inputs, KindRole.READING)) {
            if (period(entry).isWholeYear()) {
                absent.add(kinds.get(entry.kind()).term());
            } else {
                readings.add(reading(entry));
            }
        }
        absent.removeIf(term -> term.startsWith(InputsGatherer.VALUE_CHAIN_KINDS));
        readings.forEach(r -> absent.remove(r.activity().term()));
        YearlySum valueAdded = sum(inputs, KindRole.VALUE_ADDED);
        YearlySum output = sum(inputs, KindRole.OUTPUT);
        String valueChain = inputs.valueChain();
        InventoryBasis basis = new InventoryBasis(
                EditionRef.parse(inputs.method()),
                null,
                EditionRef.parse(inputs.gwpSet()),
                inputs.enterprise().region(),
                valueChain == null ? null : EditionRef.parse(valueChain));
        InventoryRequest request = new InventoryRequest(
                inputs.enterprise().handle(),
                inputs.year(),
                basis,
                readings,
                List.of(),
                absent,
                output.total(),
                details(inputs, readings));
        return new EngineRequest(
                request,
                valueAdded.total(),
                named(valueAdded, "工业增加值", "value added"),
                named(output, "产量", "output"),
                deductions(inputs),
                peers(inputs.peers()));
    }

    /** The details of those sources that have readings: a source may be registered before or after it was in use. */
    private static Map<String, SourceDetail> details(EvaluationInputs inputs, List<ActivityEntry> readings) {
        Map<String, SourceDetail> details = new TreeMap<>();
        Map<String, EvaluationInputs.Detail> known = inputs.details();
        if (known != null) {
            for (ActivityEntry reading : readings) {
                EvaluationInputs.Detail detail = known.get(reading.source());
                if (detail != null) {
                    details.put(reading.source(), detail(detail));
                }
            }
        }
        return details;
    }

    private static SourceDetail detail(EvaluationInputs.Detail detail) {
        String uncertainty = emptyToNull(detail.uncertaintyPercent());
        return new SourceDetail(
                emptyToNull(detail.site()),
                emptyToNull(detail.process()),
                emptyToNull(detail.device()),
                uncertainty == null ? null : new BigDecimal(uncertainty),
                emptyToNull(detail.dataQuality()));
    }

    private List<EvaluationInputs.Entry> withRole(EvaluationInputs inputs, KindRole role) {
        return inputs.entries().stream()
                .filter(e -> kinds.get(e.kind()).role() == role)
                .toList();
    }

    private ActivityEntry reading(EvaluationInputs.Entry entry) {
        return new ActivityEntry(
                entry.source(),
                remembered(activities, entry.kind(), ActivityId::parse),
                remembered(periods, entry.period(), ActivityPeriod::parse),
                amount(entry),
                entry.measured().isEmpty() ? Map.of() : measured(entry),
                emptyToNull(entry.meter()),
                emptyToNull(entry.evidence()));
    }

    private Map<Parameter, MeasuredValue> measured(EvaluationInputs.Entry entry) {
        String name = entry.source() + "/" + entry.kind() + "/" + entry.period();
        String evidence = entry.evidence().isEmpty() ? "ledger " + name + " v" + entry.version() : entry.evidence();
        Map<Parameter, MeasuredValue> measured = new TreeMap<>();
        entry.measured()
                .forEach((code, value) -> measured.put(
                        Parameter.fromCode(code)
                                .orElseThrow(
                                        () -> new IllegalStateException(name + " has the property '" + code + "'")),
                        new MeasuredValue(Quantity.of(value.value(), unit(value.unit())), evidence)));
        return measured;
    }

    private static <T> T remembered(Map<String, T> known, String text, Function<String, T> parse) {
        T found = known.get(text);
        if (found == null) {
            found = parse.apply(text);
            if (known.size() < MOST_REMEMBERED) {
                known.put(text, found);
            }
        }
        return found;
    }

    private Unit unit(String text) {
        return remembered(parsedUnits, text, units::get);
    }

    private YearlySum sum(EvaluationInputs inputs, KindRole role) {
        return YearlySum.of(withRole(inputs, role).stream()
                .map(e -> new YearlySum.Part(e.source(), period(e).month(), amount(e)))
                .toList());
    }

    private static List<LocalText> named(YearlySum sum, String zh, String en) {
        return sum.gaps().stream()
                .map(gap -> new LocalText(zh + " " + gap.zh(), en + ": " + gap.en()))
                .toList();
    }

    private Deductions deductions(EvaluationInputs inputs) {
        Map<String, Quantity> byKind = withRole(inputs, KindRole.DEDUCTION).stream()
                .collect(Collectors.toMap(EvaluationInputs.Entry::kind, this::amount, Quantity::plus, TreeMap::new));
        return new Deductions(
                deduction(byKind, "zero-carbon-energy"),
                deduction(byKind, "carbon-sink"),
                deduction(byKind, "carbon-captured"),
                deduction(byKind, "carbon-offset"));
    }

    private static Quantity deduction(Map<String, Quantity> byKind, String kind) {
        return byKind.getOrDefault(kind, Quantity.zero(Dimension.CO2));
    }

    @Nullable
    PeerSet peers(EvaluationInputs.@Nullable Peers peers) {
        return peers == null ? null : EnginePeers.of(peers.content(), units);
    }

    private Quantity amount(EvaluationInputs.Entry entry) {
        return Quantity.of(entry.amount(), unit(entry.unit()));
    }

    private Period period(EvaluationInputs.Entry entry) {
        return remembered(
                calendar,
                entry.period(),
                text -> Period.parse(text)
                        .orElseThrow(() -> new IllegalStateException("inputs hold the period '" + text + "'")));
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
