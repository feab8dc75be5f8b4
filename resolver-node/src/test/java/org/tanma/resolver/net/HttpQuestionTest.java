// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpQuestionTest {
    private static final String GET = "GET /api/handles/20.5/a HTTP/1.1\r\nHost: x\r\n\r\n";
    private final HttpQuestion question = new HttpQuestion();

    private int read(String request) {
        return question.read(Unpooled.copiedBuffer(request, US_ASCII));
    }

    @Test
    void read_plainRequest_endsWhereTheNextBegins() {
        assertThat(read(GET + "GET /")).isEqualTo(GET.length());
        assertThat(question.target()).isEqualTo("/api/handles/20.5/a");
        assertThat(question.question()).isEqualTo(HttpQuestion.of("/api/handles/20.5/a"));
        assertThat(question.question()).isNotEqualTo(HttpQuestion.of("/api/handles/20.5/A"));
    }

    @Test
    void read_cutAnywhere_waitsForTheRest() {
        for (int length = 0; length < GET.length(); length++) {
            assertThat(read(GET.substring(0, length)))
                    .as(GET.substring(0, length))
                    .isEqualTo(HttpQuestion.UNFINISHED);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/handles/20.5/a HTTP/1.1\r\nhost: x\r\nUser-Agent: curl/8\r\nAccept: */*\r\n\r\n",
                "GET /api/handles/20.5/a?index=1 HTTP/1.1\r\nHost: x\r\nConnection: Keep-Alive\r\n\r\n",
            })
    void read_harmlessHeaders_areAPlainRequest(String request) {
        assertThat(read(request)).isEqualTo(request.length());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HEAD /api/handles/20.5/a HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/site HTTP/1.1\r\nHost: x\r\n\r\n",
                "get /api/handles/20.5/a HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/handles/20.5/a HTTP/1.0\r\nHost: x\r\n\r\n",
                "GET /api/handles/20.5/a HTTP/1.1\r\n\r\n",
                "GET /api/handles/20.5/a b HTTP/1.1\r\nHost: x\r\n\r\n",
                "GET /api/handles/20.5/a HTTP/1.1\nHost: x\n\n",
                "GET /api/handles/20.5/a HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n",
                "GET /api/handles/20.5/a HTTP/1.1\r\nHost: x\r\nAuthorization: Basic eA==\r\n\r\n",
                "GET /api/handles/20.5/a HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\n",
                "GET /api/handles/20.5/a HTTP/1.1\r\nHost: x\r\nHostess: y\r\n\r\n",
                "GET /api/handles/20.5/a HTTP/1.1\r\nHost : x\r\n\r\n",
                "GET /api/handles/20.5/a HTTP/1.1\r\nHost: x\r\n Authorization: y\r\n\r\n",
                "\u0016\u0003\u0001",
            })
    void read_anyOther_isNotForHere(String request) {
        assertThat(read(request)).isEqualTo(HttpQuestion.OTHER);
    }

    @Test
    void read_longestRequest_isPlainAndOneOctetMoreIsNot() {
        String longest = GET.replace("20.5/a", "20.5/" + "a".repeat(HttpQuestion.MOST_OCTETS - GET.length() + 1));
        assertThat(read(longest)).isEqualTo(HttpQuestion.MOST_OCTETS);
        assertThat(read(longest.replace("20.5/", "20.55/"))).isEqualTo(HttpQuestion.OTHER);
    }
}
