// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.identify;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.identifier.Equivalents;
import org.tanma.identifier.Identifier;
import org.tanma.identifier.Identifiers;
import org.tanma.identifier.Oid;
import org.tanma.identifier.ParsedIdentifier;
import org.tanma.resolver.admin.RecordRule;
import org.tanma.resolver.index.EquivalenceIndex;
import org.tanma.resolver.registrar.RecordDirectory;

/**
 * Holds equivalents that administrators write over the Handle protocol to the same rules as those added through the registrar:
 * each is a canonical key, and no other record has it. What stood there before is not looked at.
 */
public final class EquivalentRule implements RecordRule {
    private final KeyHolders holders;
    private final Oid arc;

    /** @param arc below which the node alone says what an identifier names */
    public EquivalentRule(RecordDirectory directory, EquivalenceIndex index, Oid arc) {
        this.holders = new KeyHolders(directory, index);
        this.arc = arc;
    }

    @Override
    public Optional<Objection> objection(HandleName name, Optional<HandleRecord> before, Optional<HandleRecord> after) {
        if (after.isEmpty()) {
            return Optional.empty();
        }
        Set<String> known = before.map(EquivalentRule::texts).orElse(Set.of());
        return texts(after.get()).stream()
                .filter(text -> !known.contains(text))
                .map(text -> objection(name, text))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Set<String> texts(HandleRecord record) {
        return record.values().stream()
                .filter(Equivalents::isEquivalent)
                .map(HandleValue::data)
                .map(data -> new String(data, StandardCharsets.UTF_8))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private Optional<Objection> objection(HandleName name, String text) {
        ParsedIdentifier parsed = Identifiers.parse(text);
        if (parsed instanceof ParsedIdentifier.Malformed malformed) {
            return refused(malformed.fault().message(Locale.ENGLISH));
        }
        if (!(parsed instanceof ParsedIdentifier.Known known)) {
            return refused("an EQUIVALENT value is like no kind of identifier");
        }
        Identifier identifier = known.identifier();
        if (!identifier.canonical().equals(text)) {
            return refused("an EQUIVALENT value is a canonical key; write " + identifier.canonical());
        }
        if (identifier instanceof Oid oid && oid.isUnder(arc)) {
            return refused(text + " lies below this node's arc and is allotted by POST /api/v1/oids");
        }
        return holders.other(identifier, name).flatMap(other -> refused(text + " already belongs to " + other));
    }

    private static Optional<Objection> refused(String message) {
        return Optional.of(new Objection(ResponseCode.INVALID_VALUE, message));
    }
}
