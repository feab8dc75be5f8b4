// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.load;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tanma.template.model.BilingualText;
import org.tanma.template.model.TemplateItem;

/** What a file gives, else what is inherited, else a default or a refusal that names the field. */
final class Given {
    private Given() {}

    static <T> T field(String field, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException("field '" + field + "' is missing");
        }
        return value;
    }

    static <T> T or(@Nullable T value, Optional<TemplateItem> inherited, Function<TemplateItem, T> of, T otherwise) {
        return value != null ? value : inherited.map(of).orElse(otherwise);
    }

    static <T> T must(String field, @Nullable T value, Optional<TemplateItem> inherited, Function<TemplateItem, T> of) {
        return value != null ? value : inherited.map(of).orElseGet(() -> field(field, null));
    }

    static BilingualText words(@Nullable String zh, @Nullable String en, BilingualText otherwise) {
        return new BilingualText(zh == null ? otherwise.zh() : zh, en == null ? otherwise.en() : en);
    }
}
