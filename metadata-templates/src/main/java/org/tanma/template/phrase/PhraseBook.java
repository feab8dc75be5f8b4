// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.phrase;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.tanma.template.model.BilingualText;

/** The phrases of one package, read from {@code <name>_zh.properties} and {@code <name>_en.properties} beside a class of it. */
public final class PhraseBook {
    private final Properties zh;
    private final Properties en;

    /** @param beside a class of the package whose catalogues these are */
    public PhraseBook(Class<?> beside, String name) {
        this.zh = read(beside, name + "_zh.properties");
        this.en = read(beside, name + "_en.properties");
    }

    /** The phrase at {@code key} in both languages; {@code {0}} … take the arguments, bilingual ones in their language. */
    public BilingualText of(String key, Object... arguments) {
        return new BilingualText(fill(zh, key, Locale.CHINESE, arguments), fill(en, key, Locale.ENGLISH, arguments));
    }

    public Set<String> keys(Locale locale) {
        return (locale.equals(Locale.ENGLISH) ? en : zh).stringPropertyNames();
    }

    private static String fill(Properties texts, String key, Locale locale, Object... arguments) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no phrase '" + key + "'");
        }
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean slot = text.charAt(i) == '{' && i + 2 < text.length() && text.charAt(i + 2) == '}';
            if (slot) {
                Object argument = arguments[text.charAt(i + 1) - '0'];
                filled.append(argument instanceof BilingualText words ? words.in(locale) : argument);
                i += 2;
            } else {
                filled.append(text.charAt(i));
            }
        }
        return filled.toString();
    }

    private static Properties read(Class<?> beside, String file) {
        try (InputStream in = beside.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no message catalogue " + file);
            }
            Properties texts = new Properties();
            texts.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
