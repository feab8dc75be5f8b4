// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.Factor;
import org.tanma.carbon.factor.FactorCatalog;
import org.tanma.carbon.factor.FactorEdition;
import org.tanma.carbon.inventory.ActivityEntry;
import org.tanma.carbon.inventory.ActivityId;
import org.tanma.carbon.inventory.Assumption;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.inventory.ReadingModel;
import org.tanma.carbon.inventory.SharedParameter;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.quantity.DimensionMismatchException;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.text.LocalText;

/** A request on which changes are made one after the other; what cannot be made is noted. */
final class ChangedRequest {
    /** The term of purchased electricity in every method shipped. */
    static final String ELECTRICITY = "electricity";

    private static final MathContext PRECISION = MathContext.DECIMAL128;

    private final Inventory inventory;
    private final List<ReadingModel> models;
    private final FactorCatalog factors;
    private final List<Missing> missing = new ArrayList<>();
    private final List<Assumption> assumptions = new ArrayList<>();
    private List<ActivityEntry> entries;

    ChangedRequest(Inventory inventory, List<ReadingModel> models, FactorCatalog factors) {
        this.inventory = inventory;
        this.models = models;
        this.factors = factors;
        this.entries = new ArrayList<>(inventory.request().entries());
    }

    List<Missing> missing() {
        return missing;
    }

    List<Assumption> assumptions() {
        return assumptions;
    }

    InventoryRequest request() {
        return inventory.request().withEntries(entries);
    }

    void apply(Change change, int number) {
        String path = "changes/" + number;
        if (change instanceof Change.OtherFactor factor) {
            assume(factor.assumption(), path);
        } else if (change instanceof Change.GreenPower green) {
            replacePower(green, path);
        } else if (change instanceof Change.OtherAmount amount) {
            setAmount(amount, path);
        } else if (change instanceof Change.ReplaceFuel fuel) {
            replaceFuel(fuel, path);
        }
    }

    private void assume(Assumption assumption, String path) {
        boolean isUsed = models.stream()
                .anyMatch(model -> assumption.holdsFor(model.entry())
                        && model.term().findRule(assumption.parameter()).isPresent());
        if (isUsed) {
            assumptions.add(0, assumption);
        } else {
            refuse(
                    path + "/scope",
                    new LocalText("没有读数使用该参数", "no reading uses this parameter"),
                    assumption.scope() + " " + assumption.parameter().code(),
                    models.stream()
                            .filter(model -> model.term()
                                    .findRule(assumption.parameter())
                                    .isPresent())
                            .map(model -> model.entry().activity().toString())
                            .distinct()
                            .sorted()
                            .collect(Collectors.joining(", ")));
        }
    }

    private void replacePower(Change.GreenPower green, String path) {
        if (entries.stream().noneMatch(ChangedRequest::isElectricity)) {
            refuse(path, new LocalText("没有购入电力的读数", "no reading is of purchased electricity"), "", terms());
        } else if (green.isOwn()) {
            BigDecimal rest = BigDecimal.ONE.subtract(green.share());
            entries.replaceAll(entry -> isElectricity(entry) ? times(entry, rest) : entry);
        }
    }

    static boolean isElectricity(ActivityEntry entry) {
        return entry.activity().term().equals(ELECTRICITY);
    }

    private void setAmount(Change.OtherAmount change, String path) {
        List<ActivityEntry> meant = entries.stream()
                .filter(entry -> entry.source().equals(change.source())
                        && entry.activity().equals(change.activity())
                        && (change.period() == null || entry.period().equals(change.period())))
                .toList();
        if (meant.isEmpty()) {
            refuseReading(path, change.source() + " " + change.activity());
            return;
        }
        try {
            Map<ActivityEntry, ActivityEntry> changed = meant.stream()
                    .collect(Collectors.toMap(entry -> entry, entry -> changed(entry, change, meant), (a, b) -> a));
            entries.replaceAll(entry -> changed.getOrDefault(entry, entry));
        } catch (DimensionMismatchException e) {
            Quantity to = change.to();
            refuse(
                    path + "/to",
                    new LocalText("单位所表示的量不对", "the unit measures something else than the readings do"),
                    to == null ? "" : to.toString(),
                    meant.get(0).amount().unit().symbol());
        }
    }

    private static ActivityEntry changed(ActivityEntry entry, Change.OtherAmount change, List<ActivityEntry> meant) {
        @Nullable BigDecimal times = change.times();
        @Nullable Quantity to = change.to();
        if (times != null) {
            return times(entry, times);
        }
        if (to == null) {
            throw new IllegalStateException("neither times nor to");
        }
        Unit unit = entry.amount().unit();
        Quantity whole =
                meant.stream().map(ActivityEntry::amount).reduce(Quantity::plus).orElseThrow();
        BigDecimal target = to.in(unit).amount();
        BigDecimal part = whole.signum() == 0
                ? BigDecimal.ONE.divide(BigDecimal.valueOf(meant.size()), PRECISION)
                : entry.amount().in(unit).amount().divide(whole.in(unit).amount(), PRECISION);
        return entry.withAmount(new Quantity(target.multiply(part, PRECISION), unit));
    }

