// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.mint;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Jdbi;

/** All that minting needs: who makes suffixes, and the rules where a request names none. */
public record Minting(Mint mint, MintDefaults defaults) {
    /** Over the registrar's tables. */
    public static Minting of(Jdbi jdbi, InstantSource clock, RandomGenerator random) {
        return new Minting(new Mint(new MintCounters(jdbi), clock, random), new MintDefaults(jdbi, clock));
    }
}
