// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.oid;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.tanma.handle.model.HandleName;
import org.tanma.identifier.Oid;

/**
 * What was allotted, in SQL: append only, so that no number is ever given twice.
 *
 * <p>Durability: what a method reports as written survives the end of the process. Ordering: allotments below one node take
 * effect one after the other. Safe between threads and between processes on the same database.
 */
public final class OidAllotments {
    /** One thing that happened to a node. */
    public record Event(Instant at, String account, String action, String detail) {}

    private static final String SELECT = "SELECT * FROM oid_allotment WHERE ";

    /** What a transaction made of a wish: the node, and whether it was not there before. */
    record Allotted(OidNode node, boolean isNew) {}

    private final Jdbi jdbi;
    private final InstantSource clock;
    private final OidArc arc;

    private OidAllotments(Jdbi jdbi, InstantSource clock, OidArc arc) {
        this.jdbi = jdbi;
        this.clock = clock;
        this.arc = arc;
    }

    /** The allotments below an arc, which is written down itself unless it is known; {@code prefix} is the node's own. */
    public static OidAllotments open(Jdbi jdbi, InstantSource clock, OidArc arc, String prefix) {
        OidAllotments allotments = new OidAllotments(jdbi, clock, arc);
        OidNode own = new OidNode(arc.oid(), OidNode.Kind.ARC, prefix, Optional.empty(), "", clock.instant(), prefix);
        jdbi.useTransaction(h -> {
            if (insert(h, own)) {
                note(h, own, "");
            }
        });
        return allotments;
    }

    /** The node's own arc. */
    public OidArc arc() {
        return arc;
    }

    public Optional<OidNode> find(Oid oid) {
        return jdbi.withHandle(h -> find(h, oid.dotted()));
    }

    private static Optional<OidNode> find(Handle h, String oid) {
        return h.createQuery(SELECT + "oid = :oid")
                .bind("oid", oid)
                .map((row, context) -> node(row))
                .findOne();
    }

    /** The node that a label names below another. */
    Optional<OidNode> find(Oid parent, String labelKey) {
        return claimed(labelClaim(parent, labelKey));
    }

    /** The node a record carries. */
    public Optional<OidNode> find(HandleName handle) {
        return claimed(handleClaim(handle));
    }

    Optional<OidNode> claimed(String claim) {
        return jdbi.withHandle(h -> claimed(h, claim));
    }

    private static Optional<OidNode> claimed(Handle h, String claim) {
        return h.createQuery("SELECT a.* FROM oid_claim c JOIN oid_allotment a ON a.oid = c.oid WHERE c.claim = :claim")
                .bind("claim", claim)
                .map((row, context) -> node(row))
                .findOne();
    }

    /** The nodes directly below one, by number, after the one of that number; at most {@code limit}. */
    public List<OidNode> children(Oid parent, Optional<BigInteger> after, int limit) {
        String last = after.map(BigInteger::toString).orElse("");
        return jdbi.withHandle(h -> h.createQuery(SELECT + "parent = :parent AND (arc_digits > :digits"
                        + " OR (arc_digits = :digits AND arc > :arc)) ORDER BY arc_digits, arc LIMIT :limit")
                .bind("parent", parent.dotted())
                .bind("digits", last.length())
                .bind("arc", last)
                .bind("limit", limit)
                .map((row, context) -> node(row))
                .list());
    }

    public long countChildren(Oid parent) {
        return jdbi.withHandle(h -> h.createQuery("SELECT COUNT(*) FROM oid_allotment WHERE parent = :parent")
                .bind("parent", parent.dotted())
                .mapTo(Long.class)
                .one());
    }

    /** What happened to a node, earliest first. */
    public List<Event> history(Oid oid) {
        return jdbi.withHandle(h -> h.createQuery("SELECT * FROM oid_event WHERE oid = :oid ORDER BY position")
                .bind("oid", oid.dotted())
                .map((row, context) -> new Event(
                        Instant.parse(row.getString("at")),
                        row.getString("account"),
                        row.getString("action"),
                        row.getString("detail")))
                .list());
    }

    /**
     * Allots a node; the one that already holds one of the claims, when there is one.
     *
     * @throws OidConflictException when the number or the label is taken
     */
    Allotted allot(Allotment wished, String account) {
        return jdbi.inTransaction(h -> {
            lock(h, wished.parent());
            Optional<OidNode> held = held(h, wished);
            if (held.isPresent()) {
                return new Allotted(held.get(), false);
            }
            OidNode node =
                    wished.arc().map(arc -> given(h, wished, arc, account)).orElseGet(() -> next(h, wished, account));
            wished.label().ifPresent(label -> claimLabel(h, node.oid(), wished.parent(), label));
            wished.handle().ifPresent(handle -> claim(h, handleClaim(handle), node.oid()));
            wished.claims().forEach(claim -> claim(h, claim, node.oid()));
            note(h, node, wished.handle().map(HandleName::toString).orElse(wished.prefix()));
            return new Allotted(node, true);
        });
    }

    private Optional<OidNode> held(Handle h, Allotment wished) {
        Optional<OidNode> held = wished.handle().flatMap(handle -> claimed(h, handleClaim(handle)));
        for (String claim : wished.claims()) {
            held = held.or(() -> claimed(h, claim));
        }
        return held;
    }

