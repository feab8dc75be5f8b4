// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.content;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import org.tanma.carbon.text.LocalText;

/** Everything a report says beside its figures, in one language. Immutable. */
public final class ReportWords {
    private static final ResourceBundle.Control EXACTLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private ReportWords(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The words in Chinese if that is asked for, else in English. */
    public static ReportWords in(Locale language) {
        Locale spoken = language.getLanguage().equals(Locale.CHINESE.getLanguage()) ? Locale.CHINESE : Locale.ENGLISH;
        return new ReportWords(
                ResourceBundle.getBundle(ReportWords.class.getPackageName() + ".words", spoken, EXACTLY));
    }

    public boolean isChinese() {
        return bundle.getLocale().getLanguage().equals("zh");
    }

    /** The phrase of a key, with its places filled in. */
    public String text(String key, Object... parts) {
        String pattern = bundle.getString(key);
        return parts.length == 0
                ? pattern.replace("''", "'")
                : new MessageFormat(pattern, bundle.getLocale()).format(parts);
    }

    public String word(LocalText text) {
        return isChinese() ? text.zh() : text.en();
    }

    /** All phrases that have no places to fill in, by key. */
    public Map<String, String> plain() {
        return bundle.keySet().stream()
                .filter(key -> !bundle.getString(key).contains("{"))
                .collect(Collectors.toUnmodifiableMap(key -> key, this::text));
    }
}
