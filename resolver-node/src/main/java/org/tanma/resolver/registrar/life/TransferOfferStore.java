// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.life;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.registrar.life.TransferOffer.State;

/** Offers of records, in SQL. What a method reports as written is on disk; an offer is decided once. Safe between threads. */
public final class TransferOfferStore {
    private final Jdbi jdbi;
    private final InstantSource clock;

    public TransferOfferStore(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    void add(TransferOffer offer) {
        jdbi.useTransaction(h -> {
            h.createUpdate("INSERT INTO transfer_offer (id, from_prefix, to_prefix, reason, offered_by, offered_at,"
                            + " expires_at, state, decided_by, decided_at) VALUES (:id, :from, :to, :reason, :by, :at,"
                            + " :expires, :state, '', '')")
                    .bind("id", offer.id())
                    .bind("from", offer.from())
                    .bind("to", offer.to())
                    .bind("reason", offer.reason())
                    .bind("by", offer.offeredBy())
                    .bind("at", offer.offeredAt().toString())
                    .bind("expires", offer.expiresAt().toString())
                    .bind("state", offer.state().name())
                    .execute();
            PreparedBatch batch =
                    h.prepareBatch("INSERT INTO transfer_offer_handle (offer_id, position, handle) VALUES (?, ?, ?)");
            for (int i = 0; i < offer.handles().size(); i++) {
                batch.add(offer.id(), i, offer.handles().get(i).toString());
            }
            batch.execute();
        });
    }

    Optional<TransferOffer> find(String id) {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM transfer_offer WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> offer(row, handles(id)))
                .findOne());
    }

    /** Offers of or to an enterprise, or all when {@code prefix} is empty, newest first, older than {@code before}. */
    List<TransferOffer> page(Optional<String> prefix, String before, int limit) {
        return jdbi
                .withHandle(h -> h.createQuery("SELECT id FROM transfer_offer WHERE id < :before"
                                + (prefix.isPresent() ? " AND (from_prefix = :prefix OR to_prefix = :prefix)" : "")
                                + " ORDER BY id DESC LIMIT :limit")
                        .bind("before", before)
                        .bind("prefix", prefix.orElse(""))
                        .bind("limit", limit)
                        .mapTo(String.class)
                        .list())
                .stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    /** Decides an open offer; false when it was decided already. */
    boolean decide(String id, State state, String by) {
        return jdbi.inTransaction(h -> h.createUpdate("UPDATE transfer_offer SET state = :state, decided_by = :by,"
                                + " decided_at = :at WHERE id = :id AND state = 'OPEN'")
                        .bind("id", id)
                        .bind("state", state.name())
                        .bind("by", by)
                        .bind("at", clock.instant().toString())
                        .execute()
                == 1);
    }

    /** Opens an offer again whose records could not be written. */
    void reopen(String id) {
        jdbi.useTransaction(h -> h.createUpdate(
                        "UPDATE transfer_offer SET state = 'OPEN', decided_by = '', decided_at = '' WHERE id = :id")
                .bind("id", id)
                .execute());
    }

    private List<HandleName> handles(String id) {
        return jdbi.withHandle(
                h -> h.createQuery("SELECT handle FROM transfer_offer_handle WHERE offer_id = :id ORDER BY position")
                        .bind("id", id)
                        .map((row, context) -> HandleName.parse(row.getString("handle")))
                        .list());
    }

    private TransferOffer offer(ResultSet row, List<HandleName> handles) throws SQLException {
        Instant expires = Instant.parse(row.getString("expires_at"));
        State state = State.valueOf(row.getString("state"));
        String decided = row.getString("decided_at");
        return new TransferOffer(
                row.getString("id"),
                row.getString("from_prefix"),
                row.getString("to_prefix"),
                handles,
                row.getString("reason"),
                row.getString("offered_by"),
                Instant.parse(row.getString("offered_at")),
                expires,
                state == State.OPEN && !clock.instant().isBefore(expires) ? State.EXPIRED : state,
                row.getString("decided_by"),
                decided.isEmpty() ? Instant.EPOCH : Instant.parse(decided));
    }
}
