// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.quantity;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * Takes trailing zeros off a decimal, as {@link BigDecimal#stripTrailingZeros} does, without a division for each.
 *
 * <p>Two sorts of figures are many. A product of 34 digits that ends in no zero: it took a quarter of the time of an inventory to
 * find that out by dividing. A number ends in 0 if it is even and 5 divides it; as 2^64 leaves 1 when divided by 5, its two
 * halves of 64 bits may be divided by themselves. And a multiple of 3 times 44/12 as 34 digits, which ends in some twenty-five
 * zeros: they go sixteen at a time first.
 */
final class TrailingZeros {
    private static final int BITS = 64;
    private static final int FIVE = 5;

    /** Numbers of more bits are not looked at first; 34 digits have 113. */
    private static final int MOST_BITS = 2 * BITS - 1;

    /** Digits that surely fit 64 bits, where the library is quick by itself. */
    private static final int SHORT = 18;

    private static final int MOST_ZEROS = 16;
    private static final BigInteger MOST = BigInteger.TEN.pow(MOST_ZEROS);

    /** 10^8, 10^4, 10^2, 10, whose exponents halve. */
    private static final List<BigInteger> POWERS =
            List.of(BigInteger.TEN.pow(8), BigInteger.TEN.pow(4), BigInteger.TEN.pow(2), BigInteger.TEN);

    private TrailingZeros() {}

    static BigDecimal strip(BigDecimal amount) {
        if (amount.precision() <= SHORT) {
            return amount.stripTrailingZeros();
        }
        BigInteger digits = amount.unscaledValue();
        return mayEndInZero(digits) ? strip(digits, amount.scale()) : amount;
    }

    private static boolean mayEndInZero(BigInteger digits) {
        if (digits.testBit(0)) {
            return false;
        }
        if (digits.bitLength() > MOST_BITS || digits.signum() < 0) {
            return true;
        }
        long low = Long.remainderUnsigned(digits.longValue(), FIVE);
        long high = Long.remainderUnsigned(digits.shiftRight(BITS).longValue(), FIVE);
        return (low + high) % FIVE == 0;
    }

    private static BigDecimal strip(BigInteger ofMany, int scaleOfMany) {
        BigInteger digits = ofMany;
        int scale = scaleOfMany;
        BigInteger[] parts = digits.divideAndRemainder(MOST);
        while (parts[1].signum() == 0) {
            digits = parts[0];
            scale -= MOST_ZEROS;
            if (digits.bitLength() < BITS) {
                return BigDecimal.valueOf(digits.longValue(), scale).stripTrailingZeros();
            }
            parts = digits.divideAndRemainder(MOST);
        }
        int zeros = MOST_ZEROS;
        for (BigInteger power : POWERS) {
            zeros /= 2;
            parts = digits.divideAndRemainder(power);
            if (parts[1].signum() == 0) {
                digits = parts[0];
                scale -= zeros;
            }
        }
        return new BigDecimal(digits, scale);
    }
}
