// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.model;

/** One version of a template by name: {@code device@1.1.0}. */
public record TemplateReference(String name, TemplateVersion version) {
    /** Reads {@code device@1.1.0}; anything else is an {@link IllegalArgumentException}. */
    public static TemplateReference parse(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1) {
            throw new IllegalArgumentException("'" + text + "' is not of the form device@1.0.0");
        }
        return new TemplateReference(text.substring(0, at), TemplateVersion.parse(text.substring(at + 1)));
    }

    @Override
    public String toString() {
        return name + "@" + version;
    }
}
