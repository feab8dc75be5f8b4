// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanma.standalone.phrase.Phrases;

/** The catalogue as people read it. */
final class ConfigPages {
    private static final String PAGE_HEAD = """
            # Configuration

            Everything that can be set on a node, as `./tanma config --markdown` prints it; a test holds this page to the code.
            `./tanma up --config FILE` reads a file, options go before it. `./tanma config --template` prints a complete file;
            `./tanma config --config FILE` checks one and shows what holds with it.

            ```yaml
            node:
              prefix: 88.118
              drain: 20
            peers:
              datagrams: 4000
            ```

            Keys are grouped in sections. Whatever is unknown, of a wrong type, out of range or given twice stops the start, all of
            it named by file and line (exit 1). Numbers are whole and in the unit shown. A path is relative to the file. Passwords
            have no place in the file: name a file that holds one, or set `TANMA_DATABASE_USER`, `TANMA_DATABASE_PASSWORD`,
            `TANMA_REDIS`, which go before the file.
            """;

    private final Catalogue catalogue;
    private final Settings settings;
    private final Phrases phrases;

    ConfigPages(Settings settings, Phrases phrases) {
        this.catalogue = settings.catalogue();
        this.settings = settings;
        this.phrases = phrases;
    }

    /** A line or two for each knob, with what was given. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (Knob knob : catalogue.knobs()) {
            String value = settings.isGiven(knob.key())
                    ? phrases.text("line.given", settings.required(knob.key()), settings.origin(knob.key()))
                    : phrases.text("line.default", knob.defaultText(phrases));
            String option = knob.option().isEmpty() ? "" : "  " + knob.option();
            lines.add(knob.key() + ": " + value + "; " + phrases.text("line.allowed", knob.allowed(phrases)) + option);
            lines.add("    " + knob.why(phrases));
        }
        return lines;
    }

    /** A complete file in which every key is a comment with its default. */
    List<String> template() {
        List<String> lines = new ArrayList<>();
        lines.add("# " + phrases.text("template.head"));
        lines.add("# " + phrases.text("template.paths"));
        for (String section : catalogue.sections()) {
            lines.add("");
            lines.add("#" + section + ":");
            for (Knob knob : catalogue.knobs()) {
                if (knob.section().equals(section)) {
                    lines.add("  # " + knob.why(phrases));
                    lines.add("  # " + phrases.text("line.allowed", knob.allowed(phrases)) + "; "
                            + phrases.text("line.default", knob.defaultText(phrases)));
                    lines.add("#  " + knob.name() + ": " + knob.standard());
                }
            }
        }
        return lines;
    }

    /** The page of the documentation. */
    List<String> markdown() {
        List<String> lines = new ArrayList<>(PAGE_HEAD.lines().toList());
        for (String section : catalogue.sections()) {
            lines.add("");
            lines.add("## " + section);
            lines.add("");
            lines.add("| key | default | allowed | option | why |");
            lines.add("|---|---|---|---|---|");
            for (Knob knob : catalogue.knobs()) {
                if (knob.section().equals(section)) {
                    lines.add("| " + String.join(" | ", cells(knob)) + " |");
                }
            }
        }
        return lines;
    }

    private List<String> cells(Knob knob) {
        String option = knob.option().isEmpty() ? "" : "`" + (knob.option() + " " + knob.parameter()).strip() + "`";
        return List.of(
                "`" + knob.key() + "`", knob.defaultText(phrases), knob.allowed(phrases), option, knob.why(phrases));
    }

    /** For machines: {@code key}, {@code default}, {@code unit}, {@code allowed}, {@code why}; {@code least} and {@code most} of
     * a number; {@code option} where there is one; {@code value} and {@code from} where it was given. */
    List<Map<String, Object>> objects() {
        List<Map<String, Object>> objects = new ArrayList<>();
        for (Knob knob : catalogue.knobs()) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("key", knob.key());
            object.put("default", knob.standard().isEmpty() ? knob.defaultText(phrases) : typed(knob, knob.standard()));
            object.put("unit", knob.unit());
            object.put("allowed", knob.allowed(phrases));
            if (knob.kind().isNumber()) {
                object.put("least", knob.least());
                object.put("most", knob.most());
            }
            if (!knob.option().isEmpty()) {
                object.put("option", knob.option());
            }
            object.put("why", knob.why(phrases));
            if (settings.isGiven(knob.key())) {
                object.put("value", typed(knob, settings.required(knob.key())));
                object.put("from", settings.origin(knob.key()));
            }
            objects.add(object);
        }
        return objects;
    }

    private static Object typed(Knob knob, String text) {
        if (knob.kind().isNumber()) {
            return Long.valueOf(text);
        }
        return knob.isFlag() ? Boolean.valueOf(text) : text;
    }
}
