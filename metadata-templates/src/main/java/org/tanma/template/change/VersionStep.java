// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.change;

import java.util.Locale;
import org.tanma.template.model.TemplateVersion;

/** How far a version goes beyond another, from nothing to a major step. */
public enum VersionStep {
    /** No step: the same version, or an older one. */
    NONE,
    /** Other words for the same. */
    PATCH,
    /** Every record that was right stays right. */
    MINOR,
    /** Records that were right may be refused, mean something else, or be seen by more people. */
    MAJOR;

    /** The step from one version to another. */
    public static VersionStep between(TemplateVersion from, TemplateVersion to) {
        if (to.compareTo(from) <= 0) {
            return NONE;
        }
        if (to.major() != from.major()) {
            return MAJOR;
        }
        return to.minor() != from.minor() ? MINOR : PATCH;
    }

    /** The next version by this step. */
    public TemplateVersion after(TemplateVersion version) {
        return switch (this) {
            case NONE -> version;
            case PATCH -> new TemplateVersion(version.major(), version.minor(), version.patch() + 1);
            case MINOR -> new TemplateVersion(version.major(), version.minor() + 1, 0);
            case MAJOR -> new TemplateVersion(version.major() + 1, 0, 0);
        };
    }

    /** The larger of two. */
    VersionStep or(VersionStep other) {
        return compareTo(other) >= 0 ? this : other;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
