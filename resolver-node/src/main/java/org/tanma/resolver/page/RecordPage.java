// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.text.ValueText;
import org.tanma.identifier.Did;
import org.tanma.identifier.Gs1Identifier;
import org.tanma.identifier.HandleIdentifier;
import org.tanma.identifier.Identifier;
import org.tanma.kit.page.Language;
import org.tanma.kit.page.Messages;
import org.tanma.kit.page.PageHead;
import org.tanma.kit.page.Pages;
import org.tanma.resolver.identify.Finding;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.rest.IdentifierAnswer;
import org.tanma.template.map.TemplatedRecord;
import org.tanma.template.model.ItemType;

/** The page of one record: what it is, its items with names and units, its raw values. */
final class RecordPage {
    /** One line of the table of items. */
    record Line(
            String name,
            String text,
            @Nullable String unit,
            @Nullable String code,
            @Nullable String href,
            boolean isForeign) {}

    /** One other identifier of the same thing; {@code document} is where its own system shows it, when that is public. */
    record Same(
            String kind,
            String text,
            String canonical,
            String href,
            @Nullable String document) {
        /** Identifiers of demonstration data have no document anywhere. */
        static Same of(Identifier identifier, Locale locale, boolean isDemonstration) {
            String document = null;
            if (!isDemonstration && identifier instanceof Did did) {
                document = did.documentUrl().orElse(null);
            } else if (!isDemonstration && identifier instanceof Gs1Identifier) {
                document = identifier.canonical();
            }
            return new Same(
                    identifier.kind().title(locale),
                    identifier.format(),
                    identifier.canonical(),
                    RecordLinks.path(identifier),
                    document);
        }
    }

    private final Pages pages;
    private final Messages messages;

    RecordPage(Pages pages, Messages messages) {
        this.pages = pages;
        this.messages = messages;
    }

    String render(Finding.Found found, IdentifierAnswer shown, Optional<HandleValue> retired, Language language) {
        RecordDirectory.Entry entry = found.entry();
        Locale locale = IdentifierPhrases.locale(language);
        IdentifierAnswer.Template template = shown.template();
        String kind = template == null ? messages.text(language, "record.plain") : template.title();
        String title = shown.described().stream()
                .filter(i -> i.type().equals(ItemType.TEXT.code()))
                .findFirst()
                .map(IdentifierAnswer.Item::value)
                .orElse(kind);
        int all = entry.described().map(TemplatedRecord::items).map(Map::size).orElse(0);
        Map<String, Object> view = new HashMap<>();
        view.put("title", title);
        view.put("kind", kind);
        view.put("handle", shown.handle());
        view.put("path", HandleLinks.path(shown.handle()));
        view.put("prefix", entry.record().name().prefix());
        view.put("version", messages.text(language, "record.version", String.valueOf(shown.version())));
        view.put("items", shown.described().stream().map(RecordPage::line).toList());
        view.put("hasItems", !shown.described().isEmpty());
        view.put("isPartial", shown.described().size() < all);
        view.put("values", shown.values());
        Identifier asked = found.parsed().identifier();
        view.put("isHandle", asked instanceof HandleIdentifier && found.isExact());
        view.put("askedKind", asked.kind().title(locale));
        view.put("asked", asked.format());
        view.put("canonical", asked.canonical());
        if (!found.isExact()) {
            view.put(
                    "broader",
                    messages.text(
                            language,
                            "record.broader",
                            found.matched().kind().title(locale),
                            found.matched().format()));
        }
        List<Same> same = found.identifiers().stream()
                .skip(1)
                .map(i -> Same.of(i, locale, shown.demonstration()))
                .toList();
        view.put("same", same);
        view.put("hasSame", !same.isEmpty());
        retired.ifPresent(tombstone -> view.put("retired", ValueText.escape(tombstone.dataAsText())));
        view.put("isRetired", retired.isPresent());
        if (template != null) {
            view.put("templateHref", "/resolve/" + HandleLinks.path(template.handle()));
            view.put("templateName", template.title() + " " + template.version());
        }
        PageHead head =
                new PageHead(language, title, "/resolve/" + HandleLinks.path(shown.handle()), shown.demonstration());
        return pages.render("resolver-record", head, view);
    }

    private static Line line(IdentifierAnswer.Item item) {
        boolean isReference = item.type().equals(ItemType.IDENTIFIER_REFERENCE.code());
        boolean isAddress = item.type().equals(ItemType.TEXT.code())
                && (item.value().regionMatches(true, 0, "http://", 0, 7)
                        || item.value().regionMatches(true, 0, "https://", 0, 8));
        String href = isAddress ? item.value() : null;
        if (isReference) {
            href = "/resolve/" + HandleLinks.path(item.value());
        }
        String meaning = item.meaning();
        boolean isCode = meaning != null && item.type().equals(ItemType.CODE_LIST.code());
        return new Line(
                item.name(),
                meaning == null ? item.value() : meaning,
                item.unit(),
                isCode && !item.value().equals(meaning) ? item.value() : null,
                href,
                isAddress);
    }

    /** How a list of near handles shows each. */
    record Near(String handle, String path, String name) {}
}
