// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.page;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language the node speaks; its tag is a BCP 47 tag for {@code lang} and {@code Content-Language}. */
public enum Language {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    public String tag() {
        return tag;
    }

    /** {@code zh} or {@code en}: the value of a {@code lang} parameter. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Language other() {
        return this == ZH ? EN : ZH;
    }

    /**
     * Picks the language: an explicit {@code lang} parameter first, then the Accept-Language header, else Chinese.
     *
     * @param parameter {@code zh}, {@code en}, or anything else to be passed over
     * @param acceptLanguage the header's value; a malformed one counts as absent
     */
    public static Language choose(@Nullable String parameter, @Nullable String acceptLanguage) {
        for (Language language : values()) {
            if (language.code().equalsIgnoreCase(parameter)) {
                return language;
            }
        }
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return ZH;
        }
        try {
            List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
            Locale best = Locale.lookup(ranges, List.of(Locale.CHINESE, Locale.ENGLISH));
            return Locale.ENGLISH.equals(best) ? EN : ZH;
        } catch (IllegalArgumentException e) {
            return ZH;
        }
    }
}
