// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import static org.tanma.carbon.inventory.Missing.Reason.FUEL_SET;
import static org.tanma.carbon.inventory.Missing.Reason.GEOGRAPHY;
import static org.tanma.carbon.inventory.Missing.Reason.GWP_SET;
import static org.tanma.carbon.inventory.Missing.Reason.METHOD;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.FactorCatalog;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.factor.FactorQuery;
import org.tanma.carbon.factor.Geography;
import org.tanma.carbon.factor.GeographyCatalog;
import org.tanma.carbon.method.AccountingMethod;
import org.tanma.carbon.method.Gas;
import org.tanma.carbon.method.MethodCatalog;
import org.tanma.carbon.text.LocalText;

/** Finds the method, fuel set, GWP set and place that a request names. */
final class BasisResolver {
    private static final String GWP_DATASET = "gwp";

    private final MethodCatalog methods;
    private final FactorCatalog factors;
    private final GeographyCatalog geographies;

    BasisResolver(MethodCatalog methods, FactorCatalog factors, GeographyCatalog geographies) {
        this.methods = methods;
        this.factors = factors;
        this.geographies = geographies;
    }

    Optional<ResolvedBasis> resolve(InventoryRequest request, List<Missing> missing) {
        int before = missing.size();
        InventoryBasis basis = request.basis();
        @Nullable AccountingMethod method = findMethod(request, missing);
        @Nullable AccountingMethod valueChain = findValueChain(request, missing);
        @Nullable EditionRef fuelSet = method == null ? null : findFuelSet(basis, method, missing);
        @Nullable Geography place = geographies.find(basis.geography()).orElse(null);
        if (place == null) {
            missing.add(unknown(
                    GEOGRAPHY,
                    "basis/geography",
                    new LocalText("未知的地区", "unknown place"),
                    basis.geography(),
                    geographies.all().stream().map(Geography::id).collect(Collectors.joining(", ")),
                    new LocalText("使用六位行政区划代码或所列地区代号", "use a six-digit GB/T 2260 code or one of the ids listed")));
        }
        LocalDate day = LocalDate.of(request.year(), 12, 31);
        List<Geography> places = place == null ? geographies.all() : geographies.chain(place);
        @Nullable EditionRef gwpSet = gwpSet(basis, method);
        @Nullable FactorMatch gwp = gwpSet == null ? null : findGwp(gwpSet, places, day, missing);
        if (gwpSet == null && method != null) {
            missing.add(unknownGwpSet(""));
        }
        if (missing.size() > before || method == null || gwpSet == null || gwp == null) {
            return Optional.empty();
        }
        return Optional.of(new ResolvedBasis(
                valueChain == null ? method : method.withTermsOf(valueChain),
                fuelSet,
                gwpSet,
                gwp,
                otherGwps(gwpSet, places, day),
                places,
                day));
    }

    private @Nullable AccountingMethod findMethod(InventoryRequest request, List<Missing> missing) {
        EditionRef ref = request.basis().method();
        @Nullable AccountingMethod method = methods.find(ref).orElse(null);
        if (method == null || !method.serves(request.year()) || method.isValueChain()) {
            missing.add(unknown(
                    METHOD,
                    "basis/method",
                    method == null || method.isValueChain()
                            ? new LocalText("未知的核算方法", "unknown method")
                            : new LocalText(
                                    "该方法不适用于 " + request.year() + " 年", "the method does not serve " + request.year()),
                    ref.toString(),
                    methods.all().stream()
                            .filter(candidate -> candidate.serves(request.year()) && !candidate.isValueChain())
                            .map(candidate -> candidate.ref().toString())
                            .collect(Collectors.joining(", ")),
                    new LocalText("选择所列方法之一", "choose one of the methods listed")));
            return null;
        }
        return method;
    }

