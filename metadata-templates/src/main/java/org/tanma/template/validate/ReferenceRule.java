// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;

/** A reference is a handle; when a lookup is at hand, a registered one, made by the template the item names. */
final class ReferenceRule {
    private final TemplateCatalog catalog;

    ReferenceRule(TemplateCatalog catalog) {
        this.catalog = catalog;
    }

    Optional<Violation> check(TemplateItem item, String given, ReferenceLookup lookup) {
        Optional<String> found;
        try {
            found = lookup.findTemplate(HandleName.parse(given));
        } catch (InvalidHandleException e) {
            String reason = String.valueOf(e.getMessage());
            return violation(item, given, Phrases.of("problem.reference"), new BilingualText(reason, reason));
        }
        if (found.isEmpty()) {
            return violation(item, given, Phrases.of("problem.unregistered"), Phrases.of("hint.firstRegister"));
        }
        String template = found.get();
        if (catalog.isA(template, item.referencedTemplate())) {
            return Optional.empty();
        }
        BilingualText problem = Phrases.of("problem.wrongKind", title(template), title(item.referencedTemplate()));
        return violation(item, given, problem, BilingualText.EMPTY);
    }

    /** Takes every handle for one of the right kind: for records whose references are checked elsewhere. */
    Optional<Violation> checkForm(TemplateItem item, String given) {
        return check(item, given, handle -> Optional.of(item.referencedTemplate()));
    }

    private BilingualText title(String template) {
        return catalog.find(template)
                .map(MetadataTemplate::title)
                .orElse(
                        template.isEmpty()
                                ? new BilingualText("无模板的记录", "record without a template")
                                : new BilingualText(template, template));
    }

    private Optional<Violation> violation(TemplateItem item, String given, BilingualText problem, BilingualText hint) {
        BilingualText allowed = Phrases.of("allowed.reference", title(item.referencedTemplate()));
        return Optional.of(new Violation(item.code(), "reference", item.name(), given, problem, allowed, hint));
    }
}
