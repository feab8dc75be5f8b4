// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.approval;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.template.load.InvalidTemplateException;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateTier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the text of an enterprise's template, and says what keeps it from being published. */
final class DraftCheck {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ITEM = Pattern.compile("item '([^']{1,50})'");
    private static final String FILE = "template";

    private final TemplateCatalog catalog;

    DraftCheck(TemplateCatalog catalog) {
        this.catalog = catalog;
    }

    /** Name and version as the text gives them; empty where it gives none. */
    static String title(String content) {
        try {
            JsonNode tree = JSON.readTree(content);
            String name = tree.path("name").asString("");
            String title = name + "@" + tree.path("version").asString("");
            return name.isEmpty() ? "" : title.substring(0, Math.min(title.length(), 100));
        } catch (JacksonException e) {
            return "";
        }
    }

    /**
     * The template that this text is, under a handle of the enterprise.
     *
     * @throws InvalidTemplateException when it is none
     */
    MetadataTemplate read(String prefix, String content) {
        MetadataTemplate t = catalog.read(FILE, content);
        return new MetadataTemplate(
                HandleName.parse(prefix + "/" + t.handle().suffix()),
                t.name(),
                t.version(),
                t.title(),
                t.description(),
                t.tier(),
                t.parent(),
                t.industry(),
                t.objectType(),
                t.ttlSeconds(),
                t.isIssuedByNode(),
                t.items(),
                t.rules());
    }

    /** What is wrong with it, by path; empty when it can be published. */
    List<WordedViolation> violations(String prefix, String content) {
        List<WordedViolation> found = new ArrayList<>();
        MetadataTemplate template;
        try {
            template = read(prefix, content);
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            Matcher item = ITEM.matcher(message);
            found.add(new WordedViolation(
                    item.find() ? "items." + item.group(1) : FILE,
                    "",
                    new Wording("docs/templates.md 所述的模板文件", "a template file as docs/templates.md describes it"),
                    Wording.same(message)));
            return found;
        }
        if (template.tier() != TemplateTier.ENTERPRISE || template.parent().isEmpty()) {
            found.add(new WordedViolation(
                    "tier",
                    template.tier().name(),
                    new Wording(
                            "enterprise，且 extends 一个公共或行业模板", "enterprise, extending a public or industry template"),
                    Wording.NONE));
        }
        if (template.isIssuedByNode()) {
            found.add(new WordedViolation("issuedByNode", "true", Wording.same("false"), Wording.NONE));
        }
        if (catalog.find(template.name(), template.version()).isPresent()) {
            found.add(new WordedViolation(
                    "version",
                    template.version().toString(),
                    new Wording("尚未发布的版本", "a version that is not published yet"),
                    Wording.NONE));
        }
        boolean isOthers = catalog.versions(template.name()).stream()
                .anyMatch(t -> !t.handle().equals(template.handle()));
        if (isOthers) {
            found.add(new WordedViolation(
                    "name",
                    template.name(),
                    new Wording("未被其他模板使用的名称", "a name that no other template has"),
                    Wording.NONE));
        }
        boolean isTaken = catalog.all().stream()
                .anyMatch(t -> t.handle().equals(template.handle()) && !t.name().equals(template.name()));
        if (isTaken) {
            found.add(new WordedViolation(
                    "suffix",
                    template.handle().toString(),
                    new Wording("未被其他模板使用的后缀", "a suffix that no other template has"),
                    Wording.NONE));
        }
        return found;
    }
}
