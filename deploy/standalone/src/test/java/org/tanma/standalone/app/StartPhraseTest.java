// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tanma.standalone.phrase.Phrases;

/** What is said of starts is said in both languages. */
class StartPhraseTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d\\}");
    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");
    /** Only quote what others said. */
    private static final Set<String> QUOTES = Set.of("reason.said", "reason.of");

    private static ResourceBundle catalogue(Locale language) {
        return Phrases.in(StartPhrase.class.getPackageName(), language).bundle();
    }

    private static Set<String> places(String text) {
        return new TreeSet<>(
                PLACE.matcher(text).results().map(MatchResult::group).toList());
    }

    @Test
    void catalogues_haveTheSameKeys_andNoPlaceThatTheOtherLacks() {
        ResourceBundle chinese = catalogue(Locale.CHINESE);
        ResourceBundle english = catalogue(Locale.ENGLISH);
        assertThat(chinese.keySet()).isEqualTo(english.keySet()).hasSizeGreaterThan(30);
        for (String key : chinese.keySet()) {
            assertThat(places(english.getString(key))).as(key).containsAll(places(chinese.getString(key)));
            assertThat(CHINESE.matcher(chinese.getString(key)).find()).as(key).isEqualTo(!QUOTES.contains(key));
            assertThat(CHINESE.matcher(english.getString(key)).find()).as(key).isFalse();
        }
    }

    @Test
    void everySentence_takesItsPlaces_inBothLanguages() {
        for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH)) {
            for (String key : catalogue(language).keySet()) {
                String said = StartPhrase.of(key, "A", "B", "C", "D", "E").in(language);
                assertThat(said).as(key).doesNotContain("{", "''");
                if (!key.startsWith("reason.")) {
                    assertThat(said).as(key).endsWith(language.equals(Locale.CHINESE) ? "。" : ".");
                }
            }
        }
    }

    @Test
    void phraseInside_isSaidInTheSameLanguage() {
        StartPhrase taken =
                StartPhrase.of("port", "TCP", 8080, "127.0.0.1", StartPhrase.of("reason.taken"), "--web-port");
        assertThat(taken.in(Locale.ENGLISH))
                .isEqualTo("TCP port 8080 on 127.0.0.1 cannot be used (Address already in use);"
                        + " choose another with --web-port PORT.");
        assertThat(taken.in(Locale.CHINESE)).isEqualTo("127.0.0.1 的 TCP 端口 8080 不可用（端口已被占用）；请用 --web-port 另选端口。");
        assertThat(new StartRefusedException(taken, new IOException("x"))).hasMessage(taken.in(Locale.ENGLISH));
    }

    private static void assertReason(IOException e, String chinese, String english) {
        assertThat(Reasons.of(e).in(Locale.CHINESE)).isEqualTo(chinese);
        assertThat(Reasons.of(e).in(Locale.ENGLISH)).isEqualTo(english);
    }

    @Test
    void usualReasons_areSaidInBothLanguages_othersAsTheyAre() {
        assertReason(new AccessDeniedException("/a"), "没有访问 /a 的权限", "permission denied for /a");
        assertReason(new NoSuchFileException("/a"), "/a 不存在", "/a is not there");
        assertReason(new FileSystemException("/a/b", null, "Not a directory"), "/a/b：其上级不是目录", "/a/b: Not a directory");
        assertReason(new FileSystemException("/a", null, "Odd"), "/a：Odd", "/a: Odd");
        assertReason(new BindException("Address already in use (Bind failed)"), "端口已被占用", "Address already in use");
        assertReason(new BindException("Odd"), "Odd", "Odd");
        assertReason(new IOException("odd"), "IO: odd", "IO: odd");
    }
}
