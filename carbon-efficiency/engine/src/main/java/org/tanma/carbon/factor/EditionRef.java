// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.factor;

import java.util.regex.Pattern;

/**
 * Names one immutable edition of a dataset, a method or a scheme; written {@code name/edition}, for example {@code
 * fuels/gbt-32151.34-2024}.
 *
 * @param name lower-case letters, digits and hyphens
 * @param edition letters, digits, dots and hyphens
 */
public record EditionRef(String name, String edition) implements Comparable<EditionRef> {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern EDITION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,63}");

    public EditionRef {
        if (!NAME.matcher(name).matches() || !EDITION.matcher(edition).matches()) {
            throw new IllegalArgumentException(
                    "'%s/%s' is not name/edition in letters, digits, dots and hyphens".formatted(name, edition));
        }
    }

    /** Reads {@code name/edition}. */
    public static EditionRef parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("'" + text + "' is not name/edition");
        }
        return new EditionRef(text.substring(0, slash), text.substring(slash + 1));
    }

    @Override
    public int compareTo(EditionRef other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return name + "/" + edition;
    }
}
