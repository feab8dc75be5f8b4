// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index.rocks;

/** Ends keys like a process that is killed. */
public final class KilledKeys {
    private KilledKeys() {}

    public static void kill(RocksSortedKeys keys) {
        keys.closeAsIfKilled();
    }
}
