// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.identify;

import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.text.ValueText;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.identifier.HandleIdentifier;
import org.tanma.identifier.Identifier;
import org.tanma.identifier.Identifiers;
import org.tanma.identifier.ParsedIdentifier;
import org.tanma.identifier.PrivateCode;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.index.EquivalenceIndex;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.RecordDirectory;

/**
 * Finds the record behind an identifier of any kind.
 *
 * <p>A handle is looked up as it is; every other kind, and a handle that has no record here, among what records name as
 * equivalent. When none names it, broader identifiers are tried, a serial number's batch and product. What a caller may not
 * see of a record does not find it for that caller. Blocking; safe between threads.
 */
public final class IdentifierFinder {
    private final RecordDirectory directory;
    private final EquivalenceIndex index;
    private final String nodePrefix;
    private final RecordIdentifiers identifiers;

    /** @param nodePrefix prefix the handles of this node lie under */
    public IdentifierFinder(
            RecordDirectory directory, EquivalenceIndex index, Disclosure disclosure, String nodePrefix) {
        this.directory = directory;
        this.index = index;
        this.nodePrefix = nodePrefix;
        this.identifiers = new RecordIdentifiers(disclosure);
    }

    public Finding find(String text, Caller caller) {
        ParsedIdentifier parsed = Identifiers.parse(text);
        if (!(parsed instanceof ParsedIdentifier.Known known)) {
            return new Finding.Refused(parsed);
        }
        Optional<Finding> found = exact(known, known.identifier(), caller);
        for (Identifier broader : known.identifier().broader()) {
            found = found.or(() -> exact(known, broader, caller));
        }
        return found.orElseGet(() -> missing(known));
    }

    /** The identifiers of a record that {@code caller} may see, its handle first. */
    public List<Identifier> identifiersOf(RecordDirectory.Entry entry, Caller caller) {
        return identifiers.of(entry, caller);
    }

    private Optional<Finding> exact(ParsedIdentifier.Known asked, Identifier wanted, Caller caller) {
        if (wanted instanceof HandleIdentifier handle) {
            Optional<RecordDirectory.Entry> own = directory.find(handle.name());
            if (own.isPresent()) {
                return Optional.of(new Finding.Found(asked, wanted, own.get(), identifiers.of(own.get(), caller)));
            }
        }
        for (HandleName candidate : index.handlesOf(wanted.canonical())) {
            Optional<RecordDirectory.Entry> entry = directory.find(candidate);
            if (entry.isPresent()) {
                List<Identifier> visible = identifiers.of(entry.get(), caller);
                if (visible.stream().anyMatch(i -> i.canonical().equals(wanted.canonical()))) {
                    return Optional.of(new Finding.Found(asked, wanted, entry.get(), visible));
                }
            }
        }
        return Optional.empty();
    }

    private Finding missing(ParsedIdentifier.Known known) {
        if (known.identifier() instanceof HandleIdentifier handle) {
            return handle.name().isUnder(nodePrefix)
                            || handle.name().isUnder("0.NA")
                                    && HandleName.parse(handle.name().suffix() + "/")
                                            .isUnder(nodePrefix)
                    ? new Finding.Absent(known, List.of())
                    : new Finding.Elsewhere(known, handle.name(), services(handle.name()));
        }
        if (known.identifier() instanceof PrivateCode code) {
            HandleName like = HandleName.parse(code.prefix() + "/" + code.code());
            return new Finding.Absent(known, directory.exists(like) ? List.of(like) : List.of());
        }
        return new Finding.Absent(known, List.of());
    }

    /** Where the prefix, or the nearest one it derives from that has a record here, is served. */
    private List<String> services(HandleName name) {
        String prefix = name.prefix();
        while (true) {
            Optional<RecordDirectory.Entry> record = directory.find(HandleName.parse("0.NA/" + prefix));
            if (record.isPresent()) {
                return record.get().record().values().stream()
                        .filter(v -> v.type().equalsIgnoreCase(SiteRecord.TYPE)
                                && v.permissions().publicRead())
                        .map(ValueText::of)
                        .toList();
            }
            int dot = prefix.lastIndexOf('.');
            if (dot <= 0) {
                return List.of();
            }
            prefix = prefix.substring(0, dot);
        }
    }
}
