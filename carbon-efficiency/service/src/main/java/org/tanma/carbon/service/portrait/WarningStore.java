// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.text.LocalText;
import org.tanma.carbon.warning.WarningKind;
import org.tanma.carbon.warning.WarningState;

/**
 * Warnings and what became of them, in SQL.
 *
 * <p>Contract: {@link #reconcile} and {@link #move} are one transaction each, on disk when they return; events are only ever added, numbered 1, 2, 3 … of a
 * warning. Safe between threads.
 */
public final class WarningStore {
    private static final String COLUMNS =
            "id, enterprise, year, industry, kind, rule, owner, series, step, first_step, last_step,"
                    + " steps, observed, expected, unit, what_zh, what_en, state, raised_at";

    private final Jdbi jdbi;
    private final InstantSource clock;

    public WarningStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * Takes in what a check of a year found: what is new is raised, what is cleared and found with other figures is raised again, what is open and found no more
     * is cleared, what is open and found again is brought up to date.
     */
    public void reconcile(String enterprise, int year, List<KeptWarning> found) {
        Instant now = clock.instant();
        jdbi.useTransaction(h -> {
            Map<String, KeptWarning> known = new HashMap<>();
            query(h, "enterprise = ? AND year = ?", enterprise, year).forEach(w -> known.put(w.id(), w));
            for (KeptWarning warning : found) {
                KeptWarning earlier = known.remove(warning.id());
                if (earlier == null) {
                    if (insert(h, warning, now) == 1) {
                        event(h, warning.id(), WarningState.RAISED, KeptWarning.NODE, "", now);
                    }
                } else if (isToBeRaised(earlier, warning)) {
                    update(h, warning, WarningState.RAISED);
                    event(h, warning.id(), WarningState.RAISED, KeptWarning.NODE, "再次发现 / found again", now);
                } else if (!earlier.hasFiguresOf(warning)) {
                    update(h, warning, earlier.state());
                }
            }
            for (KeptWarning gone : known.values()) {
                if (gone.state() != WarningState.CLEARED) {
                    h.execute("UPDATE warning SET state = ? WHERE id = ?", WarningState.CLEARED.code(), gone.id());
                    event(h, gone.id(), WarningState.CLEARED, KeptWarning.NODE, "不再出现 / no longer found", now);
                }
            }
            h.execute(
                    "INSERT INTO warning_check (enterprise, year, checked_at) VALUES (?,?,?)"
                            + " ON CONFLICT (enterprise, year) DO UPDATE SET checked_at = excluded.checked_at",
                    enterprise,
                    year,
                    now.toString());
        });
    }

    private static boolean isToBeRaised(KeptWarning earlier, KeptWarning found) {
        if (earlier.state() != WarningState.CLEARED) {
            return false;
        }
        boolean wasGone =
                earlier.events().get(earlier.events().size() - 1).who().equals(KeptWarning.NODE);
        return wasGone || !earlier.hasFiguresOf(found);
    }

    private static int insert(Handle h, KeptWarning w, Instant now) {
        return h.execute(
                "INSERT INTO warning (" + COLUMNS + ") VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
                        + " ON CONFLICT (id) DO NOTHING",
                w.id(),
                w.enterprise(),
                w.year(),
                w.industry(),
                w.kind().code(),
                w.rule(),
                w.owner(),
                w.series(),
                w.step(),
                w.first(),
                w.last(),
                w.steps(),
                w.observed(),
                w.expected(),
                w.unit(),
                w.what().zh(),
                w.what().en(),
                WarningState.RAISED.code(),
                now.toString());
    }

    private static void update(Handle h, KeptWarning w, WarningState state) {
        h.execute(
                "UPDATE warning SET last_step = ?, steps = ?, observed = ?, expected = ?, what_zh = ?, what_en = ?,"
                        + " state = ? WHERE id = ?",
                w.last(),
                w.steps(),
                w.observed(),
                w.expected(),
                w.what().zh(),
                w.what().en(),
                state.code(),
                w.id());
    }

    private static int event(Handle h, String id, WarningState state, String who, String why, Instant at) {
        return h.execute(
                "INSERT INTO warning_event (warning, number, state, who, why, at)"
                        + " SELECT ?, COALESCE(MAX(number), 0) + 1, ?, ?, ?, ? FROM warning_event WHERE warning = ?"
                        + " ON CONFLICT (warning, number) DO NOTHING",
                id,
                state.code(),
                who,
                why,
                at.toString(),
                id);
    }

