// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.tanma.template.model.BilingualText;

/** The one catalogue of everything validation says, read from {@code violations_zh} and {@code violations_en}. */
final class Phrases {
    private static final Properties ZH = read("violations_zh.properties");
    private static final Properties EN = read("violations_en.properties");

    private Phrases() {}

    /** The phrase at {@code key} in both languages; {@code {0}} … take the arguments, bilingual ones in their language. */
    static BilingualText of(String key, Object... arguments) {
        return new BilingualText(fill(ZH, key, Locale.CHINESE, arguments), fill(EN, key, Locale.ENGLISH, arguments));
    }

    /** The phrases one after another, with the separator of each language between them. */
    static BilingualText join(Collection<BilingualText> phrases) {
        return new BilingualText(
                String.join("；", phrases.stream().map(BilingualText::zh).toList()),
                String.join("; ", phrases.stream().map(BilingualText::en).toList()));
    }

    static BilingualText sentence(Violation v) {
        BilingualText what = v.given().isEmpty()
                ? of("sentence.missing", v.subject(), v.problem())
                : of("sentence.given", v.subject(), v.given(), v.problem());
        BilingualText why = v.hint().isEmpty() ? what : of("sentence.hint", what, v.hint());
        return v.allowed().isEmpty() ? of("sentence.end", why) : of("sentence.allowed", why, v.allowed());
    }

    static Set<String> keys(Locale locale) {
        return (locale.equals(Locale.ENGLISH) ? EN : ZH).stringPropertyNames();
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

    private static Properties read(String file) {
        try (InputStream in = Phrases.class.getResourceAsStream(file)) {
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
