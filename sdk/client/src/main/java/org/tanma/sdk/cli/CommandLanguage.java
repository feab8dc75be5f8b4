// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.util.Locale;
import java.util.Map;

/** The language a command speaks. */
public final class CommandLanguage {
    private CommandLanguage() {}

    /**
     * What the user wants: {@code --lang zh} or {@code --lang en} among the arguments first, then {@code LC_ALL}, {@code
     * LC_MESSAGES} and {@code LANG} in this order; English unless one of them says Chinese.
     */
    public static Locale choose(String[] arguments, Map<String, String> environment) {
        String wanted = "";
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i].startsWith("--lang=")) {
                wanted = arguments[i].substring("--lang=".length());
            } else if (arguments[i].equals("--lang") && i + 1 < arguments.length) {
                wanted = arguments[i + 1];
            }
        }
        for (String variable : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            if (wanted.isEmpty()) {
                wanted = environment.getOrDefault(variable, "");
            }
        }
        return wanted.toLowerCase(Locale.ROOT).startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
    }
}
