// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.cbam.goods.CbamCatalog;
import org.tanma.carbon.cbam.goods.CbamGood;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.FactorCatalog;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.factor.Geography;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.Origin;
import org.tanma.carbon.method.TraceInput;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.text.LocalText;

/** One computation: what it rests on, what it used, what it misses. */
final class CbamContext {
    static final MathContext PRECISION = MathContext.DECIMAL128;
    static final Dimension PER_ENERGY = Dimension.CO2.per(Dimension.ENERGY);
    static final Dimension PER_MASS = Dimension.CO2E.per(Dimension.MASS);

    final CbamRequest request;
    final AccountingMethod method;
    final @Nullable EditionRef fuelSet;
    final FactorCatalog factors;
    final CbamCatalog catalog;
    final List<Geography> places;
    final LocalDate day;
    final List<Missing> missing;
    final List<LocalText> notices = new ArrayList<>();

    private final Map<String, FactorMatch> used = new TreeMap<>();

    CbamContext(
            CbamRequest request,
            AccountingMethod method,
            @Nullable EditionRef fuelSet,
            FactorCatalog factors,
            CbamCatalog catalog,
            List<Geography> places,
            List<Missing> missing) {
        this.request = request;
        this.method = method;
        this.fuelSet = fuelSet;
        this.factors = factors;
        this.catalog = catalog;
        this.places = places;
        this.day = request.to();
        this.missing = missing;
    }

    /** Notes that a published figure was used. */
    void use(FactorMatch match) {
        used.put(match.factor().edition() + " " + match.factor().id(), match);
    }

    /** The published figures used, by edition and id. */
    List<FactorMatch> used() {
        return List.copyOf(used.values());
    }

    /** A published parameter of the regulation, noted as used; what is missing is noted with its path. */
    Optional<TraceInput> parameter(String key, String symbol, LocalText label, String path) {
        Optional<FactorMatch> match = catalog.find(key, day);
        if (match.isEmpty()) {
            fault(
                    Missing.Reason.FACTOR,
                    path,
                    new LocalText("没有公布的参数：" + label.zh(), "no published parameter: " + label.en()),
                    key,
                    "",
                    new LocalText("填报实测值及依据", "give a measured value with its evidence"));
            return Optional.empty();
        }
        use(match.get());
        return Optional.of(
                new TraceInput(symbol, label, match.get().factor().value(), new Origin.FromFactor(match.get())));
    }

    /** The good of a CN code; a code that CBAM does not cover is noted. */
    Optional<CbamGood> good(String cn, String path) {
        Optional<CbamGood> good = catalog.findGood(cn);
        if (good.isPresent() && good.get().isCovered()) {
            return good;
        }
        boolean isScrap = good.isPresent() && good.get().category().equals("scrap");
        fault(
                Missing.Reason.FACTOR,
                path + "/cn",
                new LocalText("CBAM 不涵盖该编码", "CBAM does not cover this code"),
                cn,
                catalog.goods().stream()
                        .filter(CbamGood::isCovered)
                        .map(CbamGood::cn)
                        .collect(Collectors.joining(", ")),
                isScrap
                        ? new LocalText("废料不含隐含排放，请删去", "scrap carries no embedded emissions: leave it out")
                        : new LocalText("核对 CN 编码，只写数字", "check the CN code, digits only"));
        return Optional.empty();
    }

    /** Whether a quantity measures this and is not negative; what is wrong is noted. */
    boolean check(Quantity quantity, Dimension dimension, String path) {
        if (!quantity.dimension().equals(dimension)) {
            fault(
                    Missing.Reason.DIMENSION,
                    path,
                    new LocalText("单位所表示的量不对", "the unit measures something else than is needed"),
                    quantity.toString(),
                    dimension.coherentSymbol(),
                    new LocalText("改用可换算为所列单位的单位", "use a unit that converts to the one listed"));
            return false;
        }
        boolean isShare = dimension.equals(Dimension.NONE);
        if (quantity.signum() < 0 || isShare && quantity.coherentAmount().compareTo(BigDecimal.ONE) > 0) {
            fault(
                    Missing.Reason.RANGE,
                    path,
                    new LocalText("数值超出范围", "out of range"),
                    quantity.toString(),
                    isShare ? "0..1 = 0 %..100 %" : ">= 0",
                    new LocalText("核对数值与单位", "check figure and unit"));
            return false;
        }
        return true;
    }

    /** As {@link #check}, and not zero. */
    boolean checkPositive(Quantity quantity, Dimension dimension, String path) {
        if (!check(quantity, dimension, path)) {
            return false;
        }
        if (quantity.signum() == 0) {
            fault(
                    Missing.Reason.RANGE,
                    path,
                    new LocalText("不能为 0", "must not be 0"),
                    quantity.toString(),
                    "> 0",
                    new LocalText("核对数值", "check the figure"));
            return false;
        }
        return true;
    }

    /** Notes an id that stands for nothing. */
    void unknownId(String path, String given, Collection<String> known) {
        fault(
                Missing.Reason.TERM,
                path,
                new LocalText("所引用的名称不存在", "nothing in the file has this id"),
                given,
                String.join(", ", known),
                new LocalText("使用所列名称", "use an id listed"));
    }

    void fault(Missing.Reason reason, String path, LocalText what, String given, String allowed, LocalText hint) {
        missing.add(new Missing(reason, path, what, given, allowed, hint));
    }

    /** The same figure counted as CO2e: CO2 is its own measure. */
    static Quantity asCo2e(Quantity quantity) {
        Dimension dimension = quantity.dimension();
        Dimension co2 = Dimension.CO2;
        for (Dimension per : List.of(Dimension.NONE, Dimension.MASS, Dimension.ENERGY)) {
            if (dimension.equals(co2.per(per))) {
                return new Quantity(quantity.coherentAmount(), Unit.coherent(Dimension.CO2E.per(per)));
            }
        }
        return quantity;
    }

    /** The same figure as CO2, where it is CO2e; in the unit it was given in, so that a trace shows it as written. */
    static Quantity asCo2(Quantity quantity) {
        Unit unit = quantity.unit();
        return quantity.dimension().equals(Dimension.CO2E.per(Dimension.ENERGY))
                ? new Quantity(
                        quantity.amount(),
                        new Unit(unit.symbol().replace("CO2e", "CO2"), PER_ENERGY, unit.coherentFactor()))
                : quantity;
    }

    static Quantity co2e(BigDecimal tonnes) {
        return new Quantity(tonnes, Unit.coherent(Dimension.CO2E));
    }
}
