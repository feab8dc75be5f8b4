// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;

/** The catalogue of everything the commands say, in one language. */
final class Messages {
    private static final String CATALOGUE = "org.tanma.sdk.cli.messages";
    private static final ResourceBundle.Control EXACTLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private Messages(Locale language) {
        this.bundle = ResourceBundle.getBundle(CATALOGUE, language, EXACTLY);
    }

    static Messages of(Locale language) {
        return new Messages(language);
    }

    /** In the language that {@link CommandLanguage#choose} finds. */
    static Messages choose(String[] arguments, Map<String, String> environment) {
        return of(CommandLanguage.choose(arguments, environment));
    }

    Locale language() {
        return bundle.getLocale();
    }

    ResourceBundle bundle() {
        return bundle;
    }

    /** The message of this key, with {@code {0}}, {@code {1}}… replaced; numbers are written without grouping. */
    String text(String key, Object... parts) {
        Object[] plain = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            plain[i] = parts[i].toString();
        }
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(plain);
    }
}
