// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.math.BigDecimal;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Figures of the newest evaluation of every enterprise and year, in SQL, so that peers are compared without reading their results.
 *
 * <p>Contract: derived; what is lost is made again from the evaluations. {@link #put} replaces an older evaluation's figures as a whole and never a newer
 * one's. Safe between threads.
 */
public final class PortraitStore {
    private static final int BATCH = 200;

    private final Jdbi jdbi;

    public PortraitStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Where a figure comes from. */
    record Source(
            String enterprise,
            int year,
            String evaluation,
            String evaluatedAt,
            String industry,
            boolean isDemonstration) {}

    /** Ids of evaluations of a year that are newer than what is kept here, some hundred at most; empty when nothing is left to do. */
    List<String> behind(int year) {
        return jdbi.withHandle(h -> h.createQuery("SELECT e.id FROM evaluation e LEFT JOIN portrait_source s"
                        + " ON s.enterprise = e.enterprise AND s.year = e.year"
                        + " WHERE e.year = ? AND (s.evaluated_at IS NULL OR e.evaluated_at > s.evaluated_at)"
                        + " ORDER BY e.enterprise, e.evaluated_at LIMIT ?")
                .bind(0, year)
                .bind(1, BATCH)
                .mapTo(String.class)
                .list());
    }

    void put(Source source, List<Figure> figures) {
        jdbi.useTransaction(h -> {
            int taken = h.execute(
                    "INSERT INTO portrait_source (enterprise, year, evaluation, evaluated_at, industry, is_demonstration)"
                            + " VALUES (?,?,?,?,?,?) ON CONFLICT (enterprise, year) DO UPDATE SET"
                            + " evaluation = excluded.evaluation, evaluated_at = excluded.evaluated_at,"
                            + " industry = excluded.industry, is_demonstration = excluded.is_demonstration"
                            + " WHERE portrait_source.evaluated_at < excluded.evaluated_at",
                    source.enterprise(),
                    source.year(),
                    source.evaluation(),
                    source.evaluatedAt(),
                    source.industry(),
                    source.isDemonstration() ? 1 : 0);
            if (taken == 0) {
                return;
            }
            h.execute(
                    "DELETE FROM portrait_figure WHERE enterprise = ? AND year = ?",
                    source.enterprise(),
                    source.year());
            PreparedBatch rows =
                    h.prepareBatch("INSERT INTO portrait_figure (enterprise, year, measure, amount) VALUES (?,?,?,?)");
            for (Figure figure : figures) {
                BigDecimal amount = figure.amount();
                if (amount != null) {
                    rows.add(
                            source.enterprise(), source.year(), figure.measure().code(), amount.toPlainString());
                }
            }
            if (rows.size() > 0) {
                rows.execute();
            }
        });
    }

    /** How many other enterprises of the industries that begin with {@code industry} have an evaluation of the year. */
    int count(Source own, String industry) {
        return jdbi.withHandle(h -> h.createQuery("SELECT COUNT(*) FROM portrait_source"
                        + " WHERE year = ? AND is_demonstration = ? AND industry LIKE ? AND enterprise <> ?")
                .bind(0, own.year())
                .bind(1, own.isDemonstration() ? 1 : 0)
                .bind(2, industry + "%")
                .bind(3, own.enterprise())
                .mapTo(Integer.class)
                .one());
    }

    /** The others' figures of one measure. */
    List<BigDecimal> figures(Source own, String industry, String measure) {
        return jdbi.withHandle(h -> h.createQuery("SELECT f.amount FROM portrait_source s JOIN portrait_figure f"
                        + " ON f.enterprise = s.enterprise AND f.year = s.year AND f.measure = ?"
                        + " WHERE s.year = ? AND s.is_demonstration = ? AND s.industry LIKE ? AND s.enterprise <> ?")
                .bind(0, measure)
                .bind(1, own.year())
                .bind(2, own.isDemonstration() ? 1 : 0)
                .bind(3, industry + "%")
                .bind(4, own.enterprise())
                .mapTo(String.class)
                .map(BigDecimal::new)
                .list());
    }
}
