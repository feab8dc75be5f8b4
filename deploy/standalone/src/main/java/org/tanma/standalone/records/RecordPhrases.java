// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.records;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** Everything the record commands say, in one language. */
final class RecordPhrases {
    private static final ResourceBundle.Control EXACTLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private RecordPhrases(Locale language) {
        this.bundle = ResourceBundle.getBundle("org.tanma.standalone.records.messages", language, EXACTLY);
    }

    static RecordPhrases of(Locale language) {
        return new RecordPhrases(language);
    }

    /** {@code zh}, or English. */
    static RecordPhrases of(String language) {
        return new RecordPhrases(language.equals("zh") ? Locale.CHINESE : Locale.ENGLISH);
    }

    String language() {
        return bundle.getLocale().getLanguage().equals("zh") ? "zh" : "en";
    }

    ResourceBundle bundle() {
        return bundle;
    }

    /** The phrase of this key with its places filled in; numbers are written without grouping. */
    String text(String key, @Nullable Object... parts) {
        Object[] plain = Arrays.stream(parts).map(String::valueOf).toArray();
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(plain);
    }
}
