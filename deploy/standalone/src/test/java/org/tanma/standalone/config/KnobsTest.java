// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tanma.resolver.cache.AnswerCacheConfig;
import org.tanma.resolver.net.NetLimits;
import org.tanma.resolver.net.NetTransport;
import org.tanma.resolver.resolve.RecursionConfig;
import org.tanma.resolver.store.rocks.RocksStoreConfig;
import org.tanma.standalone.bench.BenchRecords;
import org.tanma.standalone.phrase.Phrases;

/** Every knob of the catalogue does something, within its range only, and its default is the one of the code. */
class KnobsTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    /** What a knob needs beside it, or it is no whole. */
    private static final Map<String, String> BESIDE = Map.of(
            "tls.certificate-file",
            "certificate.pem",
            "tls.key-file",
            "key.pem",
            "peers.in-flight-total",
            "2147483647");

    @TempDir
    private Path directory;

    private static Stream<Knob> knobs() {
        return CATALOGUE.knobs().stream();
    }

    private static Stream<Knob> numbers() {
        return knobs().filter(knob -> knob.kind().isNumber());
    }

    private NodeSettings settings(Map<String, String> given) throws Exception {
        StringBuilder text = new StringBuilder();
        for (Map.Entry<String, String> one : new TreeMap<>(given).entrySet()) {
            String[] key = one.getKey().split("\\.");
            String header = key[0] + ":\n";
            text.append(text.indexOf(header) < 0 ? header : "");
            text.append("  ").append(key[1]).append(": ").append(one.getValue()).append('\n');
        }
        Settings settings = new Settings(CATALOGUE, Phrases.in(KnobsTest.class.getPackageName(), Locale.ENGLISH));
        settings.read(Files.writeString(directory.resolve("tanma.yaml"), text));
        return NodeSettings.of(settings, Map.of());
    }

    private Map<String, String> with(Knob knob, String value) {
        Map<String, String> given = new TreeMap<>();
        BESIDE.forEach((key, text) -> {
            if (CATALOGUE.find(key).orElseThrow().section().equals(knob.section())) {
                given.put(key, text);
            }
        });
        given.put(knob.key(), value);
        return given;
    }

    private String other(Knob knob) throws Exception {
        return switch (knob.kind()) {
            case WHOLE -> Long.toString(knob.standard().equals("7") ? 9 : 7);
            case POWER -> "128";
            case FLAG -> knob.flipped();
            case TRANSPORT -> "nio";
            case MEMORY -> "heap";
            case ACCESS_LOG -> "sampled:10";
            case PREFIX -> "20.500.10";
            case HOST -> "127.0.0.2";
            case WEB_URL -> "https://example.org/x";
            case HANDLE_URL -> "handle://192.0.2.1:2641";
            case JDBC_URL -> "jdbc:postgresql://192.0.2.1/tanma";
            case REDIS_URL -> "redis://192.0.2.1:6379";
            case HEADER -> "CF-IPCountry";
            case OID -> "2.999.1";
            case DOMAIN -> "ors.example";
            case TEXT -> "somebody";
            case PATH ->
                Files.writeString(directory.resolve("other"), "secret-word").toString();
        };
    }

    @ParameterizedTest
    @MethodSource("knobs")
    void everyKnob_changesWhatIsReadWhenItIsGiven(Knob knob) throws Exception {
        Map<String, String> without = with(knob, "");
        without.remove(knob.key());
        if (BESIDE.containsKey(knob.key())) {
            without.put(knob.key(), BESIDE.get(knob.key()));
        }
        String value = knob.key().equals("peers.in-flight-total") ? "70000" : other(knob);
        assertThat(settings(with(knob, value))).isNotEqualTo(settings(without));
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void everyNumber_isTakenAtItsBoundsAndRefusedOneBeyond(Knob knob) throws Exception {
        Map<String, String> least = with(knob, Long.toString(knob.least()));
        if (knob.key().equals("peers.in-flight-total")) {
            least.put("peers.in-flight", "1");
        }
        assertThat(settings(least)).isNotNull();
        assertThat(settings(with(knob, Long.toString(knob.most())))).isNotNull();
        for (long beyond : new long[] {knob.least() - 1, knob.most() + 1}) {
            assertThatThrownBy(() -> settings(with(knob, Long.toString(beyond))))
                    .isInstanceOf(FaultySettingsException.class)
                    .message()
                    .contains("tanma.yaml:", knob.key() + " is '" + beyond + "'", knob.least() + " to " + knob.most());
        }
    }

    @ParameterizedTest
    @MethodSource("knobs")
    void everyKnob_refusesAListAndNothing(Knob knob) {
        for (String value : List.of("[1]", "{a: 1}", "")) {
            assertThatThrownBy(() -> settings(with(knob, value)))
                    .isInstanceOf(FaultySettingsException.class)
                    .message()
                    .contains("tanma.yaml:", knob.key(), "allowed: ");
        }
    }

    @Test
    void withNothingGiven_theDefaultsOfTheCodeHold() throws Exception {
        NodeSettings settings = settings(Map.of());
        EngineSettings engines = settings.engines();

        assertThat(engines.limits()).isEqualTo(NetLimits.DEFAULT);
        assertThat(engines.transport()).isEqualTo(NetTransport.DEFAULT);
        assertThat(engines.cache()).isEqualTo(AnswerCacheConfig.DEFAULT);
        assertThat(engines.recursion()).isEqualTo(RecursionConfig.DEFAULT);
        assertThat(engines.store(directory)).isEqualTo(RocksStoreConfig.of(directory));
        assertThat(engines.tls()).isEmpty();
        assertThat(settings.benchPrefix()).isEqualTo(BenchRecords.PREFIX);
        assertThat(settings.data()).isEqualTo(Path.of("tanma-data"));
    }

    @Test
    void networks_areAPowerOfTwo() {
        assertThatThrownBy(() -> settings(Map.of("peers.networks", "100")))
                .hasMessageContaining("a power of two, 64 to 16777216");
    }

    @Test
    void knobsThatDoNotAgree_areNamed() {
        assertThatThrownBy(() -> settings(Map.of(
                        "peers.in-flight-total", "5",
                        "tls.key-file", "key.pem",
                        "limits.workers", "1000",
                        "parent.url", "handle://192.0.2.1:2641",
                        "parent.concurrent", "25")))
                .isInstanceOfSatisfying(
                        FaultySettingsException.class,
                        e -> assertThat(e.sentences())
                                .hasSize(3)
                                .anyMatch(s -> s.contains("peers.in-flight-total is below peers.in-flight"))
                                .anyMatch(s -> s.contains("tls.key-file is given without its fellow"))
                                .anyMatch(s -> s.contains("1025 threads")));
    }
}
