// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.change;

import java.util.Locale;
import org.tanma.template.model.BilingualText;

/**
 * One thing that is otherwise in another version of a template.
 *
 * @param path code of the item, a part's place within it ({@code components[].share}), a rule, or a field of the template
 * @param aspect what about it: {@code item}, {@code rule}, or the name of a field
 * @param before as the older version has it; empty for nothing
 * @param after as the newer version has it; empty for nothing
 * @param step how far a version must go for it
 * @param words all of it in a sentence
 */
public record TemplateChange(
        Kind kind, String path, String aspect, String before, String after, VersionStep step, BilingualText words) {
    /** What kind of change. */
    public enum Kind {
        ADDED,
        REMOVED,
        RENAMED,
        NARROWED,
        LOOSENED,
        /** Neither narrower nor looser: it means something else. */
        CHANGED,
        /** More is said about it. */
        EXTENDED,
        REWORDED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