    /** Holds the row of a parent's counter until the transaction ends, so that allotments below it follow each other. */
    private static void lock(Handle h, Oid parent) {
        h.createUpdate("INSERT INTO oid_counter (parent, last_arc) VALUES (:parent, 0) ON CONFLICT (parent) DO NOTHING")
                .bind("parent", parent.dotted())
                .execute();
        h.createUpdate("UPDATE oid_counter SET last_arc = last_arc WHERE parent = :parent")
                .bind("parent", parent.dotted())
                .execute();
    }

    private OidNode given(Handle h, Allotment wished, BigInteger arc, String account) {
        OidNode node = node(wished, arc, account);
        if (!insert(h, node)) {
            throw new OidConflictException(OidRefusal.ARC_TAKEN, node.oid() + " is taken");
        }
        return node;
    }

    private OidNode next(Handle h, Allotment wished, String account) {
        while (true) {
            h.createUpdate("UPDATE oid_counter SET last_arc = last_arc + 1 WHERE parent = :parent")
                    .bind("parent", wished.parent().dotted())
                    .execute();
            long arc = h.createQuery("SELECT last_arc FROM oid_counter WHERE parent = :parent")
                    .bind("parent", wished.parent().dotted())
                    .mapTo(Long.class)
                    .one();
            OidNode node = node(wished, BigInteger.valueOf(arc), account);
            if (insert(h, node)) {
                return node;
            }
        }
    }

    private OidNode node(Allotment wished, BigInteger arc, String account) {
        return new OidNode(
                wished.parent().child(arc),
                wished.kind(),
                wished.prefix(),
                wished.handle(),
                wished.label().map(OidLabel::text).orElse(""),
                clock.instant(),
                account);
    }

    private static boolean insert(Handle h, OidNode node) {
        String arc = node.oid().lastArc().toString();
        return h.createUpdate("INSERT INTO oid_allotment"
                                + " (oid, parent, arc, arc_digits, kind, prefix, handle, label, allotted_at, allotted_by)"
                                + " VALUES (:oid, :parent, :arc, :digits, :kind, :prefix, :handle, :label, :at, :by)"
                                + " ON CONFLICT (oid) DO NOTHING")
                        .bind("oid", node.oid().dotted())
                        .bind("parent", node.oid().parent().map(Oid::dotted).orElse(""))
                        .bind("arc", arc)
                        .bind("digits", arc.length())
                        .bind("kind", node.kind().name())
                        .bind("prefix", node.prefix())
                        .bind("handle", node.handle().map(HandleName::toString).orElse(""))
                        .bind("label", node.label())
                        .bind("at", node.allottedAt().toString())
                        .bind("by", node.allottedBy())
                        .execute()
                == 1;
    }

    /**
     * Gives a node without a label one.
     *
     * @throws OidConflictException when the label is taken, or the node has another
     */
    OidNode label(OidNode node, OidLabel label, String account) {
        return jdbi.inTransaction(h -> {
            claimLabel(h, node.oid(), node.oid().parent().orElseThrow(), label);
            int labelled = h.createUpdate("UPDATE oid_allotment SET label = :label WHERE oid = :oid AND label = ''")
                    .bind("label", label.text())
                    .bind("oid", node.oid().dotted())
                    .execute();
            if (labelled == 0) {
                throw new OidConflictException(OidRefusal.LABEL_OTHER, node.oid() + " has another label");
            }
            OidNode labelledNode = find(h, node.oid().dotted()).orElseThrow();
            h.createUpdate(
                            "INSERT INTO oid_event (oid, position, at, account, action, detail)"
                                    + " SELECT :oid, COUNT(*), :at, :account, 'labelled', :detail FROM oid_event WHERE oid = :oid")
                    .bind("oid", node.oid().dotted())
                    .bind("at", clock.instant().toString())
                    .bind("account", account)
                    .bind("detail", label.text())
                    .execute();
            return labelledNode;
        });
    }

    private static void claimLabel(Handle h, Oid oid, Oid parent, OidLabel label) {
        if (!claim(h, labelClaim(parent, label.key()), oid)) {
            throw new OidConflictException(OidRefusal.LABEL_TAKEN, label.text() + " is taken below " + parent);
        }
    }

    private static boolean claim(Handle h, String claim, Oid oid) {
        return h.createUpdate("INSERT INTO oid_claim (claim, oid) VALUES (:claim, :oid) ON CONFLICT (claim) DO NOTHING")
                        .bind("claim", claim)
                        .bind("oid", oid.dotted())
                        .execute()
                == 1;
    }

    private static void note(Handle h, OidNode node, String detail) {
        h.createUpdate("INSERT INTO oid_event (oid, position, at, account, action, detail)"
                        + " VALUES (:oid, 0, :at, :account, 'allotted', :detail)")
                .bind("oid", node.oid().dotted())
                .bind("at", node.allottedAt().toString())
                .bind("account", node.allottedBy())
                .bind("detail", detail)
                .execute();
    }

    private static String labelClaim(Oid parent, String labelKey) {
        return "label " + parent + " " + labelKey;
    }

    private String handleClaim(HandleName handle) {
        return "handle " + arc.oid() + " " + new String(handle.foldedOctets(), StandardCharsets.UTF_8);
    }

    private static OidNode node(ResultSet row) throws SQLException {
        String handle = row.getString("handle");
        return new OidNode(
                Oid.of(row.getString("oid")),
                OidNode.Kind.valueOf(row.getString("kind")),
                row.getString("prefix"),
                handle.isEmpty() ? Optional.empty() : Optional.of(HandleName.parse(handle)),
                row.getString("label"),
                Instant.parse(row.getString("allotted_at")),
                row.getString("allotted_by"));
    }
}
