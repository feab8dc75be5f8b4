// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.kit.rest.Caller;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;

/**
 * Gives each row its handle: the one it names, or its suffix under the right prefix, or a new suffix of
 * {@value #GENERATED_LENGTH} characters.
 *
 * <p>The right prefix is the caller's own when it has just one, else that of the first record the row points at.
 */
final class HandleAssignment {
    /** Longest handle the national system takes, in characters. */
    static final int MAX_CHARACTERS = 255;

    static final int GENERATED_LENGTH = 12;
    /** Crockford's Base32: no I, L, O, U. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private final String nodePrefix;
    private final Set<HandleName> reserved;
    private final RandomGenerator random;

    HandleAssignment(String nodePrefix, TemplateCatalog catalog, RandomGenerator random) {
        this.nodePrefix = nodePrefix;
        this.reserved = catalog.all().stream().map(MetadataTemplate::handle).collect(Collectors.toSet());
        this.random = random;
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
            wished = prefix.get() + "/" + (row.suffix().isEmpty() ? generate() : row.suffix());
        }
        check(draft, wished, caller);
    }

    private void check(RowDraft draft, String wished, Caller caller) {
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
            return;
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
        } else if (reserved.contains(name)) {
            refuse(
                    draft,
                    "handle.reserved",
                    wished,
                    Refusals.of("handle.reserved.problem"),
                    Refusals.of("handle.reserved.allowed"));
        } else {
            draft.assign(name);
        }
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

    private String generate() {
        StringBuilder suffix = new StringBuilder(GENERATED_LENGTH);
        for (int i = 0; i < GENERATED_LENGTH; i++) {
            suffix.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return suffix.toString();
    }
}
