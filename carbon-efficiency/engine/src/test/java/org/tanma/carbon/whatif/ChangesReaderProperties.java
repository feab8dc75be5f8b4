// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.tanma.carbon.data.ChangesReader;
import org.tanma.carbon.data.ParsedChanges;
import org.tanma.carbon.inventory.CementYear;

/** Whatever octets come, changes are read or refused with a place, and read changes are computed or refused. */
class ChangesReaderProperties {
    private static final ChangesReader READER = new ChangesReader(CementYear.CATALOG.units());
    private static final WhatIfEngine ENGINE = CementYear.CATALOG.whatIfEngine();
    private static final String CHANGES = """
            changes:
              - replaceFuel: {source: kiln, from: fuel/bituminous-coal, to: fuel/natural-gas, share: "0.2"}
              - greenPower: {share: "0.3", from: own}
              - factor: {scope: electricity, parameter: emission-factor, value: "0.4", unit: tCO2/MWh}
              - amount: {source: grid, activity: electricity, period: "2025-03", to: {value: "1", unit: MWh}}
            """;

    @Property(tries = 300)
    void anyOctets_areReadOrRefused(@ForAll byte[] octets) {
        assertSound(octets);
    }

    @Property(tries = 300)
    void damagedChanges_areReadOrRefused(
            @ForAll @IntRange(max = 380) int place, @ForAll byte octet, @ForAll @IntRange(max = 3) int removed) {
        byte[] whole = CHANGES.getBytes(StandardCharsets.UTF_8);
        int at = Math.min(place, whole.length - 4);
        byte[] damaged = new byte[whole.length - removed];
        System.arraycopy(whole, 0, damaged, 0, at);
        System.arraycopy(whole, at + removed, damaged, at, whole.length - at - removed);
        damaged[at] = octet;
        assertSound(damaged);
    }

    private static void assertSound(byte[] octets) {
        ParsedChanges parsed = READER.read("changes", octets);
        if (parsed instanceof ParsedChanges.Refused refused) {
            assertThat(refused.missing()).isNotEmpty();
        } else {
            WhatIfOutcome outcome = ENGINE.compute(CementYear.request(), ((ParsedChanges.Read) parsed).changes());
            assertThat(outcome).isNotNull();
        }
    }
}
