// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.registrar.enterprise.Quotas;

class AdmittedRuleTest {
    private static final HandleName NAME = HandleName.parse("88.118.7/X");
    private static final Optional<HandleRecord> RECORD =
            Optional.of(new HandleRecord(NAME, List.of(HandleValue.text(1, "DESC", "x", 0))));

    private final AtomicLong used = new AtomicLong();
    private String suspended = "";
    private final AdmittedRule rule = new AdmittedRule(
            new Quotas() {
                @Override
                public Reservation reserve(String prefix, long records) {
                    boolean isGranted = suspended.isEmpty() && (records == 0 || used.get() + records <= 1);
                    if (isGranted) {
                        used.addAndGet(records);
                    }
                    Status refused = suspended.isEmpty() ? Status.EXHAUSTED : Status.SUSPENDED;
                    return new Reservation(isGranted ? Status.GRANTED : refused, 1, 1 - used.get(), suspended);
                }

                @Override
                public void release(String prefix, long records) {
                    used.addAndGet(-records);
                }
            },
            (name, before, after) -> Optional.empty());

    @Test
    void creationsCount_changesDoNot_deletionsGiveBack() {
        assertThat(rule.objection(NAME, Optional.empty(), RECORD)).isEmpty();
        assertThat(rule.objection(NAME, RECORD, RECORD)).isEmpty();
        assertThat(rule.objection(NAME, Optional.empty(), RECORD).orElseThrow().message())
                .contains("may hold 1 records");
        assertThat(rule.objection(NAME, RECORD, Optional.empty())).isEmpty();
        assertThat(used).hasValue(0);
    }

    @Test
    void suspended_changesNothing() {
        suspended = "licence ended";
        assertThat(rule.objection(NAME, RECORD, RECORD).orElseThrow().message()).contains("licence ended");
        assertThat(rule.objection(NAME, RECORD, Optional.empty())).isPresent();
    }
}
