// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.phrase;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.tanma.sdk.cli.CommandLanguage;

/** Everything the commands of one package say, in one language. */
public final class Phrases {
    private static final ResourceBundle.Control EXACTLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private Phrases(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The catalogue {@code messages_zh} or {@code messages_en} of a package, as {@link CommandLanguage#choose} finds. */
    public static Phrases choose(String packageName, String[] arguments, Map<String, String> environment) {
        return in(packageName, CommandLanguage.choose(arguments, environment));
    }

    /** The catalogue of a package in this language, {@link Locale#CHINESE} or {@link Locale#ENGLISH}. */
    public static Phrases in(String packageName, Locale language) {
        return new Phrases(ResourceBundle.getBundle(packageName + ".messages", language, EXACTLY));
    }

    public ResourceBundle bundle() {
        return bundle;
    }

    public boolean isChinese() {
        return bundle.getLocale().getLanguage().equals("zh");
    }

    /** The phrase of this key, with {@code {0}}, {@code {1}}… replaced; numbers are written without grouping. */
    public String text(String key, Object... parts) {
        Object[] plain = new Object[parts.length];
        for (int i = 0; i < parts.length; i++) {
            plain[i] = parts[i].toString();
        }
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(plain);
    }
}
