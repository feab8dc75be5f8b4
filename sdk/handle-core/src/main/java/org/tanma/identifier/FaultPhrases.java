// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;

/** The one catalogue of what is said of identifiers, read from {@code faults_zh} and {@code faults_en}. */
final class FaultPhrases {
    private static final Properties ZH = read("faults_zh.properties");
    private static final Properties EN = read("faults_en.properties");

    private FaultPhrases() {}

    static boolean has(Locale locale, String key) {
        return texts(locale).containsKey(key);
    }

    static String text(Locale locale, String key) {
        return text(locale, key, List.of());
    }

    /** The phrase at {@code key}, with {@code {0}} … replaced by the arguments. */
    static String text(Locale locale, String key, List<String> arguments) {
        String text = texts(locale).getProperty(key);
        if (text == null) {
            throw new IllegalArgumentException("no phrase '" + key + "'");
        }
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean isSlot = text.charAt(i) == '{' && i + 2 < text.length() && text.charAt(i + 2) == '}';
            if (isSlot) {
                filled.append(arguments.get(text.charAt(i + 1) - '0'));
                i += 2;
            } else {
                filled.append(text.charAt(i));
            }
        }
        return filled.toString();
    }

    static Set<String> keys(Locale locale) {
        return texts(locale).stringPropertyNames();
    }

    private static Properties texts(Locale locale) {
        return locale.getLanguage().equals("en") ? EN : ZH;
    }

    private static Properties read(String file) {
        try (InputStream in = FaultPhrases.class.getResourceAsStream(file)) {
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
