// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class ReplayWindowTest {
    /** The plain reference: a set of all counters seen, and the window's lower end. */
    @Property(tries = 300)
    void counters_areAcceptedOnceWithinTheWindow(@ForAll List<@LongRange(min = 0, max = 4_000) Long> counters) {
        ReplayWindow window = new ReplayWindow();
        Set<Long> seen = new HashSet<>();
        long highest = -1;
        for (long counter : counters) {
            boolean isNew = counter > highest - ReplayWindow.WIDTH && seen.add(counter);
            assertThat(window.accept(counter)).isEqualTo(isNew);
            assertThat(window.accept(counter)).isFalse();
            highest = Math.max(highest, counter);
        }
    }

    @Property(tries = 20)
    void highestCounters_areAccepted(@ForAll @LongRange(min = 0xFFFF_0000L, max = 0xFFFF_FFFFL) long counter) {
        ReplayWindow window = new ReplayWindow();
        assertThat(window.accept(0)).isTrue();
        assertThat(window.accept(counter)).isTrue();
        assertThat(window.accept(0)).isFalse();
    }
}
