// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.template;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tanma.standalone.phrase.Phrases;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.validate.RecordValidator;
import org.tanma.template.validate.Violation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code tanma validate FILE --template T[@V]}: every bad record of a file with all that is wrong with it. */
@Command(name = "validate")
final class ValidateCommand extends TemplateVerb {
    @Parameters(paramLabel = "FILE", descriptionKey = "option.file")
    private Path file = Path.of("");

    @Option(names = "--template", required = true, paramLabel = "T[@V]", descriptionKey = "option.template")
    private String template = "";

    private long rows;
    private long bad;

    ValidateCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int run(TemplateCatalog catalog) throws IOException, UnreadableFileException {
        MetadataTemplate wanted = template(catalog, template);
        RecordValidator validator = new RecordValidator(catalog);
        new RecordFile(file, wanted).forEach(row -> {
            rows++;
            List<Violation> violations = row.fault().isPresent() ? List.of() : validator.validate(wanted, row.items());
            if (row.fault().isPresent() || !violations.isEmpty()) {
                bad++;
                report(row, violations);
            }
        });
        if (isJson()) {
            ObjectNode all = JsonNodeFactory.instance.objectNode();
            all.put("template", wanted.reference().toString());
            all.put("records", rows);
            all.put("bad", bad);
            json(all);
        } else {
            line(text(bad == 0 ? "validate.good" : "validate.bad", wanted.reference(), rows, bad));
        }
        return bad == 0 ? DONE : REFUSED;
    }

    private void report(RecordRow row, List<Violation> violations) {
        String fault = row.fault().map(f -> text(f.key(), f.part())).orElse("");
        if (isJson()) {
            ObjectNode json = JsonNodeFactory.instance.objectNode();
            json.put("row", row.number());
            if (!fault.isEmpty()) {
                json.put("fault", fault);
            }
            var array = json.putArray("violations");
            for (Violation violation : violations) {
                array.addObject()
                        .put("path", violation.path())
                        .put("rule", violation.rule())
                        .put("given", violation.given())
                        .put("allowed", word(violation.allowed()))
                        .put("hint", word(violation.hint()))
                        .put("message", violation.message(locale()));
            }
            json(json);
            return;
        }
        if (!fault.isEmpty()) {
            line(text("validate.row", row.number(), fault));
        }
        for (Violation violation : violations) {
            line(text("validate.row", row.number(), violation.message(locale())));
        }
    }
}
