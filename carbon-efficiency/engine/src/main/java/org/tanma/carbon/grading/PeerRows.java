// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading;

import java.util.AbstractList;
import java.util.Comparator;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.grading.PeerSet.PeerRow;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;

/**
 * The rows of a peer set, which remember what is formed from all of them: an industry is graded against the same peers a
 * hundred thousand times.
 *
 * <p>Immutable, thread-safe; what two threads find at once is equal.
 */
final class PeerRows extends AbstractList<PeerRow> implements RandomAccess {
    private final List<PeerRow> rows;
    private volatile @Nullable Quantity totalEmission;
    private volatile @Nullable Quantity totalValueAdded;
    private volatile @Nullable List<Fraction> risingIntensities;
    private volatile @Nullable Boolean isUniform;

    private PeerRows(List<PeerRow> rows) {
        this.rows = rows;
    }

    /** The rows by subject. */
    static PeerRows of(List<PeerRow> rows) {
        return rows instanceof PeerRows known
                ? known
                : new PeerRows(rows.stream()
                        .sorted(Comparator.comparing(PeerRow::subject))
                        .toList());
    }

    boolean measures(Dimension emission, Dimension denominator) {
        Boolean known = isUniform;
        if (known == null) {
            PeerRow first = rows.isEmpty() ? null : rows.get(0);
            known = first == null
                    || rows.stream()
                            .allMatch(row -> row.emission()
                                            .dimension()
                                            .equals(first.emission().dimension())
                                    && row.valueAdded()
                                            .dimension()
                                            .equals(first.valueAdded().dimension()));
            isUniform = known;
        }
        return rows.isEmpty()
                || known
                        && rows.get(0).emission().dimension().equals(emission)
                        && rows.get(0).valueAdded().dimension().equals(denominator);
    }

    Quantity totalEmission() {
        Quantity known = totalEmission;
        if (known == null) {
            known = sum(PeerRow::emission);
            totalEmission = known;
        }
        return known;
    }

    Quantity totalValueAdded() {
        Quantity known = totalValueAdded;
        if (known == null) {
            known = sum(PeerRow::valueAdded);
            totalValueAdded = known;
        }
        return known;
    }

    private Quantity sum(Function<PeerRow, Quantity> figure) {
        return rows.stream()
                .map(figure)
                .reduce(Quantity.zero(figure.apply(rows.get(0)).dimension()), Quantity::plus);
    }

    List<Fraction> risingIntensities() {
        List<Fraction> known = risingIntensities;
        if (known == null) {
            known = rows.stream()
                    .filter(row -> row.valueAdded().signum() > 0)
                    .map(row -> new Fraction(
                            row.emission().coherentAmount(), row.valueAdded().coherentAmount()))
                    .sorted()
                    .toList();
            risingIntensities = known;
        }
        return known;
    }

    @Override
    public PeerRow get(int index) {
        return rows.get(index);
    }

    @Override
    public int size() {
        return rows.size();
    }
}
