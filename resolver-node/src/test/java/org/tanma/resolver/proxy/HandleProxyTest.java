// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.resolve.Resolution;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.store.MemoryHandleStore;

class HandleProxyTest {
    private static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");
    private final MemoryHandleStore store = new MemoryHandleStore();
    private final HandleProxy proxy = new HandleProxy(
            new ResolutionPipeline(ResponsiblePrefixes.of("20.500.12345"), store), InstantSource.fixed(NOW), () -> 0L);

    @BeforeEach
    void fill() {
        put("kiln", value(1, "URL", "https://kiln.example/a?b=c", 100), value(2, "DESC", "kiln", 1));
        put("alias", value(1, "HS_ALIAS", "20.500.12345/kiln", 50), value(2, "URL", "https://old.example/", 9));
        put("far", value(1, "HS_ALIAS", "20.77/x", 50));
        put("round", value(1, "hs_alias", "20.500.12345/ROUND-2", 50));
        put("round-2", value(1, "HS_ALIAS", "20.500.12345/Round", 50));
        for (int i = 0; i <= 11; i++) {
            put("step-" + i, value(1, "HS_ALIAS", "20.500.12345/step-" + (i + 1), 5));
        }
        put("step-12", value(1, "URL", "https://end.example/", 100));
        put(
                "list",
                value(1, "URL", "https://url.example/", 9),
                value(
                        1000,
                        "10320/LOC",
                        "<locations http_sc='303'><location href='https://list.example/'/></locations>",
                        7));
        put(
                "broken-list",
                value(1, "URL", "https://url.example/", 9),
                value(1000, "10320/loc", "<locations><location href='javascript:1'/></locations>", 7));
    }

    private static HandleValue value(int index, String type, String text, long ttlSeconds) {
        return new HandleValue(
                index,
                type,
                text.getBytes(StandardCharsets.UTF_8),
                Ttl.ofSeconds(ttlSeconds),
                ValuePermissions.PUBLIC,
                0,
                List.of());
    }

    private void put(String suffix, HandleValue... values) {
        store.create(new HandleRecord(HandleName.parse("20.500.12345/" + suffix), List.of(values)));
    }

    private ProxyOutcome ask(String suffix) {
        return proxy.ask("20.500.12345/" + suffix, ProxyQuestion.PLAIN);
    }

    private static String told(ProxyOutcome outcome) {
        if (outcome instanceof ProxyOutcome.Sent sent) {
            return sent.status() + " " + sent.address() + " " + sent.ttl().seconds();
        }
        if (outcome instanceof ProxyOutcome.Shown shown) {
            return "shown " + shown.resolution().responseCode().code();
        }
        return "misused";
    }

    @ParameterizedTest
    @CsvSource({
        "kiln, 302 https://kiln.example/a?b=c 100",
        "alias, 302 https://kiln.example/a?b=c 50",
        "list, 303 https://list.example/ 7",
        "broken-list, 302 https://url.example/ 9",
        "none, shown 100",
        "far, shown 302",
        "round, shown 6",
        "step-2, 302 https://end.example/ 5",
        "step-1, shown 6"
    })
    void plainQuestion_leadsTo(String suffix, String expected) {
        assertThat(told(ask(suffix))).isEqualTo(expected);
    }

    @Test
    void alias_notFollowedWhenNotWanted() {
        ProxyQuestion question = new ProxyQuestion(List.of(), List.of(), true, false, "", Map.of(), "", "");

        assertThat(told(proxy.ask("20.500.12345/alias", question))).isEqualTo("302 https://old.example/ 9");
    }

    @Test
    void noRedirect_showsTheHandlesOwnValues() {
        ProxyQuestion question = new ProxyQuestion(List.of(), List.of("HS_ALIAS"), false, true, "", Map.of(), "", "");

        ProxyOutcome.Shown shown = (ProxyOutcome.Shown) proxy.ask("20.500.12345/alias", question);

        assertThat(((Resolution.Found) shown.resolution()).values().decode())
                .extracting(HandleValue::type)
                .containsExactly("HS_ALIAS");
    }

    @Test
    void selection_isOfTheHandleTheAliasNames_andShownWithoutTheAlias() {
        ProxyQuestion byType = new ProxyQuestion(List.of(), List.of("URL"), true, true, "", Map.of(), "", "");
        assertThat(told(proxy.ask("20.500.12345/alias", byType))).isEqualTo("302 https://kiln.example/a?b=c 50");

        ProxyQuestion byIndex = new ProxyQuestion(List.of(2), List.of(), true, true, "", Map.of(), "", "");
        ProxyOutcome.Shown shown = (ProxyOutcome.Shown) proxy.ask("20.500.12345/kiln", byIndex);
        assertThat(((Resolution.Found) shown.resolution()).values().decode())
                .extracting(HandleValue::type)
                .containsExactly("DESC");
    }

    @ParameterizedTest
    @CsvSource({
        "&page=2, 302 https://kiln.example/a?b=c&page=2 100",
        "#top, 302 https://kiln.example/a?b=c#top 100",
        "'\r\nset-cookie: a=b', misused"
    })
    void appendedText_staysBehindTheAddress(String appended, String expected) {
        ProxyQuestion question = new ProxyQuestion(List.of(), List.of(), true, true, appended, Map.of(), "", "");

        assertThat(told(proxy.ask("20.500.12345/kiln", question))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {".evil.example/", ":81/", "@evil.example/", "5"})
    void appendedText_neverLeadsToAnotherHost(String appended) {
        put("bare", value(1, "URL", "https://kiln.example", 100));
        put("port", value(1, "URL", "https://kiln.example:8", 100));
        ProxyQuestion question = new ProxyQuestion(List.of(), List.of(), true, true, appended, Map.of(), "", "");

        assertThat(told(proxy.ask("20.500.12345/port", question))).isEqualTo("misused");
        assertThat(told(proxy.ask("20.500.12345/bare", question))).isEqualTo("misused");
    }

    @Test
    void circle_saysWhichHandle() {
        ProxyOutcome.Shown shown = (ProxyOutcome.Shown) ask("round");

        assertThat(shown.resolution().responseCode()).isEqualTo(ResponseCode.RECURSION_TOO_DEEP);
        assertThat(shown.resolution().message()).contains("20.500.12345/round");
    }
}
