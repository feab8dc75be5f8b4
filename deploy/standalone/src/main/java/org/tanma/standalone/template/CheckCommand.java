// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tanma.standalone.phrase.Phrases;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateReference;
import org.tanma.template.validate.RecordValidator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;

/** {@code tanma template check FILE}: whether a file is a template that could be published, and why not. */
@Command(name = "check")
final class CheckCommand extends TemplateVerb {
    @Parameters(paramLabel = "FILE.json", descriptionKey = "check.file")
    private Path file = Path.of("");

    CheckCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int run(TemplateCatalog catalog) throws IOException {
        String json = Files.readString(file);
        String reason = "";
        try {
            MetadataTemplate template = catalog.read(file.toString(), json);
            new RecordValidator(catalog).requireUsable(template);
            if (!isJson()) {
                line(text(
                        "check.good",
                        template.reference(),
                        template.items().size(),
                        template.rules().size(),
                        template.parent().map(TemplateReference::toString).orElse("-")));
            }
        } catch (IllegalArgumentException e) {
            reason = String.valueOf(e.getMessage());
            if (!isJson()) {
                line(text("check.bad", reason));
            }
        }
        if (isJson()) {
            json(JsonNodeFactory.instance
                    .objectNode()
                    .put("file", file.toString())
                    .put("usable", reason.isEmpty())
                    .put("reason", reason));
        }
        return reason.isEmpty() ? DONE : REFUSED;
    }
}
