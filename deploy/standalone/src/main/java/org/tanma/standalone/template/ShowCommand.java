// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.template;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.tanma.standalone.phrase.Phrases;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.load.TemplateText;
import org.tanma.template.model.ItemType;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.json.JsonMapper;

/** {@code tanma template show T[@V]}: a template's items, inherited ones among them; as JSON the whole definition. */
@Command(name = "show")
final class ShowCommand extends TemplateVerb {
    @Parameters(paramLabel = "T[@V]", descriptionKey = "show.template")
    private String template = "";

    ShowCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int run(TemplateCatalog catalog) throws IOException, UnreadableFileException {
        MetadataTemplate shown = template(catalog, template);
        if (isJson()) {
            json(JsonMapper.shared().readTree(TemplateText.write(shown)));
            return DONE;
        }
        line(shown.reference() + "  " + word(shown.title()) + "  " + shown.handle());
        shown.parent().ifPresent(parent -> line(text("show.extends", parent)));
        if (!shown.description().isEmpty()) {
            line(word(shown.description()));
        }
        items("", shown.items());
        shown.rules().forEach(rule -> line(text("show.rule", rule)));
        return DONE;
    }

    private void items(String indent, List<TemplateItem> items) {
        for (TemplateItem item : items) {
            String index = item.index() == TemplateItem.NO_INDEX ? "" : item.index() + " ";
            String unit = item.unit().isEmpty() ? "" : " " + item.unit();
            line(indent + "  " + index + item.code() + (item.required() ? "* " : " ")
                    + item.type().code() + unit
                    + "  " + word(item.name()) + "  "
                    + item.visibility().name().toLowerCase(Locale.ROOT));
            if (item.type() == ItemType.GROUP || item.type() == ItemType.LIST) {
                items(indent + "    ", item.parts().items());
            }
        }
    }
}
