// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.Optional;
import java.util.TreeSet;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.kit.rest.Caller;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;

/**
 * Gives each row its handle: the one it names, or its suffix under the right prefix; a row that names neither is told under
 * which prefix its handle is to be minted.
 *
 * <p>The right prefix is the caller's own when it has just one, else that of the first record the row points at.
 */
final class HandleAssignment {
    /** Longest handle the national system takes, in characters. */
    static final int MAX_CHARACTERS = 255;

    /** Stands for a suffix that is still to be minted while its prefix is looked at. */
    private static final String TO_BE_MINTED = "-";

    private final String nodePrefix;
    private final TemplateCatalog catalog;

    HandleAssignment(String nodePrefix, TemplateCatalog catalog) {
        this.nodePrefix = nodePrefix;
        this.catalog = catalog;
    }

    /** Assigns the draft a handle its caller may write, or refuses it. */
    void assign(RowDraft draft, MetadataTemplate template, Caller caller) {
        RegistrationRow row = draft.row;
        if (!row.handle().isEmpty() && !row.suffix().isEmpty()) {
            refuse(
                    draft,
                    "handle.both",
                    row.handle(),
                    Refusals.of("handle.both.problem", row.suffix()),
                    Refusals.of("handle.both.allowed"));
            return;
        }
        String wished = row.handle();
        if (wished.isEmpty()) {
            Optional<String> prefix = prefix(row, template, caller);
            if (prefix.isEmpty()) {
                draft.refuse(Refusals.handle(
                        "handle.needed",
                        row.suffix(),
                        Refusals.of("handle.needed.problem"),
                        Refusals.of("handle.needed.allowed", nodePrefix),
                        Refusals.of("handle.needed.hint")));
                return;
            }
            if (row.suffix().isEmpty()) {
                if (find(draft, prefix.get() + "/" + TO_BE_MINTED, caller).isPresent()) {
                    draft.awaitMint(prefix.get());
                }
                return;
            }
            wished = prefix.get() + "/" + row.suffix();
        }
        find(draft, wished, caller).ifPresent(draft::assign);
    }

    /** The handle as it is wished, when this caller may write it; else the draft is refused. */
    Optional<HandleName> find(RowDraft draft, String wished, Caller caller) {
        HandleName name;
        try {
            name = HandleName.parse(wished);
        } catch (InvalidHandleException e) {
            refuse(
                    draft,
                    "handle.malformed",
                    wished,
                    Refusals.of("handle.malformed.problem"),
                    Refusals.of("handle.malformed.allowed", nodePrefix));
            return Optional.empty();
        }
        if (wished.length() > MAX_CHARACTERS || name.suffix().isBlank() || !wished.equals(wished.strip())) {
            refuse(
                    draft,
                    "handle.malformed",
                    wished,
                    Refusals.of("handle.malformed.problem"),
                    Refusals.of("handle.malformed.allowed", nodePrefix));
        } else if (!name.isUnder(nodePrefix)) {
            refuse(
                    draft,
                    "handle.foreign",
                    wished,
                    Refusals.of("handle.foreign.problem", nodePrefix),
                    Refusals.of("handle.foreign.allowed", nodePrefix));
        } else if (!caller.mayWriteUnder(name.prefix())) {
            String own = String.join(", ", new TreeSet<>(caller.prefixes()));
            refuse(
                    draft,
                    "handle.forbidden",
                    wished,
                    Refusals.of("handle.forbidden.problem", caller.name()),
                    Refusals.of("handle.forbidden.allowed", own));
        } else if (isReserved(name)) {
            refuse(
                    draft,
                    "handle.reserved",
                    wished,
                    Refusals.of("handle.reserved.problem"),
                    Refusals.of("handle.reserved.allowed"));
        } else {
            return Optional.of(name);
        }
        return Optional.empty();
    }

    /** True for the handle of a template. */
    boolean isReserved(HandleName name) {
        return name.prefix().equalsIgnoreCase(nodePrefix)
                && catalog.all().stream().anyMatch(template -> template.handle().equals(name));
    }

    private static void refuse(
            RowDraft draft, String rule, String given, BilingualText problem, BilingualText allowed) {
        draft.refuse(Refusals.handle(rule, given, problem, allowed, BilingualText.EMPTY));
    }

    private static Optional<String> prefix(RegistrationRow row, MetadataTemplate template, Caller caller) {
        if (caller.prefixes().size() == 1) {
            return caller.prefixes().stream().findFirst();
        }
        return template.items().stream()
                .filter(item -> item.type() == ItemType.IDENTIFIER_REFERENCE)
                .map(TemplateItem::code)
                .map(code -> row.items().getOrDefault(code, ""))
                .filter(handle -> handle.indexOf('/') > 0)
                .map(handle -> handle.substring(0, handle.indexOf('/')))
                .findFirst();
    }
}
