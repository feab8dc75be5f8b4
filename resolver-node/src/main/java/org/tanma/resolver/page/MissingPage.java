// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.page;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.web.util.UriUtils;
import org.tanma.identifier.IdentifierKind;
import org.tanma.identifier.ParsedIdentifier;
import org.tanma.kit.page.Language;
import org.tanma.kit.page.Messages;
import org.tanma.kit.page.PageHead;
import org.tanma.kit.page.Pages;
import org.tanma.resolver.identify.Finding;

/** The page of an identifier without a record here: what it is, what is wrong with it, what to do. */
final class MissingPage {
    private final Pages pages;
    private final Messages messages;
    private final IdentifierPhrases phrases;

    MissingPage(Pages pages, Messages messages, IdentifierPhrases phrases) {
        this.pages = pages;
        this.messages = messages;
        this.phrases = phrases;
    }

    String render(Finding finding, String given, List<RecordPage.Near> near, Language language) {
        boolean isRefused = finding instanceof Finding.Refused;
        Map<String, Object> view = new HashMap<>();
        String title = messages.text(language, isRefused ? "unknown.malformedTitle" : "unknown.title");
        view.put("title", title);
        view.put("given", given);
        view.put("said", phrases.sentence(finding, given, language));
        view.put("near", near);
        view.put("hasNear", !near.isEmpty());
        IdentifierPhrases.fault(finding).ifPresent(fault -> {
            String text = fault.given();
            int at = fault.position();
            int end = at >= text.length() ? at : text.offsetByCodePoints(at, 1);
            view.put("isMarked", true);
            view.put("before", text.substring(0, at));
            view.put("wrong", at >= text.length() ? " " : text.substring(at, end));
            view.put("after", text.substring(end));
        });
        if (finding.parsed() instanceof ParsedIdentifier.Unknown) {
            view.put("form", messages.text(language, "unknown.form"));
        }
        List<String> considered = finding.parsed().considered().stream()
                .map((IdentifierKind k) -> k.title(IdentifierPhrases.locale(language)))
                .toList();
        view.put("considered", String.join(language == Language.ZH ? "、" : ", ", considered));
        view.put("hasConsidered", considered.size() > 1 && !(finding.parsed() instanceof ParsedIdentifier.Unknown));
        if (finding instanceof Finding.Elsewhere elsewhere) {
            view.put("proxy", IdentifierPhrases.proxy(elsewhere));
            view.put("services", elsewhere.services());
        }
        String self = "/resolve?id=" + UriUtils.encode(given, StandardCharsets.UTF_8);
        return pages.render("resolver-unknown", new PageHead(language, title, self, false), view);
    }
}
