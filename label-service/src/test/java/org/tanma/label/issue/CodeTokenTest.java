// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CodeTokenTest {
    @Test
    void draw_usesEveryCharacterInEveryPlace_andNeverRepeats() {
        SecureRandom random = new SecureRandom();
        var drawn = IntStream.range(0, 4000)
                .mapToObj(i -> CodeToken.draw(random).text())
                .collect(Collectors.toSet());
        assertThat(drawn).hasSize(4000);
        for (int place = 0; place < CodeToken.LENGTH; place++) {
            int at = place;
            assertThat(drawn.stream().map(t -> t.charAt(at)).distinct()).hasSize(32);
        }
    }

    @Test
    void spaced_isReadBack() {
        CodeToken token = new CodeToken("0123456789ABCDEFGHJK");
        assertThat(token.spaced()).isEqualTo("01234 56789 ABCDE FGHJK");
        assertThat(CodeToken.parse(token.spaced())).hasValue(token);
    }

    @Test
    void parse_readsWhatPeopleType() {
        assertThat(CodeToken.parse("o1234-56789 abcdefghjl")).hasValue(new CodeToken("0123456789ABCDEFGHJ1"));
        assertThat(CodeToken.parse("0123456789ABCDEFGHJU")).isEmpty();
        assertThat(CodeToken.parse("0123456789ABCDEFGHJ")).isEmpty();
        assertThat(CodeToken.parse("")).isEmpty();
    }
}
