// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * A catalogue of sentences in every {@link Language}, from UTF-8 files {@code <name>_zh.properties} and {@code
 * <name>_en.properties} on the class path.
 *
 * <p>Contract: both files have the same keys, else loading fails and names the odd ones. Keys are dotted; templates reach
 * them as {@code {{t.verdict.valid}}}. Immutable.
 */
public final class Messages {
    private final Map<Language, Properties> texts = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, Object>> trees = new EnumMap<>(Language.class);

    private Messages() {}

    public static Messages load(Class<?> owner, String name) {
        Messages messages = new Messages();
        Set<String> odd = difference(messages.add(owner, name, Language.ZH), messages.add(owner, name, Language.EN));
        if (!odd.isEmpty()) {
            throw new IllegalStateException("catalogue " + name + " lacks in one language: " + odd);
        }
        return messages;
    }

    private Properties add(Class<?> owner, String name, Language language) {
        Properties properties = read(owner, name + "_" + language.code() + ".properties");
        texts.put(language, properties);
        trees.put(language, tree(properties));
        return properties;
    }

    private static Properties read(Class<?> owner, String file) {
        try (var in = owner.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("no message catalogue " + file + " beside " + owner.getName());
            }
            Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
            Properties properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> difference(Properties a, Properties b) {
        Set<String> odd = new TreeSet<>(a.stringPropertyNames());
        odd.removeAll(b.stringPropertyNames());
        Set<String> other = new TreeSet<>(b.stringPropertyNames());
        other.removeAll(a.stringPropertyNames());
        odd.addAll(other);
        return odd;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> tree(Properties properties) {
        Map<String, Object> root = new HashMap<>();
        for (String key : properties.stringPropertyNames()) {
            Map<String, Object> node = root;
            String[] parts = key.split("\\.");
            for (int i = 0; i < parts.length - 1; i++) {
                node = (Map<String, Object>) node.computeIfAbsent(parts[i], k -> new HashMap<String, Object>());
            }
            node.put(parts[parts.length - 1], properties.getProperty(key));
        }
        return root;
    }

    /** The sentence at {@code key}, with {@code {0}}, {@code {1}} … filled in when arguments are given. */
    public String text(Language language, String key, Object... arguments) {
        Properties properties = texts.get(language);
        String pattern = properties == null ? null : properties.getProperty(key);
        if (pattern == null) {
            throw new IllegalArgumentException("no message '" + key + "' in " + language);
        }
        return arguments.length == 0
                ? pattern
                : new MessageFormat(pattern, Locale.forLanguageTag(language.tag())).format(arguments);
    }

    /** All sentences as a tree of maps, for templates. */
    public Map<String, Object> tree(Language language) {
        return trees.getOrDefault(language, Map.of());
    }
}
