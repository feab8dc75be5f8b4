// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

import java.security.SecureRandom;
import java.util.Arrays;

/** What keeps strangers from choosing questions that collide: another number in each process. */
final class HashSeed {
    static final long VALUE = new SecureRandom().nextLong();

    private HashSeed() {}

    static boolean isSame(byte[] one, int oneFrom, byte[] other, int otherFrom, int length) {
        return Arrays.equals(one, oneFrom, oneFrom + length, other, otherFrom, otherFrom + length);
    }
}
