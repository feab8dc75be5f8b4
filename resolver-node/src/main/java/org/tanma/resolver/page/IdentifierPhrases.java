// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.page;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.identifier.IdentifierFault;
import org.tanma.identifier.IdentifierKind;
import org.tanma.identifier.ParsedIdentifier;
import org.tanma.kit.page.Language;
import org.tanma.kit.page.Messages;
import org.tanma.kit.rest.Violation;
import org.tanma.resolver.identify.Finding;

/** Says why there is no record to show, in the sentences of the page's catalogue. */
final class IdentifierPhrases {
    private static final String PROXY = "https://hdl.handle.net/";
    private static final String TYPE = "urn:tanma:problem:";

    private final Messages messages;

    IdentifierPhrases(Messages messages) {
        this.messages = messages;
    }

    static Locale locale(Language language) {
        return Locale.forLanguageTag(language.tag());
    }

    static Optional<IdentifierFault> fault(Finding finding) {
        return finding.parsed() instanceof ParsedIdentifier.Malformed malformed
                ? Optional.of(malformed.fault())
                : Optional.empty();
    }

    /** The sentence that says what is the matter. */
    String sentence(Finding finding, String given, Language language) {
        Locale locale = locale(language);
        if (finding instanceof Finding.Absent absent) {
            return messages.text(
                    language,
                    "unknown.absent",
                    absent.parsed().identifier().kind().title(locale),
                    absent.parsed().identifier().canonical());
        }
        if (finding instanceof Finding.Elsewhere elsewhere) {
            return messages.text(language, "unknown.foreign", elsewhere.handle().prefix(), elsewhere.prefixHandle());
        }
        return fault(finding)
                .map(f -> f.message(locale))
                .orElseGet(() -> messages.text(
                        language,
                        "unknown.noKind",
                        given,
                        kinds(finding.parsed().considered(), language)));
    }

    private String kinds(List<IdentifierKind> considered, Language language) {
        List<IdentifierKind> all = considered.isEmpty() ? List.of(IdentifierKind.values()) : considered;
        return all.stream()
                .map(k -> k.title(locale(language)))
                .collect(Collectors.joining(language == Language.ZH ? "、" : ", "));
    }

    static int status(Finding finding) {
        return finding instanceof Finding.Refused ? 400 : 404;
    }

    ResolveProblem problem(Finding finding, String given, List<RecordPage.Near> near, Language language) {
        boolean isRefused = finding instanceof Finding.Refused;
        String name = isRefused ? "malformed-identifier" : "not-found";
        Optional<IdentifierFault> fault = fault(finding);
        @Nullable String kind = null;
        @Nullable String canonical = null;
        if (finding.parsed() instanceof ParsedIdentifier.Known known) {
            kind = known.identifier().kind().code();
            canonical = known.identifier().canonical();
        } else if (fault.isPresent()) {
            kind = fault.get().kind().code();
        }
        return new ResolveProblem(
                TYPE + name,
                messages.text(language, isRefused ? "unknown.malformedTitle" : "unknown.title"),
                status(finding),
                sentence(finding, given, language),
                isRefused ? List.of(violation(finding, fault, given, language)) : List.of(),
                kind,
                canonical,
                finding.parsed().considered().stream().map(IdentifierKind::code).toList(),
                fault.map(IdentifierFault::position).orElse(null),
                near.stream().map(RecordPage.Near::handle).toList(),
                elsewhere(finding));
    }

    private Violation violation(Finding finding, Optional<IdentifierFault> fault, String given, Language language) {
        Locale locale = locale(language);
        return fault.map(f -> new Violation(
                        "id", given, f.allowed(locale), f.hint(locale).isEmpty() ? f.why(locale) : f.hint(locale)))
                .orElseGet(() -> new Violation(
                        "id",
                        given,
                        kinds(finding.parsed().considered(), language),
                        messages.text(language, "unknown.form")));
    }

    private static ResolveProblem.@Nullable Elsewhere elsewhere(Finding finding) {
        return finding instanceof Finding.Elsewhere e
                ? new ResolveProblem.Elsewhere(e.handle().prefix(), e.prefixHandle(), e.services(), proxy(e))
                : null;
    }

    /** The public proxy's address of a handle. */
    static String proxy(Finding.Elsewhere elsewhere) {
        return PROXY + HandleLinks.path(elsewhere.handle().toString());
    }
}
