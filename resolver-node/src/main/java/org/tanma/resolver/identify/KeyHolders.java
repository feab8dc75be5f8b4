// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.identify;

import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.identifier.HandleIdentifier;
import org.tanma.identifier.Identifier;
import org.tanma.resolver.index.EquivalenceIndex;
import org.tanma.resolver.registrar.RecordDirectory;

/** Tells which record has an identifier: a key belongs to at most one. */
final class KeyHolders {
    private final RecordDirectory directory;
    private final EquivalenceIndex index;

    KeyHolders(RecordDirectory directory, EquivalenceIndex index) {
        this.directory = directory;
        this.index = index;
    }

    /** A record other than {@code name}'s that has the identifier, as its handle or as an equivalent. */
    Optional<HandleName> other(Identifier identifier, HandleName name) {
        boolean isHandleOfAnother = identifier instanceof HandleIdentifier handle
                && !handle.name().equals(name)
                && directory.exists(handle.name());
        return isHandleOfAnother
                ? Optional.of(((HandleIdentifier) identifier).name())
                : index.handlesOf(identifier.canonical()).stream()
                        .filter(found -> !found.equals(name))
                        .findFirst();
    }

    /** True when the record of {@code name} has the identifier, wherever it stands in it. */
    boolean has(HandleName name, Identifier identifier) {
        return identifier.equals(new HandleIdentifier(name))
                || index.handlesOf(identifier.canonical()).contains(name);
    }
}
