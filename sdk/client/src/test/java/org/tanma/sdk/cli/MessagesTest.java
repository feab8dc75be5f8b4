// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern PART = Pattern.compile("\\{\\d}|\\$\\{[A-Z-]+}");
    private final Messages english = Messages.of(Locale.ENGLISH);
    private final Messages chinese = Messages.of(Locale.CHINESE);

    @Test
    void catalogues_haveTheSameKeysAndParts() {
        assertThat(new TreeSet<>(chinese.bundle().keySet()))
                .isEqualTo(new TreeSet<>(english.bundle().keySet()));
        for (String key : english.bundle().keySet()) {
            assertThat(parts(chinese, key)).as(key).isEqualTo(parts(english, key));
        }
    }

    @Test
    void choose_optionThenEnvironmentThenEnglish() {
        Map<String, String> chineseHome = Map.of("LANG", "zh_CN.UTF-8");
        assertThat(choose(Map.of())).isEqualTo(Locale.ENGLISH);
        assertThat(choose(chineseHome)).isEqualTo(Locale.CHINESE);
        assertThat(choose(Map.of("LANG", "zh_CN.UTF-8", "LC_ALL", "C"))).isEqualTo(Locale.ENGLISH);
        assertThat(choose(chineseHome, "resolve", "--lang", "en")).isEqualTo(Locale.ENGLISH);
        assertThat(choose(Map.of(), "--lang=zh")).isEqualTo(Locale.CHINESE);
        assertThat(choose(Map.of("LANG", "fr_FR.UTF-8"))).isEqualTo(Locale.ENGLISH);
    }

    private static Locale choose(Map<String, String> environment, String... arguments) {
        return Messages.choose(arguments, environment).language();
    }

    private static TreeSet<String> parts(Messages messages, String key) {
        return PART.matcher(messages.bundle().getString(key))
                .results()
                .map(MatchResult::group)
                .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
    }
}
