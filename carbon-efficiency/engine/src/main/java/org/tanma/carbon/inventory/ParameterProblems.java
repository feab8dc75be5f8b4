// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import static org.tanma.carbon.inventory.Missing.Reason.DIMENSION;
import static org.tanma.carbon.inventory.Missing.Reason.DUPLICATE;
import static org.tanma.carbon.inventory.Missing.Reason.FACTOR;
import static org.tanma.carbon.inventory.Missing.Reason.PARAMETER;
import static org.tanma.carbon.inventory.Missing.Reason.RANGE;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.FactorMatch;
import org.tanma.carbon.method.Gas;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.method.ParameterLookup.Need;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;
import org.tanma.carbon.text.Similarity;

/** What can be wrong with a parameter of one reading, in words. */
public final class ParameterProblems {
    /**
     * A measured value this many times above or below the published default is a slip of unit, not a measurement. Chosen
     * wider than any spread between published fuel sets (the widest is 1.9, for briquettes and other washed coal).
     */
    static final BigDecimal LARGEST_RATIO_TO_DEFAULT = BigDecimal.valueOf(5);

    private static final LocalText FOOTPRINT = new LocalText(
            "这是产品碳足迹因子（CO2e，全生命周期），范围二须用电力二氧化碳排放因子（CO2）",
            "this is a footprint factor (CO2e, life cycle); scope 2 takes a grid factor in CO2");

    private final Supplier<String> path;

    public ParameterProblems(String path) {
        this(() -> path);
    }

    /** @param path formed only when something is wrong */
    ParameterProblems(Supplier<String> path) {
        this.path = path;
    }

    /** The first thing wrong with measured values, if anything is. */
    public Optional<Missing> check(Need need, List<Quantity> values, @Nullable FactorMatch usual) {
        Quantity value = values.get(0);
        if (values.size() > 1) {
            return Optional.of(of(
                    DUPLICATE,
                    need,
                    new LocalText("同一参数给出了多个值", "given more than once for the same scope"),
                    String.join("; ", values.stream().map(Quantity::toString).toList()),
                    "1",
                    new LocalText("只保留一个值", "keep one value")));
        }
        if (!value.dimension().equals(need.dimension())) {
            return Optional.of(of(
                    DIMENSION,
                    need,
                    new LocalText("单位所表示的量不对", "the unit measures something else than is needed"),
                    value.toString(),
                    need.dimension().coherentSymbol(),
                    isFootprintForCo2(need, value)
                            ? FOOTPRINT
                            : new LocalText("改用可换算为所列单位的单位", "use a unit that converts to the one listed")));
        }
        boolean isShare = need.dimension().equals(Dimension.NONE);
        if (value.signum() < 0 || isShare && value.coherentAmount().compareTo(BigDecimal.ONE) > 0) {
            return Optional.of(of(
                    RANGE,
                    need,
                    new LocalText("数值超出范围", "out of range"),
                    value.toString(),
                    isShare ? "0..1 = 0 %..100 %" : ">= 0",
                    new LocalText("核对数值与单位（65 % 应写作 65 % 或 0.65）", "check figure and unit (65 % is 65 % or 0.65)")));
        }
        return usual == null
                ? Optional.empty()
                : compare(need, value, usual.factor().value());
    }

    private Optional<Missing> compare(Need need, Quantity value, Quantity usual) {
        if (value.signum() == 0 || !usual.dimension().equals(value.dimension())) {
            return Optional.empty();
        }
        BigDecimal higher = value.coherentAmount().max(usual.coherentAmount());
        BigDecimal lower = value.coherentAmount().min(usual.coherentAmount());
        return higher.compareTo(lower.multiply(LARGEST_RATIO_TO_DEFAULT)) <= 0
                ? Optional.empty()
                : Optional.of(of(
                        RANGE,
                        need,
                        new LocalText("与缺省值相差过大", "too far from the published default"),
                        value.toString(),
                        "1/" + LARGEST_RATIO_TO_DEFAULT + ".." + LARGEST_RATIO_TO_DEFAULT + " × " + usual,
                        new LocalText("核对单位（如 GJ/10^4Nm3 与 GJ/Nm3）", "check the unit (GJ/10^4Nm3 against GJ/Nm3)")));
    }

    public Missing notMeasured(Need need) {
        return of(
                PARAMETER,
                need,
                new LocalText("缺少实测值", "no measured value"),
                "",
                need.dimension().coherentSymbol(),
                new LocalText("填报实测值及依据；确为 0 时填 0", "give the measured value with its evidence; give 0 if it is 0"));
    }

    public Missing notMeasurable(Need need, Quantity value) {
        return of(
                PARAMETER,
                need,
                new LocalText("该方法不接受此参数的实测值", "the method takes no measured value for this parameter"),
                value.toString(),
                "",
                new LocalText("删除该值，由方法或因子库给出", "leave it out; the method or the factor editions give it"));
    }

    public Missing noFactor(Need need, String subject, String dataset, List<String> known) {
        List<String> nearest = Similarity.nearest(subject, known, 3);
        LocalText hint = nearest.isEmpty()
                ? new LocalText(
                        "改用所列名称，或（如方法允许）填报实测值", "use a name listed or, where the method allows, a measured value")
                : new LocalText("是否为 " + String.join("、", nearest), "did you mean " + String.join(", ", nearest) + "?");
        return of(
                FACTOR,
                need,
                new LocalText("因子库 " + dataset + " 中没有适用的因子", "no factor in " + dataset + " that holds there and then"),
                subject,
                String.join(", ", known),
                hint);
    }

    public Missing factorUnitDiffers(Need need, Quantity value, Quantity amount) {
        return of(
                DIMENSION,
                need,
                new LocalText("读数的单位与因子不符", "the reading's unit does not fit the factor"),
                amount.toString(),
                need.parameter().symbol() + " = " + value,
                isFootprintForCo2(need, value)
                        ? FOOTPRINT
                        : new LocalText("改用与因子相符的单位填报", "report in a unit that fits the factor"));
    }

    /** Whether a figure in CO2e was given where one in CO2, of the same other units, is needed. */
    private static boolean isFootprintForCo2(Need need, Quantity value) {
        return value.dimension().times(Dimension.CO2).equals(need.dimension().times(Dimension.CO2E));
    }

    public Missing unknownGas(String item) {
        return new Missing(
                FACTOR,
                path.get() + "/gas",
                new LocalText("未知的气体", "unknown gas"),
                item,
                Arrays.stream(Gas.values())
                        .filter(gas -> gas != Gas.CO2)
                        .map(Gas::code)
                        .collect(Collectors.joining(", ")),
                new LocalText("以所列代码之一作为项目填报", "report it under one of the codes listed"));
    }

    public Missing contradiction(Parameter parameter, LocalText what, String given, String allowed, LocalText hint) {
        LocalText label = parameter.label();
        return new Missing(
                RANGE,
                path.get() + "/" + parameter.code(),
                new LocalText(label.zh() + "：" + what.zh(), label.en() + ": " + what.en()),
                given,
                allowed,
                hint);
    }

    private Missing of(Missing.Reason reason, Need need, LocalText what, String given, String allowed, LocalText hint) {
        LocalText label = need.parameter().label();
        return new Missing(
                reason,
                path.get() + "/" + need.parameter().code(),
                new LocalText(label.zh() + "：" + what.zh(), label.en() + ": " + what.en()),
                given,
                allowed,
                hint);
    }
}
