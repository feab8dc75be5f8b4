// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tanma.template.model.ItemParts;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;

/**
 * The tables of docs/catalogue.md say what the templates say. Run with {@code -Dcatalogue.write=true} to write them anew.
 */
class CataloguePageTest {
    private static final String BEGIN = "<!-- tables: written by CataloguePageTest -->";
    private static final TemplateCatalog CATALOG = TemplateCatalog.load();

    @Test
    void page_showsEveryTemplateAndItem() throws IOException {
        Path page = root().resolve("docs/catalogue.md");
        String text = Files.readString(page);
        int begin = text.indexOf(BEGIN);
        assertThat(begin).isPositive();
        String expected = text.substring(0, begin) + BEGIN + "\n" + tables();
        if (Boolean.getBoolean("catalogue.write")) {
            Files.writeString(page, expected);
        }
        assertThat(Files.readString(page)).isEqualTo(expected);
    }

    private static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("docs/adr"))) {
            at = at.getParent();
        }
        return at;
    }

    private static String tables() {
        StringBuilder page = new StringBuilder(
                        "\n| template | version | tier | extends | industry | items | what it is |\n")
                .append("|---|---|---|---|---|---|---|\n");
        for (MetadataTemplate t : CATALOG.newest()) {
            page.append(row(
                    "[" + t.name() + "](#" + t.name() + ")",
                    t.version().toString(),
                    t.tier().name().toLowerCase(Locale.ROOT),
                    t.parent().map(Object::toString).orElse(""),
                    String.join(" ", t.industry()),
                    String.valueOf(t.items().size()),
                    t.title().zh() + " · " + t.title().en()));
        }
        for (MetadataTemplate t : CATALOG.newest()) {
            page.append("\n### ")
                    .append(t.name())
                    .append("\n\n")
                    .append(t.title().zh())
                    .append(" · ")
                    .append(t.title().en());
            if (!t.description().isEmpty()) {
                page.append(". ").append(t.description().en());
            }
            t.parent()
                    .ifPresent(p -> page.append("\n\nItems besides those of [")
                            .append(p.name())
                            .append("](#")
                            .append(p.name())
                            .append("):"));
            page.append("\n\n| index | item | 中文 | English | type | |\n|---|---|---|---|---|---|\n");
            List<TemplateItem> inherited =
                    parent(t).map(MetadataTemplate::items).orElse(List.of());
            t.items().stream().filter(i -> !inherited.contains(i)).forEach(i -> page.append(line(i)));
        }
        return page.toString();
    }

    private static Optional<MetadataTemplate> parent(MetadataTemplate template) {
        return template.parent().flatMap(p -> CATALOG.find(p.name(), p.version()));
    }

    private static String line(TemplateItem i) {
        return row(
                String.valueOf(i.index()),
                "`" + i.code() + "`",
                i.name().zh(),
                i.name().en(),
                type(i),
                (i.required() ? "required " : "")
                        + (i.isPublic() ? "" : i.visibility().name().toLowerCase(Locale.ROOT) + " ")
                        + (i.isIndexed() ? "indexed" : ""));
    }

    private static String type(TemplateItem i) {
        String type = i.type().code();
        if (i.type() == ItemType.CODE_LIST) {
            return type + " of " + i.codes().codes().size();
        }
        if (i.type() == ItemType.IDENTIFIER_REFERENCE) {
            return "→ " + i.referencedTemplate();
        }
        if (i.type() == ItemType.LIST) {
            return "list of " + type(i.parts().find(ItemParts.ELEMENT).orElseThrow());
        }
        if (i.type() == ItemType.GROUP) {
            return "group of "
                    + String.join(
                            ", ",
                            i.parts().items().stream().map(TemplateItem::code).toList());
        }
        return i.unit().isEmpty() ? type : type + ", " + i.unit();
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("|");
        for (String cell : cells) {
            row.append(' ').append(cell.strip()).append(" |");
        }
        return row.append('\n').toString();
    }
}
