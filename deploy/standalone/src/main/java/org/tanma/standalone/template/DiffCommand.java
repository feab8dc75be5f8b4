// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.template;

import java.io.IOException;
import org.tanma.standalone.phrase.Phrases;
import org.tanma.template.change.TemplateChange;
import org.tanma.template.change.TemplateDiff;
import org.tanma.template.load.TemplateCatalog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code tanma template diff A B}: what changes from one template to another, and which step of versions that needs. */
@Command(name = "diff")
final class DiffCommand extends TemplateVerb {
    @Parameters(index = "0", paramLabel = "A", descriptionKey = "diff.before")
    private String before = "";

    @Parameters(index = "1", paramLabel = "B", descriptionKey = "diff.after")
    private String after = "";

    DiffCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int run(TemplateCatalog catalog) throws IOException, UnreadableFileException {
        TemplateDiff diff = TemplateDiff.of(template(catalog, before), template(catalog, after));
        boolean isOneTemplate = diff.before().name().equals(diff.after().name());
        boolean isHonest = !isOneTemplate || diff.changes().isEmpty() || diff.isHonest();
        if (isJson()) {
            json(document(diff, isHonest));
        } else {
            line(text("diff.title", diff.before(), diff.after()));
            diff.changes().forEach(change -> line("  " + mark(change) + " " + word(change.words())));
            String verdict = isOneTemplate && !isHonest
                    ? word(diff.findFault().orElseThrow())
                    : text("diff.needed", word(TemplateDiff.word(diff.needed())));
            line(diff.changes().isEmpty() ? text("diff.same") : verdict);
        }
        return isHonest ? DONE : REFUSED;
    }

    private static String mark(TemplateChange change) {
        return switch (change.step()) {
            case MAJOR -> "!";
            case MINOR -> "+";
            case PATCH, NONE -> "·";
        };
    }

    private ObjectNode document(TemplateDiff diff, boolean isHonest) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("before", diff.before().toString());
        json.put("after", diff.after().toString());
        json.put("needed", diff.needed().toString());
        json.put("given", diff.given().toString());
        json.put("honest", isHonest);
        var changes = json.putArray("changes");
        for (TemplateChange change : diff.changes()) {
            changes.addObject()
                    .put("kind", change.kind().toString())
                    .put("path", change.path())
                    .put("aspect", change.aspect())
                    .put("before", change.before())
                    .put("after", change.after())
                    .put("step", change.step().toString())
                    .put("words", word(change.words()));
        }
        return json;
    }
}
