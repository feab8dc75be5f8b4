// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.kit.page.Language;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;

/** Reads what requests bring. */
public final class Requests {
    private Requests() {}

    /** A handle from a trailing path capture, which begins with the slash before it. */
    public static String handleOfPath(String captured) {
        return captured.startsWith("/") ? captured.substring(1) : captured;
    }

    public static HandleName handle(String path, String typed) {
        try {
            return HandleName.parse(typed);
        } catch (InvalidHandleException e) {
            throw ProblemException.badRequest(
                    new Wording("“" + typed + "”不是标识。", "'" + typed + "' is not a handle."),
                    new WordedViolation(
                            path,
                            typed,
                            new Wording("标识，例如 88.118.1/KILN-1", "a handle such as 88.118.1/KILN-1"),
                            new Wording("写作 前缀/后缀", String.valueOf(e.getMessage()))));
        }
    }

    public static Locale locale(@Nullable String lang, @Nullable String acceptLanguage) {
        return Locale.forLanguageTag(Language.choose(lang, acceptLanguage).tag());
    }
}
