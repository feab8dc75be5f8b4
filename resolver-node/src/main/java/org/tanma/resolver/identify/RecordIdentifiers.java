// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.identify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanma.handle.model.HandleValue;
import org.tanma.identifier.Equivalents;
import org.tanma.identifier.HandleIdentifier;
import org.tanma.identifier.Identifier;
import org.tanma.identifier.IdentifierKind;
import org.tanma.identifier.Identifiers;
import org.tanma.identifier.ParsedIdentifier;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.template.map.TemplatedRecord;
import org.tanma.template.model.TemplateItem;

/** All identifiers of what a record describes: its handle, its items that are identifiers, its equivalents. */
final class RecordIdentifiers {
    private final Disclosure disclosure;

    RecordIdentifiers(Disclosure disclosure) {
        this.disclosure = disclosure;
    }

    /** Those {@code caller} may see, the handle first, each once. */
    List<Identifier> of(RecordDirectory.Entry entry, Caller caller) {
        Map<String, Identifier> found = new LinkedHashMap<>();
        add(found, new HandleIdentifier(entry.record().name()));
        entry.described().ifPresent(record -> items(found, record, caller));
        List<HandleValue> visible =
                disclosure.visibleValues(entry.record().name(), entry.record().values(), entry.described(), caller);
        for (String key : Equivalents.keysOf(visible)) {
            add(found, Identifiers.parse(key));
        }
        return new ArrayList<>(found.values());
    }

    private void items(Map<String, Identifier> found, TemplatedRecord record, Caller caller) {
        Map<String, String> visible = disclosure.visibleItems(record, caller);
        for (TemplateItem item : record.template().items()) {
            String text = visible.get(item.code());
            if (text != null) {
                IdentifierKind.fromCode(item.identifierKind())
                        .ifPresent(kind -> add(found, Identifiers.parse(kind, text)));
            }
        }
    }

    private static void add(Map<String, Identifier> found, ParsedIdentifier parsed) {
        if (parsed instanceof ParsedIdentifier.Known known) {
            add(found, known.identifier());
        }
    }

    private static void add(Map<String, Identifier> found, Identifier identifier) {
        found.putIfAbsent(identifier.canonical(), identifier);
    }
}
