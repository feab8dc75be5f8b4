// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.admission;

import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.admin.RecordRule;
import org.tanma.resolver.registrar.enterprise.Quotas;

/**
 * Holds administrators of handles to what their enterprise may do: one that is suspended changes nothing over the Handle
 * protocol either, and nobody creates more than the quota.
 */
public final class AdmittedRule implements RecordRule {
    private final Quotas quotas;
    private final RecordRule next;

    /** @param next is asked when this one has no objection */
    public AdmittedRule(Quotas quotas, RecordRule next) {
        this.quotas = quotas;
        this.next = next;
    }

    @Override
    public Optional<Objection> objection(HandleName name, Optional<HandleRecord> before, Optional<HandleRecord> after) {
        Optional<Objection> refused = refusal(quotas.reserve(name.prefix(), 0), name.prefix());
        if (refused.isEmpty()) {
            refused = next.objection(name, before, after);
        }
        if (refused.isEmpty() && before.isEmpty() && after.isPresent()) {
            return refusal(quotas.reserve(name.prefix(), 1), name.prefix());
        }
        if (refused.isEmpty() && before.isPresent() && after.isEmpty()) {
            quotas.release(name.prefix(), 1);
        }
        return refused;
    }

    private static Optional<Objection> refusal(Quotas.Reservation reservation, String prefix) {
        return switch (reservation.status()) {
            case GRANTED -> Optional.empty();
            case SUSPENDED ->
                Optional.of(new Objection(
                        ResponseCode.NO_PERMISSION,
                        "the enterprise of prefix " + prefix + " is suspended: " + reservation.reason()));
            case EXHAUSTED ->
                Optional.of(new Objection(
                        ResponseCode.NO_PERMISSION,
                        "prefix " + prefix + " may hold " + reservation.quota() + " records and has them"));
        };
    }
}
