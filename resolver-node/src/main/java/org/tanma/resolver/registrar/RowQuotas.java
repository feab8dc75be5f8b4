// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tanma.resolver.registrar.enterprise.Quotas;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.template.model.BilingualText;

/**
 * Reserves what is about to be written with the quotas of its prefixes, and refuses rows for which nothing is left: the last
 * ones first. Safe between threads.
 */
final class RowQuotas {
    private static final int MOST_TRIES = 10;

    private final Quotas quotas;

    RowQuotas(Quotas quotas) {
        this.quotas = quotas;
    }

    /**
     * Reserves every planned row that {@code reservedBefore} does not name.
     *
     * @param givingBack run once before a row is refused, to give back what others have reserved and did not need
     */
    void reserve(List<RowDraft> drafts, Predicate<RowDraft> reservedBefore, Runnable givingBack) {
        Map<String, List<RowDraft>> byPrefix = new LinkedHashMap<>();
        for (RowDraft draft : drafts) {
            if (draft.change().isPresent() && !draft.isReserved()) {
                byPrefix.computeIfAbsent(draft.prefix(), p -> new ArrayList<>()).add(draft);
            }
        }
        byPrefix.forEach((prefix, planned) -> {
            List<RowDraft> created = planned.stream()
                    .filter(RowQuotas::isCreated)
                    .filter(reservedBefore.negate())
                    .toList();
            reserve(prefix, planned, created, givingBack);
        });
    }

    private void reserve(String prefix, List<RowDraft> planned, List<RowDraft> created, Runnable givingBack) {
        int wanted = created.size();
        Quotas.Reservation all = quotas.reserve(prefix, wanted);
        if (all.isGranted()) {
            created.forEach(RowDraft::markReserved);
            return;
        }
        givingBack.run();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Quotas.Reservation answer = quotas.reserve(prefix, wanted);
            if (answer.status() == Quotas.Status.SUSPENDED) {
                planned.forEach(draft -> draft.refuse(Refusals.handle(
                        "quota.suspended",
                        prefix,
                        Refusals.of("quota.suspended.problem", answer.reason()),
                        Refusals.of("quota.suspended.allowed"),
                        BilingualText.EMPTY)));
                return;
            }
            if (answer.isGranted()) {
                created.subList(0, wanted).forEach(RowDraft::markReserved);
                created.subList(wanted, created.size()).forEach(draft -> refuse(draft, prefix, answer));
                return;
            }
            wanted = (int) Math.min(wanted - 1L, answer.remaining());
        }
        Quotas.Reservation none = quotas.reserve(prefix, 0);
        created.forEach(draft -> refuse(draft, prefix, none));
    }

    private static void refuse(RowDraft draft, String prefix, Quotas.Reservation answer) {
        draft.refuse(Refusals.handle(
                "quota.exhausted",
                prefix,
                Refusals.of("quota.exhausted.problem", answer.quota(), answer.remaining()),
                Refusals.of("quota.exhausted.allowed"),
                Refusals.of("quota.exhausted.hint")));
    }

    /** Gives back what was reserved for rows that were not written. */
    void releaseUnwritten(List<RowDraft> drafts, boolean isWritten) {
        Map<String, Integer> unwritten = new LinkedHashMap<>();
        for (RowDraft draft : drafts) {
            if (draft.isReserved() && (!isWritten || draft.change().isEmpty())) {
                unwritten.merge(draft.prefix(), 1, Integer::sum);
            }
        }
        unwritten.forEach(quotas::release);
    }

    private static boolean isCreated(RowDraft draft) {
        return draft.change()
                .filter(c -> c.expected().equals(ExpectedVersion.absent()))
                .isPresent();
    }
}
