// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.buffer.ByteBuf;

/** Decimal digits of a number that is not negative, without objects. */
final class Digits {
    /** Most digits of a number. */
    static final int MOST = 19;

    private Digits() {}

    /** Writes the number at {@code at}; the offset after its last digit. */
    static int write(ByteBuf to, int at, long number) {
        int count = 1;
        for (long rest = number / 10; rest > 0; rest /= 10) {
            count++;
        }
        long rest = number;
        for (int i = at + count - 1; i >= at; i--) {
            to.setByte(i, (int) ('0' + rest % 10));
            rest /= 10;
        }
        return at + count;
    }
}
