// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.Arrays;
import org.tanma.kit.page.Language;
import org.tanma.kit.page.Messages;
import org.tanma.template.model.BilingualText;
import org.tanma.template.validate.Violation;

/** Words of the registrar in both languages, and the violations made of them. */
public final class Refusals {
    private static final Messages MESSAGES = Messages.load(Refusals.class, "refusals");
    private static final BilingualText HANDLE = of("subject.handle");

    private Refusals() {}

    /** The phrase at {@code key}, bilingual arguments filled in in their language. */
    public static BilingualText of(String key, Object... arguments) {
        return new BilingualText(text(Language.ZH, key, arguments), text(Language.EN, key, arguments));
    }

    private static String text(Language language, String key, Object... arguments) {
        Object[] words = Arrays.stream(arguments)
                .map(a -> a instanceof BilingualText both
                        ? (language == Language.ZH ? both.zh() : both.en())
                        : String.valueOf(a))
                .toArray();
        return MESSAGES.text(language, key, words);
    }

    /** A violation of the row's handle; {@code rule} with {@code .allowed} is what may stand there. */
    static Violation handle(
            String rule, String given, BilingualText problem, BilingualText allowed, BilingualText hint) {
        return new Violation("handle", rule, HANDLE, given, problem, allowed, hint);
    }
}
