// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.approval;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Enterprises' templates and the steps they took, in SQL. What is reported as written is on disk. */
final class DraftStore {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private final Jdbi jdbi;

    DraftStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Jdbi jdbi() {
        return jdbi;
    }

    void add(Handle h, String id, String prefix, String title, String content) {
        h.execute(
                "INSERT INTO template_draft (draft_id, prefix, title, content, state, reasons, refused_from, position,"
                        + " version) VALUES (?, ?, ?, ?, 'DRAFT', '{}', '', 0, 1)",
                id,
                prefix,
                title,
                content);
    }

    boolean write(Handle h, Draft now, String title, String content) {
        return h.execute(
                        "UPDATE template_draft SET title = ?, content = ?, state = 'DRAFT', version = version + 1"
                                + " WHERE draft_id = ? AND version = ?",
                        title,
                        content,
                        now.id(),
                        now.version())
                == 1;
    }

    boolean move(Handle h, Draft now, DraftState state, Map<String, String> reasons, String refusedFrom) {
        return h.execute(
                        "UPDATE template_draft SET state = ?, reasons = ?, refused_from = ?, version = version + 1"
                                + " WHERE draft_id = ? AND version = ?",
                        state.name(),
                        JSON.writeValueAsString(reasons),
                        refusedFrom,
                        now.id(),
                        now.version())
                == 1;
    }

    /** Gives a published draft its place after those published before. */
    void place(Handle h, String id) {
        h.execute(
                "UPDATE template_draft SET position = (SELECT MAX(position) + 1 FROM template_draft) WHERE draft_id = ?",
                id);
    }

    void event(Handle h, String id, Draft.Event event) {
        h.createUpdate("INSERT INTO template_event (draft_id, position, at, actor, action, details) SELECT :id,"
                        + " COUNT(*) + 1, :at, :actor, :action, :details FROM template_event WHERE draft_id = :id")
                .bind("id", id)
                .bind("at", event.at().toString())
                .bind("actor", event.actor())
                .bind("action", event.action())
                .bind("details", JSON.writeValueAsString(event.details()))
                .execute();
    }

    Optional<Draft> find(String id) {
        return jdbi.withHandle(h -> {
            List<Draft.Event> events = h.createQuery(
                            "SELECT * FROM template_event WHERE draft_id = :id ORDER BY position")
                    .bind("id", id)
                    .map((row, context) -> new Draft.Event(
                            Instant.parse(row.getString("at")),
                            row.getString("actor"),
                            row.getString("action"),
                            JSON.readValue(row.getString("details"), TEXTS)))
                    .list();
            return h.createQuery("SELECT * FROM template_draft WHERE draft_id = :id")
                    .bind("id", id)
                    .map((row, context) -> draft(row, events))
                    .findOne();
        });
    }

    /** Drafts of a prefix, of all where it is empty, by id after {@code after}; without their events. */
    List<Draft> page(String prefix, String state, String after, int limit) {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM template_draft WHERE draft_id > :after"
                        + " AND (:prefix = '' OR prefix = :prefix) AND (:state = '' OR state = :state)"
                        + " ORDER BY draft_id LIMIT :limit")
                .bind("after", after)
                .bind("prefix", prefix)
                .bind("state", state)
                .bind("limit", limit)
                .map((row, context) -> draft(row, List.of()))
                .list());
    }

    long count(Handle h, String prefix) {
        return h.createQuery("SELECT COUNT(*) FROM template_draft WHERE prefix = :prefix AND position = 0")
                .bind("prefix", prefix)
                .mapTo(Long.class)
                .one();
    }

    /** Everything that was published, in the order in which it was. */
    List<Draft> published() {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM template_draft WHERE position > 0 ORDER BY position")
                .map((row, context) -> draft(row, List.of()))
                .list());
    }

    private static Draft draft(ResultSet row, List<Draft.Event> events) throws SQLException {
        String refusedFrom = row.getString("refused_from");
        return new Draft(
                row.getString("draft_id"),
                row.getString("prefix"),
                row.getString("title"),
                row.getString("content"),
                DraftState.valueOf(row.getString("state")),
                JSON.readValue(row.getString("reasons"), TEXTS),
                refusedFrom.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(refusedFrom)),
                row.getLong("version"),
                events);
    }
}
