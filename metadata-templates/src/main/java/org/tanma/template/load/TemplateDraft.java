// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.load;

import java.util.Optional;
import org.tanma.template.model.TemplateReference;
import org.tanma.template.model.TemplateVersion;

/**
 * A template file that was read but does not yet have what it inherits.
 *
 * @param file its name, for messages
 */
record TemplateDraft(String file, TemplateFile content) {
    TemplateReference reference() {
        return new TemplateReference(
                Given.field("name", content.name()), TemplateVersion.parse(Given.field("version", content.version())));
    }

    Optional<TemplateReference> parent() {
        return Optional.ofNullable(content.extended()).map(TemplateReference::parse);
    }
}