    private @Nullable AccountingMethod findValueChain(InventoryRequest request, List<Missing> missing) {
        @Nullable EditionRef ref = request.basis().valueChain();
        if (ref == null) {
            return null;
        }
        @Nullable
        AccountingMethod found =
                methods.find(ref).filter(AccountingMethod::isValueChain).orElse(null);
        if (found == null || !found.serves(request.year())) {
            missing.add(unknown(
                    METHOD,
                    "basis/valueChain",
                    new LocalText("未知或不适用于该年的范围三项目", "no terms of scope 3 of that name that serve the year"),
                    ref.toString(),
                    methods.all().stream()
                            .filter(candidate -> candidate.isValueChain() && candidate.serves(request.year()))
                            .map(candidate -> candidate.ref().toString())
                            .collect(Collectors.joining(", ")),
                    new LocalText("选择所列之一，或删除", "choose one of those listed, or leave it out")));
            return null;
        }
        return found;
    }

    private @Nullable EditionRef findFuelSet(InventoryBasis basis, AccountingMethod method, List<Missing> missing) {
        if (method.fuelSets().isEmpty() && basis.fuelSet() == null) {
            return null;
        }
        EditionRef wanted = basis.fuelSet() == null ? method.fuelSets().get(0) : basis.fuelSet();
        if (!method.fuelSets().contains(wanted) || factors.findEdition(wanted).isEmpty()) {
            missing.add(unknown(
                    FUEL_SET,
                    "basis/fuelSet",
                    new LocalText("该方法不能使用此燃料参数集", "the method may not be used with this fuel set"),
                    wanted.toString(),
                    method.fuelSets().stream().map(EditionRef::toString).collect(Collectors.joining(", ")),
                    new LocalText("一份清单只使用一套燃料参数", "one inventory uses one fuel set; choose one listed")));
            return null;
        }
        return wanted;
    }

    private @Nullable FactorMatch findGwp(
            EditionRef set, List<Geography> places, LocalDate day, List<Missing> missing) {
        Optional<FactorMatch> match = GWP_DATASET.equals(set.name())
                ? factors.find(new FactorQuery(GWP_DATASET, set.edition(), Gas.CO2.gwpActivity(), places, day, 0))
                : Optional.empty();
        if (match.isEmpty()) {
            missing.add(unknownGwpSet(set.toString()));
        }
        return match.orElse(null);
    }

    /** The set asked for, else the one the method's document prints. */
    private static @Nullable EditionRef gwpSet(InventoryBasis basis, @Nullable AccountingMethod method) {
        EditionRef wanted = basis.gwpSet();
        return wanted != null || method == null ? wanted : method.gwpSet();
    }

    private Map<Gas, FactorMatch> otherGwps(EditionRef set, List<Geography> places, LocalDate day) {
        Map<Gas, FactorMatch> found = new EnumMap<>(Gas.class);
        for (Gas gas : Gas.values()) {
            if (gas != Gas.CO2) {
                factors.find(new FactorQuery(GWP_DATASET, set.edition(), gas.gwpActivity(), places, day, 0))
                        .ifPresent(match -> found.put(gas, match));
            }
        }
        return found;
    }

    private Missing unknownGwpSet(String given) {
        return unknown(
                GWP_SET,
                "basis/gwpSet",
                given.isEmpty()
                        ? new LocalText("未指定 GWP 数据集，该方法也没有自己的", "no GWP set named, and the method has none of its own")
                        : new LocalText("未知的 GWP 数据集", "unknown GWP set"),
                given,
                factors.editions().stream()
                        .filter(edition -> edition.ref().name().equals(GWP_DATASET))
                        .map(edition -> edition.ref().toString())
                        .collect(Collectors.joining(", ")),
                new LocalText("选择所列数据集之一", "choose one of the sets listed"));
    }

    private static Missing unknown(
            Missing.Reason reason, String path, LocalText what, String given, String allowed, LocalText hint) {
        return new Missing(reason, path, what, given, allowed, hint);
    }
}
