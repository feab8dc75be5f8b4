// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.grading.PeerSet;
import org.tanma.carbon.grading.SizeClass;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.service.peer.PeerSelection;
import org.tanma.carbon.service.peer.PeerSetDraft;

/** Puts a stored peer set into the engine's terms. */
public final class EnginePeers {
    private EnginePeers() {}

    public static PeerSet of(PeerSetDraft set, UnitCatalog units) {
        PeerSelection selection = set.selection();
        Unit emission = units.get(selection.emissionUnit());
        Unit denominator = units.get(selection.denominatorUnit());
        return new PeerSet(
                set.industry(),
                set.year(),
                set.source(),
                set.rows().stream()
                        .map(row -> new PeerSet.PeerRow(
                                row.name(),
                                quantity(row.emissionsTco2(), emission),
                                quantity(row.valueAddedCny10k(), denominator)))
                        .toList(),
                selection.region().isEmpty() ? null : selection.region(),
                size(selection.size()));
    }

    /** The size class of a code; null for an empty one. */
    static @Nullable SizeClass size(String code) {
        return SizeClass.fromCode(code).orElse(null);
    }

    private static Quantity quantity(BigDecimal amount, Unit unit) {
        return new Quantity(amount, unit);
    }
}
