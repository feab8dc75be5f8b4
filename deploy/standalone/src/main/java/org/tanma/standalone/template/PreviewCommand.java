// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tanma.standalone.phrase.Phrases;
import org.tanma.template.change.Migration;
import org.tanma.template.change.MigrationFile;
import org.tanma.template.change.MigrationPreview;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.validate.RecordValidator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code tanma template preview RECORDS --from A --to B}: which records of a file another version would refuse, and why. */
@Command(name = "preview")
final class PreviewCommand extends TemplateVerb {
    @Parameters(paramLabel = "RECORDS", descriptionKey = "option.file")
    private Path file = Path.of("");

    @Option(names = "--from", required = true, paramLabel = "A", descriptionKey = "preview.from")
    private String from = "";

    @Option(names = "--to", required = true, paramLabel = "B", descriptionKey = "preview.to")
    private String to = "";

    @Option(names = "--steps", paramLabel = "FILE.json", descriptionKey = "preview.steps")
    private @Nullable Path steps;

    private long broken;

    PreviewCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int run(TemplateCatalog catalog) throws IOException, UnreadableFileException {
        MetadataTemplate older = template(catalog, from);
        MetadataTemplate newer = template(catalog, to);
        MigrationPreview preview = new MigrationPreview(new RecordValidator(catalog), newer, migration(older, newer));
        new RecordFile(file, older).forEach(row -> {
            if (row.fault().isPresent()) {
                broken++;
            } else {
                preview.accept(String.valueOf(row.number()), row.items());
            }
        });
        if (broken > 0) {
            err(text("preview.broken", broken));
        }
        MigrationPreview.Summary summary = preview.summary();
        if (isJson()) {
            json(document(summary));
        } else {
            print(newer, summary);
        }
        return summary.breaking() == 0 && broken == 0 ? DONE : REFUSED;
    }

    private Migration migration(MetadataTemplate older, MetadataTemplate newer)
            throws IOException, UnreadableFileException {
        if (steps == null) {
            return Migration.unchanged(older.reference(), newer.reference());
        }
        try {
            Migration migration = MigrationFile.read(steps.toString(), Files.readString(steps));
            migration.requireSuits(older, newer);
            return migration;
        } catch (IllegalArgumentException e) {
            throw new UnreadableFileException("preview.badSteps", String.valueOf(e.getMessage()));
        }
    }

    private void print(MetadataTemplate newer, MigrationPreview.Summary summary) {
        line(text("preview.title", newer.reference(), summary.records(), summary.breaking(), summary.losing()));
        for (MigrationPreview.Reason reason : summary.reasons()) {
            line("  " + text("preview.reason", reason.item(), reason.rule(), reason.records()));
            for (MigrationPreview.Example example : reason.examples()) {
                line("    "
                        + text(
                                "validate.row",
                                example.subject(),
                                example.violation().message(locale())));
            }
        }
        summary.losses().forEach((item, records) -> line("  " + text("preview.loss", item, records)));
    }

    private ObjectNode document(MigrationPreview.Summary summary) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("records", summary.records());
        json.put("breaking", summary.breaking());
        json.put("losing", summary.losing());
        var reasons = json.putArray("reasons");
        for (MigrationPreview.Reason reason : summary.reasons()) {
            ObjectNode one = reasons.addObject();
            one.put("item", reason.item());
            one.put("rule", reason.rule());
            one.put("records", reason.records());
            var examples = one.putArray("examples");
            reason.examples()
                    .forEach(e -> examples.addObject()
                            .put("row", e.subject())
                            .put("message", e.violation().message(locale())));
        }
        ObjectNode losses = json.putObject("losses");
        summary.losses().forEach(losses::put);
        return json;
    }
}
