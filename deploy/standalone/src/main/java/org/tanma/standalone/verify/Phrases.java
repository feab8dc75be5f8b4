// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.tanma.carbon.text.LocalText;
import org.tanma.sdk.cli.CommandLanguage;

/** Everything the verifier's commands say, in one language. */
final class Phrases {
    private static final String CATALOGUE = "org.tanma.standalone.verify.messages";
    private static final ResourceBundle.Control EXACTLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private Phrases(Locale language) {
        this.bundle = ResourceBundle.getBundle(CATALOGUE, language, EXACTLY);
    }

    /** In the language that {@link CommandLanguage#choose} finds. */
    static Phrases choose(String[] arguments, Map<String, String> environment) {
        return new Phrases(CommandLanguage.choose(arguments, environment));
    }

    ResourceBundle bundle() {
        return bundle;
    }

    /** The phrase of this key, with {@code {0}}, {@code {1}}… replaced; numbers are written without grouping. */
    String text(String key, Object... parts) {
        Object[] plain = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            plain[i] = parts[i].toString();
        }
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(plain);
    }

    String text(LocalText text) {
        return bundle.getLocale().getLanguage().equals("zh") ? text.zh() : text.en();
    }
}
