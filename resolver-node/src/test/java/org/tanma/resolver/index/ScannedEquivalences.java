// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tanma.handle.model.HandleName;
import org.tanma.identifier.Equivalents;
import org.tanma.identifier.IdentifierKind;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.store.ScanRange;

/** The port by its definition: reads all records of a prefix at every question. */
public final class ScannedEquivalences implements EquivalenceIndex {
    private final RecordDirectory directory;
    private final String prefix;

    public ScannedEquivalences(RecordDirectory directory, String prefix) {
        this.directory = directory;
        this.prefix = prefix;
    }

    @Override
    public List<HandleName> handlesOf(String canonicalKey) {
        return directory.page(new ScanRange(prefix, true, Optional.empty(), ScanRange.MAX_LIMIT)).stream()
                .filter(entry -> keys(entry).contains(canonicalKey))
                .map(entry -> entry.record().name())
                .toList();
    }

    private static Set<String> keys(RecordDirectory.Entry entry) {
        Set<String> keys = new LinkedHashSet<>(Equivalents.keysOf(entry.record()));
        entry.described()
                .ifPresent(record -> record.template().items().forEach(item -> {
                    String text = record.items().get(item.code());
                    if (text != null) {
                        IdentifierKind.fromCode(item.identifierKind())
                                .flatMap(kind -> Equivalents.key(kind, text))
                                .ifPresent(keys::add);
                    }
                }));
        return keys;
    }
}
