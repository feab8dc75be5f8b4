// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Why a month stands out from the others of its year: the likely slip, named in both languages.
 *
 * <p>Rule: the figure is compared with the median of the other months (at least 3, not zero). Five times more or less is odd;
 * within a factor of 2.5 of a power of ten that units differ by, that slip is named.
 */
record Oddity(String zh, String en) {
    private static final int FEWEST_OTHERS = 3;
    private static final BigDecimal ODD_RATIO = new BigDecimal("5");
    private static final BigDecimal NEAR = new BigDecimal("2.5");
    private static final List<Slip> SLIPS = List.of(
            new Slip("10000", "×10⁴", "万 Nm³ 与 Nm³、万 kWh 与 kWh", "10⁴ Nm³ or Nm³, 10⁴ kWh or kWh"),
            new Slip("1000", "×1000", "t 与 kg、MWh 与 kWh", "t or kg, MWh or kWh"),
            new Slip("10", "×10", "小数点位置", "the decimal point"));

    private record Slip(String factor, String sign, String zh, String en) {
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
            return Optional.of(
                    new Oddity("其他月份不为零，本月为零：确认停产还是漏报？", "zero while other months are not: a stop, or not read?"));
        }
        BigDecimal ratio = amount.divide(median, MathContext.DECIMAL64);
        if (ratio.compareTo(ODD_RATIO) >= 0) {
            return Optional.of(named("", "", ratio));
        }
        BigDecimal inverse = median.divide(amount.abs(), MathContext.DECIMAL64);
        return inverse.compareTo(ODD_RATIO) >= 0 ? Optional.of(named("1/", "1/", inverse)) : Optional.empty();
    }

    private static Oddity named(String zhPrefix, String enPrefix, BigDecimal ratio) {
        String rounded = ratio.round(new MathContext(2, RoundingMode.HALF_UP)).toPlainString();
        List<String> zh = new ArrayList<>();
        List<String> en = new ArrayList<>();
        SLIPS.stream().filter(s -> s.isNear(ratio)).findFirst().ifPresent(s -> {
            zh.add("约 " + s.sign + "，检查单位：" + s.zh + "？");
            en.add("about " + s.sign + "; check " + s.en + "?");
        });
        zh.add(0, "为其他月份中位数的 " + zhPrefix + rounded + " 倍");
        en.add(0, enPrefix + rounded + " times the median of the other months");
        return new Oddity(String.join("；", zh), String.join("; ", en));
    }
}
