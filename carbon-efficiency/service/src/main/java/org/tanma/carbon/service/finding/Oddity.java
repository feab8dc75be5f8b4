// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.finding;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import org.tanma.kit.rest.Wording;

/**
 * Why a month stands out from the others of its year: the likely slip, named in both languages.
 *
 * <p>Rule: the figure is compared with the median of the other months (at least 3, not zero). Five times more or less is odd;
 * within a factor of 2.5 of a power of ten that units differ by, that slip is named.
 */
record Oddity(FindingKind kind, Wording text) {
    private static final int FEWEST_OTHERS = 3;
    private static final BigDecimal ODD_RATIO = new BigDecimal("5");
    private static final BigDecimal NEAR = new BigDecimal("2.5");
    private static final List<Slip> SLIPS = List.of(
            new Slip("10000", "×10⁴", true, "万 Nm³ 与 Nm³、万 kWh 与 kWh", "10⁴ Nm³ or Nm³, 10⁴ kWh or kWh"),
            new Slip("1000", "×1000", true, "t 与 kg、MWh 与 kWh", "t or kg, MWh or kWh"),
            new Slip("10", "×10", false, "小数点位置", "the decimal point"));

    private record Slip(String factor, String sign, boolean isUnit, String zh, String en) {
        boolean isNear(BigDecimal ratio) {
            BigDecimal quotient = ratio.divide(new BigDecimal(factor), MathContext.DECIMAL64);
            return quotient.compareTo(NEAR) <= 0 && quotient.multiply(NEAR).compareTo(BigDecimal.ONE) >= 0;
        }
    }

    /** Compares one month with the others, all in the same unit. */
    static Optional<Oddity> find(BigDecimal amount, List<BigDecimal> others) {
        List<BigDecimal> running =
                others.stream().filter(o -> o.signum() > 0).sorted().toList();
        if (running.size() < FEWEST_OTHERS) {
            return Optional.empty();
        }
        BigDecimal median = running.get(running.size() / 2);
        if (amount.signum() == 0) {
            return Optional.of(new Oddity(
                    FindingKind.ZERO,
                    new Wording("其他月份不为零，本月为零：确认停产还是漏报？", "zero while other months are not: a stop, or not read?")));
        }
        return named(
                amount.divide(median, MathContext.DECIMAL64),
                ODD_RATIO,
                FindingKind.JUMP,
                new Wording("其他月份中位数", "the median of the other months"));
    }

    /** Judges how many times the same month of the year before a month is. */
    static Optional<Oddity> ofLastYear(BigDecimal ratio, BigDecimal far) {
        return named(ratio, far, FindingKind.JUMP_LAST_YEAR, new Wording("上年同月", "the same month of the year before"));
    }

    private static Optional<Oddity> named(BigDecimal ratio, BigDecimal far, FindingKind kind, Wording of) {
        boolean isMore = ratio.abs().compareTo(BigDecimal.ONE) >= 0;
        BigDecimal times = isMore ? ratio : BigDecimal.ONE.divide(ratio.abs(), MathContext.DECIMAL64);
        if (times.compareTo(far) < 0) {
            return Optional.empty();
        }
        String sign = isMore ? "" : "1/";
        String rounded = times.round(new MathContext(2, RoundingMode.HALF_UP)).toPlainString();
        Optional<Slip> slip = SLIPS.stream().filter(s -> s.isNear(times)).findFirst();
        String zh = "为" + of.zh() + "的 " + sign + rounded + " 倍"
                + slip.map(s -> "；约 " + s.sign + "，检查单位：" + s.zh + "？").orElse("");
        String en = sign + rounded + " times " + of.en()
                + slip.map(s -> "; about " + s.sign + "; check " + s.en + "?").orElse("");
        boolean isUnit = slip.filter(Slip::isUnit).isPresent();
        return Optional.of(new Oddity(isUnit ? FindingKind.UNIT_SLIP : kind, new Wording(zh, en)));
    }
}
