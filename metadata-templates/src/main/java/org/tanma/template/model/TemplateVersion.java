// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.model;

import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A template's version, {@code major.minor.patch}; a published version never changes. */
public record TemplateVersion(int major, int minor, int patch) implements Comparable<TemplateVersion> {
    private static final Pattern FORM = Pattern.compile("(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})\\.(0|[1-9]\\d{0,5})");
    private static final Comparator<TemplateVersion> ORDER = Comparator.comparingInt(TemplateVersion::major)
            .thenComparingInt(TemplateVersion::minor)
            .thenComparingInt(TemplateVersion::patch);

    /** Reads {@code 1.0.0}; anything else is an {@link IllegalArgumentException}. */
    public static TemplateVersion parse(String text) {
        Matcher m = FORM.matcher(text);
        if (!m.matches()) {
            throw new IllegalArgumentException("version '" + text + "' is not of the form 1.0.0");
        }
        return new TemplateVersion(
                Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)), Integer.parseInt(m.group(3)));
    }

    @Override
    public int compareTo(TemplateVersion other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return major + "." + minor + "." + patch;
    }
}
