// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PagesTest {
    private final Messages messages = Messages.load(PagesTest.class, "/page/probe");
    private final Pages pages = new Pages(PagesTest.class, messages);

    @Test
    void render_escapesWhatItPrints_andLinksTheOtherLanguage() {
        String html =
                pages.render("probe", new PageHead(Language.ZH, "窑", "/c/X?y=1", false), Map.of("name", "<script>&"));
        assertThat(html)
                .contains("<html lang=\"zh-CN\">", "&lt;script&gt;&amp;", "你好", "/c/X?y&#x3D;1&amp;lang&#x3D;en");
        assertThat(html).doesNotContain("<script>", "演示数据");
    }

    @Test
    void render_demonstration_saysSoInBothLanguages() {
        String html = pages.render("probe", new PageHead(Language.EN, "Kiln", "/c/X", true), Map.of("name", "x"));
        assertThat(html).contains("演示数据", "Demonstration data", "hello");
    }

    @Test
    void answer_policyAllowsNoScript() {
        var headers = pages.answer(200, Language.EN, "x").getHeaders();
        assertThat(headers.getFirst("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .doesNotContain("script", "unsafe");
    }

    @Test
    void choose_parameterBeforeHeaderBeforeChinese() {
        assertThat(Language.choose("en", "zh-CN")).isEqualTo(Language.EN);
        assertThat(Language.choose(null, "en-GB,en;q=0.9,zh;q=0.1")).isEqualTo(Language.EN);
        assertThat(Language.choose("fr", "de")).isEqualTo(Language.ZH);
        assertThat(Language.choose(null, ";;;q=x")).isEqualTo(Language.ZH);
    }

    @Test
    void text_fillsArguments_andUnknownKeysFail() {
        assertThat(messages.text(Language.EN, "greet.name", "kiln")).isEqualTo("hello kiln");
        assertThatThrownBy(() -> messages.text(Language.EN, "nope")).hasMessageContaining("nope");
    }
}