    /** Takes a warning from one state to another; false when it is no longer in the first. */
    public boolean move(String id, WarningState from, WarningState to, String who, String why) {
        Instant now = clock.instant();
        return jdbi.inTransaction(h -> {
            boolean isMoved =
                    h.execute("UPDATE warning SET state = ? WHERE id = ? AND state = ?", to.code(), id, from.code())
                            == 1;
            if (isMoved && event(h, id, to, who, why, now) != 1) {
                throw new IllegalStateException("event of warning " + id + " was not kept");
            }
            return isMoved;
        });
    }

    public Optional<KeptWarning> find(String id) {
        return jdbi.withHandle(h -> query(h, "id = ?", id).stream().findFirst());
    }

    /** An enterprise's warnings of a year, by their first day. */
    public List<KeptWarning> list(String enterprise, int year) {
        return jdbi.withHandle(h -> query(h, "enterprise = ? AND year = ? ORDER BY first_step, id", enterprise, year));
    }

    /**
     * Warnings of all enterprises of a year, in the order of their ids, after a given one.
     *
     * @param industry first digits of the industry; empty for all
     * @param state null for every state
     */
    public List<KeptWarning> page(int year, String industry, @Nullable WarningState state, String after, int limit) {
        String inState = state == null ? "" : state.code();
        return jdbi.withHandle(h -> query(
                h,
                "year = ? AND industry LIKE ? AND (? = '' OR state = ?) AND id > ? ORDER BY id LIMIT ?",
                year,
                industry + "%",
                inState,
                inState,
                after,
                limit));
    }

    /** When a year was last checked; empty when it never was. */
    public Optional<Instant> checkedAt(String enterprise, int year) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT checked_at FROM warning_check WHERE enterprise = ? AND year = ?")
                        .bind(0, enterprise)
                        .bind(1, year)
                        .mapTo(String.class)
                        .map(Instant::parse)
                        .findOne());
    }

    private static List<KeptWarning> query(Handle h, String where, Object... bound) {
        var query = h.createQuery("SELECT " + COLUMNS + " FROM warning WHERE " + where);
        for (int i = 0; i < bound.length; i++) {
            query.bind(i, bound[i]);
        }
        List<KeptWarning> bare = query.map(WarningStore::warning).list();
        if (bare.isEmpty()) {
            return bare;
        }
        Map<String, List<KeptWarning.Event>> events = h
                .createQuery("SELECT warning, number, state, who, why, at FROM warning_event"
                        + " WHERE warning IN (<ids>) ORDER BY warning, number")
                .bindList("ids", bare.stream().map(KeptWarning::id).toList())
                .map((row, context) -> Map.entry(row.getString("warning"), event(row)))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return bare.stream()
                .map(w -> withEvents(w, events.getOrDefault(w.id(), List.of())))
                .toList();
    }

    private static KeptWarning.Event event(ResultSet row) throws SQLException {
        return new KeptWarning.Event(
                row.getInt("number"),
                state(row.getString("state")),
                row.getString("who"),
                row.getString("why"),
                Instant.parse(row.getString("at")));
    }

    private static WarningState state(String code) {
        return WarningState.fromCode(code)
                .orElseThrow(() -> new IllegalStateException("a warning is in the state '" + code + "'"));
    }

    private static KeptWarning withEvents(KeptWarning w, List<KeptWarning.Event> events) {
        return new KeptWarning(
                w.id(),
                w.enterprise(),
                w.year(),
                w.industry(),
                w.kind(),
                w.owner(),
                w.rule(),
                w.series(),
                w.step(),
                w.first(),
                w.last(),
                w.steps(),
                w.observed(),
                w.expected(),
                w.unit(),
                w.what(),
                w.state(),
                w.raisedAt(),
                events);
    }

    private static KeptWarning warning(ResultSet row, StatementContext context) throws SQLException {
        String kind = row.getString("kind");
        return new KeptWarning(
                row.getString("id"),
                row.getString("enterprise"),
                row.getInt("year"),
                row.getString("industry"),
                WarningKind.fromCode(kind)
                        .orElseThrow(() -> new IllegalStateException("a warning is of the kind '" + kind + "'")),
                row.getString("owner"),
                row.getString("rule"),
                row.getString("series"),
                row.getString("step"),
                row.getString("first_step"),
                row.getString("last_step"),
                row.getInt("steps"),
                row.getString("observed"),
                row.getString("expected"),
                row.getString("unit"),
                new LocalText(row.getString("what_zh"), row.getString("what_en")),
                state(row.getString("state")),
                Instant.parse(row.getString("raised_at")),
                List.of());
    }
}
