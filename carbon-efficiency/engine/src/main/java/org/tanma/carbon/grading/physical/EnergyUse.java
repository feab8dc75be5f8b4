// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading.physical;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.Factor;
import org.tanma.carbon.factor.FactorCatalog;
import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.grading.physical.PhysicalOutcome.Refusal;
import org.tanma.carbon.inventory.ActivityEntry;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.MethodTerm;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * The energy of an inventory's readings, in standard coal.
 *
 * <p>Shape: {@code amount × net calorific value} where the enterprise measured it, else {@code amount × coefficient} that the
 * enterprise gives, else that of the scheme's tables. A carrier that the tables give as a range only has no coefficient there:
 * it must be measured or given. Nothing that is not known counts as nothing.
 */
final class EnergyUse {
    private static final String COEFFICIENT = ".standard-coal";

    private final PhysicalScheme scheme;
    private final FactorCatalog factors;
    private final AccountingMethod method;
    private final InventoryRequest inventory;
    private final Map<String, MeasuredValue> given;
    private final List<Refusal> refusals = new ArrayList<>();

    EnergyUse(
            PhysicalScheme scheme,
            FactorCatalog factors,
            AccountingMethod method,
            InventoryRequest inventory,
            Map<String, MeasuredValue> given) {
        this.scheme = scheme;
        this.factors = factors;
        this.method = method;
        this.inventory = inventory;
        this.given = given;
    }

    /** The energy of one reading, with the coefficient used; energy is signed. */
    record Used(ActivityEntry entry, String carrier, Quantity energy, String origin, Quality quality) {}

    /** Why some energy is not known; complete once {@link #of} ran. */
    List<Refusal> refusals() {
        return refusals.stream().distinct().toList();
    }

    /** The energy of every reading of energy, of the carriers that a measure counts. */
    List<Used> of(PhysicalScheme.Measure measure) {
        List<Used> used = new ArrayList<>();
        for (ActivityEntry entry : inventory.entries()) {
            Optional<MethodTerm> term = method.findTerm(entry.activity().term());
            if (term.isEmpty() || !term.get().isEnergyRelated()) {
                continue;
            }
            PhysicalScheme.@Nullable Carrier carrier =
                    scheme.carriers().get(entry.activity().term());
            if (carrier == null) {
                refuse(
                        new LocalText("不知道该项是何种能源", "what energy this term is, the scheme does not say"),
                        entry.activity().term(),
                        String.join(", ", new TreeMap<>(scheme.carriers()).keySet()));
                continue;
            }
            @Nullable String named = carrier.id();
            String id = named == null ? entry.activity().item() : named;
            if (measure.counts(id)) {
                energy(measure, entry, id)
                        .ifPresent(found -> used.add(
                                carrier.isDelivered()
                                        ? new Used(entry, id, found.energy().negated(), found.origin(), found.quality())
                                        : found));
            }
        }
        return used;
    }

    private Optional<Used> energy(PhysicalScheme.Measure measure, ActivityEntry entry, String carrier) {
        if (measure == PhysicalScheme.Measure.ELECTRICITY || entry.amount().signum() == 0) {
            Quantity energy = entry.amount().signum() == 0 ? Quantity.zero(Dimension.ENERGY) : entry.amount();
            return Optional.of(new Used(entry, carrier, energy, "", Quality.OFFICIAL));
        }
        Optional<MeasuredValue> measured = measuredCalorificValue(entry);
        if (measured.isPresent()) {
            return product(
                    entry, carrier, measured.get().value(), measured.get().evidence(), Quality.OFFICIAL);
        }
        @Nullable MeasuredValue own = given.get(carrier);
        if (own != null) {
            return product(entry, carrier, own.value(), own.evidence(), Quality.OFFICIAL);
        }
        Optional<Factor> printed = row(carrier, COEFFICIENT);
        if (printed.isPresent()) {
            Factor factor = printed.get();
            return product(entry, carrier, factor.value(), factor.edition() + " " + factor.id(), factor.quality());
        }
        refuse(
                new LocalText(
                        "折标准煤系数须实测或由企业提供：" + carrier, "standard coal of " + carrier + " must be measured or given"),
                "",
                allowed(entry, carrier));
        return Optional.empty();
    }

    private Optional<Used> product(
            ActivityEntry entry, String carrier, Quantity coefficient, String origin, Quality quality) {
        Dimension needed = Dimension.ENERGY.per(entry.amount().dimension());
        if (!coefficient.dimension().equals(needed)) {
            refuse(
                    new LocalText(
                            "折标准煤系数与读数的计量单位不符：" + carrier,
                            "the coefficient of " + carrier + " does not fit its readings"),
                    coefficient.unit().symbol(),
                    "kgce/" + entry.amount().unit());
            return Optional.empty();
        }
        return Optional.of(new Used(entry, carrier, entry.amount().times(coefficient), origin, quality));
    }

    private String allowed(ActivityEntry entry, String carrier) {
        String input = "net-calorific-value, standardCoal/" + carrier + " (kgce/"
                + entry.amount().unit() + ")";
        Optional<Factor> low = row(carrier, COEFFICIENT + "-low");
        Optional<Factor> high = row(carrier, COEFFICIENT + "-high");
        return low.isPresent() && high.isPresent()
                ? input + "; " + low.get().value() + " – " + high.get().value()
                : input;
    }

    private Optional<Factor> row(String carrier, String suffix) {
        for (EditionRef edition : scheme.standardCoal()) {
            Optional<Factor> row = factors.findById(edition, carrier + suffix);
            if (row.isPresent()) {
                return row;
            }
        }
        return Optional.empty();
    }

    /** The reading's own, else that of its source, activity or term. */
    private Optional<MeasuredValue> measuredCalorificValue(ActivityEntry entry) {
        @Nullable MeasuredValue own = entry.measured().get(Parameter.NET_CALORIFIC_VALUE);
        if (own != null) {
            return Optional.of(own);
        }
        for (String scope : List.of(
                entry.source(), entry.activity().toString(), entry.activity().term())) {
            Optional<MeasuredValue> shared = inventory.parameters().stream()
                    .filter(each -> each.parameter() == Parameter.NET_CALORIFIC_VALUE)
                    .filter(each -> each.scope().equals(scope))
                    .map(each -> each.measured())
                    .findFirst();
            if (shared.isPresent()) {
                return shared;
            }
        }
        return Optional.empty();
    }

    private void refuse(LocalText what, String found, String allowed) {
        refusals.add(new Refusal("energy", what, found, allowed));
    }
}
