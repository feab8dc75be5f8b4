// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;

class TrailingZerosProperties {
    /** Powers of 2 and 5 in the number make those that end in 0, and those that nearly do, as likely as the rest. */
    @Property
    void strip_givesWhatTheLibraryGives(
            @ForAll
                    @BigRange(
                            min = "-99999999999999999999999999999999999999",
                            max = "99999999999999999999999999999999999999")
                    BigInteger digits,
            @ForAll @IntRange(max = 130) int twos,
            @ForAll @IntRange(max = 60) int fives,
            @ForAll @IntRange(min = -40, max = 40) int scale) {
        BigInteger multiple = digits.multiply(BigInteger.TWO.pow(twos))
                .multiply(BigInteger.valueOf(5).pow(fives));
        for (BigInteger each : new BigInteger[] {digits, multiple}) {
            BigDecimal amount = new BigDecimal(each, scale);
            assertThat(TrailingZeros.strip(amount)).isEqualTo(amount.stripTrailingZeros());
        }
    }
}