    private void replaceFuel(Change.ReplaceFuel change, String path) {
        List<ActivityEntry> from = entries.stream()
                .filter(entry -> entry.source().equals(change.source())
                        && entry.activity().equals(change.from()))
                .toList();
        if (from.isEmpty()) {
            refuseReading(path + "/from", change.source() + " " + change.from());
            return;
        }
        Optional<Quantity> otherValue = calorificValue(change.to());
        if (otherValue.isEmpty()) {
            @Nullable EditionRef fuelSet = inventory.fuelSet();
            refuse(
                    path + "/to",
                    new LocalText("不知道该燃料的低位发热量", "its net calorific value is not known"),
                    change.to().toString(),
                    fuelSet == null ? "" : String.join(", ", factors.activities(fuelSet)));
            return;
        }
        for (ActivityEntry entry : from) {
            Optional<Quantity> value = calorificValue(entry);
            if (value.isEmpty()) {
                refuse(
                        path + "/from",
                        new LocalText("该项不按热值计算", "this is not computed by a net calorific value"),
                        change.from().toString(),
                        "");
                return;
            }
            Quantity replaced = times(entry, change.share()).amount();
            Quantity other = replaced.times(value.get()).dividedBy(otherValue.get());
            entries.replaceAll(
                    each -> each.equals(entry) ? times(entry, BigDecimal.ONE.subtract(change.share())) : each);
            add(entry, change.to(), other);
        }
    }

    /** Adds to the reading there is of that source, fuel and period, or makes one. */
    private void add(ActivityEntry like, ActivityId fuel, Quantity amount) {
        for (int i = 0; i < entries.size(); i++) {
            ActivityEntry entry = entries.get(i);
            if (entry.source().equals(like.source())
                    && entry.activity().equals(fuel)
                    && entry.period().equals(like.period())) {
                entries.set(i, entry.withAmount(entry.amount().plus(amount)));
                return;
            }
        }
        entries.add(new ActivityEntry(like.source(), fuel, like.period(), short34(amount), Map.of(), null, null));
    }

    private static Quantity short34(Quantity amount) {
        return new Quantity(amount.amount().round(PRECISION), amount.unit());
    }

    private Optional<Quantity> calorificValue(ActivityEntry entry) {
        return models.stream()
                .filter(model -> model.entry().source().equals(entry.source())
                        && model.entry().activity().equals(entry.activity())
                        && model.entry().period().equals(entry.period()))
                .flatMap(model -> model.inputs().stream())
                .filter(input -> input.symbol().equals(Parameter.NET_CALORIFIC_VALUE.symbol()))
                .map(TraceInput::value)
                .filter(value -> value.signum() > 0)
                .findFirst();
    }

    /** As the enterprise uses it somewhere or gives it, else by the fuel set. */
    private Optional<Quantity> calorificValue(ActivityId fuel) {
        Optional<Quantity> given = inventory.request().parameters().stream()
                .filter(shared -> shared.parameter() == Parameter.NET_CALORIFIC_VALUE
                        && shared.scope().equals(fuel.toString()))
                .map(SharedParameter::measured)
                .map(measured -> measured.value())
                .findFirst();
        @Nullable EditionRef fuelSet = inventory.fuelSet();
        return given.isPresent() || fuelSet == null
                ? given
                : factors.findEdition(fuelSet).map(FactorEdition::factors).stream()
                        .flatMap(List::stream)
                        .filter(factor ->
                                factor.activity().equals(fuel.item() + "." + Parameter.NET_CALORIFIC_VALUE.code()))
                        .map(Factor::value)
                        .findFirst();
    }

    private static ActivityEntry times(ActivityEntry entry, BigDecimal factor) {
        return entry.withAmount(new Quantity(
                entry.amount().amount().multiply(factor, PRECISION),
                entry.amount().unit()));
    }

    private void refuseReading(String path, String given) {
        refuse(path, new LocalText("没有该来源的这种读数", "no reading is of this source and activity"), given, terms());
    }

    private String terms() {
        return inventory.request().entries().stream()
                .map(entry -> entry.source() + " " + entry.activity())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private void refuse(String path, LocalText what, String given, String allowed) {
        missing.add(new Missing(
                Missing.Reason.PARAMETER,
                path,
                what,
                given,
                allowed,
                new LocalText("改用所列之一，或删去这项改动", "use one of those listed, or leave this change out")));
    }
}
