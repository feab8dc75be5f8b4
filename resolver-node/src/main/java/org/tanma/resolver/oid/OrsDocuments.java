// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.oid;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.identifier.Oid;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.StoredRecord;

/**
 * What stands behind the CINF and RINF services of a node: its children, and who had it registered, when and for what.
 * Blocking; safe between threads. Source: ITU-T X.672 annexes C and D.
 */
public final class OrsDocuments {
    /** Most children that are named; of the others there is a count. */
    public static final int MOST_CHILDREN = 1_000;

    /** Index and type of the value that says a record was retired. */
    private static final int RETIRED_INDEX = 1_400;

    private static final String RETIRED = "RETIRED";
    /** Index of the value that names a record's template. */
    private static final int TEMPLATE_INDEX = 1_000;

    private final OidAllotments allotments;
    private final HandleStore store;
    private final Function<String, Optional<String>> registrants;

    /** @param registrants the name of the enterprise that holds a prefix, when it is known */
    public OrsDocuments(OidAllotments allotments, HandleStore store, Function<String, Optional<String>> registrants) {
        this.allotments = allotments;
        this.store = store;
        this.registrants = registrants;
    }

    /** The children of a node. */
    public record Children(List<Child> disclosedChildren, long otherChildren) {
        /** @param labels its Unicode labels besides the number */
        public record Child(String numericLabel, List<String> labels, boolean orsSupported) {}
    }

    /**
     * The registration of a node.
     *
     * @param description what it was allotted for, in a sentence
     * @param authority who allotted it: the node's prefix
     * @param handle empty when no record carries it
     * @param template as the record names it; empty when it names none
     * @param registrationDate the day, UTC
     */
    public record Registration(
            String oid,
            String description,
            String authority,
            String registrant,
            String registrationDate,
            String prefix,
            String handle,
            String template,
            State state) {}

    /** Whether what a node stands for is still there. */
    public enum State {
        ACTIVE,
        /** The record says that it was retired. */
        RETIRED,
        /** The record was deleted; the number stays with it. */
        DELETED
    }

    public Optional<OidNode> find(Oid oid) {
        return allotments.find(oid);
    }

    public Children children(OidNode node) {
        List<Children.Child> disclosed = new ArrayList<>();
        for (OidNode child : allotments.children(node.oid(), Optional.empty(), MOST_CHILDREN)) {
            List<String> labels = child.label().isEmpty() ? List.of() : List.of(child.label());
            disclosed.add(new Children.Child(child.oid().lastArc().toString(), labels, true));
        }
        long all = disclosed.size() < MOST_CHILDREN ? disclosed.size() : allotments.countChildren(node.oid());
        return new Children(disclosed, all - disclosed.size());
    }

    public Registration registration(OidNode node) {
        Optional<HandleRecord> record = node.handle().flatMap(store::find).map(StoredRecord::decode);
        return new Registration(
                node.oid().dotted(),
                description(node),
                own().prefix(),
                registrants.apply(node.prefix()).orElseGet(node::prefix),
                LocalDate.ofInstant(node.allottedAt(), ZoneOffset.UTC).toString(),
                node.prefix(),
                node.handle().map(HandleName::toString).orElse(""),
                record.flatMap(r -> r.findByIndex(TEMPLATE_INDEX))
                        .map(HandleValue::dataAsText)
                        .orElse(""),
                state(node, record));
    }

    private OidNode own() {
        return allotments.find(allotments.arc().oid()).orElseThrow();
    }

    private String description(OidNode node) {
        return switch (node.kind()) {
            case ARC ->
                "Arc of the secondary identifier node " + node.prefix()
                        + (allotments.arc().isDemonstration() ? ", for demonstration" : "");
            case ENTERPRISE -> "Arc of the enterprise with prefix " + node.prefix();
            case RECORD -> "Object with handle " + node.handle().orElseThrow();
        };
    }

    /** Whether what a node stands for is still there. */
    public State state(OidNode node) {
        return state(node, node.handle().flatMap(store::find).map(StoredRecord::decode));
    }

    private static State state(OidNode node, Optional<HandleRecord> record) {
        if (node.handle().isEmpty()) {
            return State.ACTIVE;
        }
        if (record.isPresent() && isRetired(record.get())) {
            return State.RETIRED;
        }
        return record.isPresent() ? State.ACTIVE : State.DELETED;
    }

    static boolean isRetired(HandleRecord record) {
        return record.findByIndex(RETIRED_INDEX)
                .filter(value -> value.type().equalsIgnoreCase(RETIRED))
                .isPresent();
    }
}
