// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;

class ProblemAdviceTest {
    private final ProblemAdvice advice = new ProblemAdvice();

    private static MockServerHttpRequest asking(String uri, @Nullable String language) {
        var request = MockServerHttpRequest.get(uri);
        return language == null
                ? request.build()
                : request.header(HttpHeaders.ACCEPT_LANGUAGE, language).build();
    }

    private static ProblemException refusal() {
        return ProblemException.badRequest(
                new Wording("没有年度。", "There is no year."),
                new WordedViolation("year", "", new Wording("年度", "a year"), Wording.NONE));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "/, -, 没有年度。, 请求有误, 年度, zh-CN",
                "/, en, There is no year., Bad request, a year, en",
                "/, 'fr, en;q=0.5', There is no year., Bad request, a year, en",
                "/, zh-CN, 没有年度。, 请求有误, 年度, zh-CN",
                "/?lang=en, zh, There is no year., Bad request, a year, en"
            })
    void known_isAnsweredInTheLanguageAskedFor(
            String uri, String accepted, String detail, String title, String allowed, String tag) {
        ResponseEntity<Problem> answer = advice.known(refusal(), asking(uri, accepted));
        Problem problem = answer.getBody();
        assertThat(problem).isNotNull();
        assertThat(problem.detail()).isEqualTo(detail);
        assertThat(problem.title()).isEqualTo(title);
        assertThat(problem.violations()).containsExactly(new Violation("year", "", allowed, ""));
        assertThat(answer.getHeaders().getFirst(HttpHeaders.CONTENT_LANGUAGE)).isEqualTo(tag);
        assertThat(answer.getHeaders().getVary()).containsExactly(HttpHeaders.ACCEPT_LANGUAGE);
    }

    @Test
    void fault_isToldWithoutItsCause() {
        Problem problem = advice.fault(new IllegalStateException("secret"), asking("/", "en"))
                .getBody();
        assertThat(problem).isNotNull();
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.toString()).doesNotContain("secret");
    }

    @Test
    void wording_withOneLanguageOnly_isNone() {
        assertThatThrownBy(() -> new Wording("年度", "")).isInstanceOf(IllegalArgumentException.class);
    }
}
