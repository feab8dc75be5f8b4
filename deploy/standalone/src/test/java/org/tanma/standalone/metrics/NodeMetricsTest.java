// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.cache.AnswerCacheConfig;
import org.tanma.resolver.cache.CachedAnswer;
import org.tanma.resolver.cache.EpochAnswerCache;
import org.tanma.resolver.cache.Question;
import org.tanma.resolver.net.NodeFaces;
import org.tanma.resolver.net.NodeFacesConfig;
import org.tanma.resolver.net.NodeServices;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.RecordChange;
import org.tanma.resolver.store.rocks.RocksHandleStore;
import org.tanma.resolver.store.rocks.RocksStoreConfig;
import org.tanma.sdk.resolve.TanmaClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The figures and the access log of real faces that were asked something. */
class NodeMetricsTest {
    private static final String HANDLE = "20.500.12345/kiln";
    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");
    private static final Pattern NAME = Pattern.compile("resolver(_[a-z][a-z0-9]*)+");
    /** Units that a name may end with, before the ending that tells how it is counted. */
    private static final Pattern UNIT = Pattern.compile(
            ".*_(requests|questions|answers|events|lines|changes|tasks|threads"
                    + "|connections|sessions|challenges|classes|buffers|bytes|seconds)(_total|_bucket|_count|_sum|_max)?");

    @TempDir
    Path directory;

    private RocksHandleStore store;
    private AccessLogFile log;
    private NodeFaces faces;
    private final EpochAnswerCache cache = EpochAnswerCache.of(AnswerCacheConfig.DEFAULT);
    private NodeMetrics metrics;

    @BeforeEach
    void open() {
        store = RocksHandleStore.open(RocksStoreConfig.of(directory.resolve("records")));
        HandleRecord record = new HandleRecord(
                HandleName.parse(HANDLE), List.of(HandleValue.text(1, "URL", "https://example.org/", 0)));
        store.apply(List.of(RecordChange.put(record, ExpectedVersion.any())));
        log = AccessLogFile.open(AccessLogMode.parse("full"), directory, InstantSource.fixed(NOW));
        faces = NodeFaces.open(
                NodeFacesConfig.on(InetAddress.getLoopbackAddress(), 0, 0),
                NodeServices.of(
                                new ResolutionPipeline(ResponsiblePrefixes.of("20.500.12345"), store),
                                InstantSource.fixed(NOW))
                        .withCache(cache)
                        .withAccessLog(log));
        metrics = NodeMetrics.of(faces, cache, store, log);
    }

    @AfterEach
    void close() {
        metrics.close();
        faces.close();
        log.close();
        store.close();
    }

    private void ask(String url) {
        try (TanmaClient client = TanmaClient.connect(url)) {
            assertThat(client.resolve(HANDLE)).isPresent();
        }
    }

    private void askAll() throws Exception {
        ask("handle://127.0.0.1:" + faces.handlePort());
        ask("handle://127.0.0.1:" + faces.handlePort() + "?transport=tcp");
        askByHttp("Accept", "*/*");
    }

    /** What has a cookie is no plain question, and left to a worker. */
    private void askByHttp(String header, String value) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + faces.httpPort() + "/api/handles/" + HANDLE))
                .header(header, value)
                .build();
        HttpResponse<String> answer = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    private double figure(String start) {
        return metrics.get()
                .lines()
                .filter(line -> line.startsWith(start))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst()
                .orElse(Double.NaN);
    }

    @Test
    void figures_tellWhatWasAsked_byEachFace() throws Exception {
        askAll();
        assertThat(figure("resolver_answered_requests_total{code=\"1\",face=\"udp\",operation=\"resolution\"}"))
                .isPositive();
        assertThat(figure("resolver_answered_requests_total{code=\"1\",face=\"tcp\",operation=\"resolution\"}"))
                .isPositive();
        assertThat(figure("resolver_answered_requests_total{code=\"200\",face=\"http\",operation=\"get\"}"))
                .isEqualTo(1);
        assertThat(figure("resolver_store_committed_changes_total")).isEqualTo(store.lastSequence());
        assertThat(cache.find(new Question().set(1, new byte[4], 0, 4), 0, new CachedAnswer()))
                .isFalse();
        assertThat(figure("resolver_cache_misses_questions_total"))
                .isEqualTo(cache.counts().misses())
                .isPositive();
        assertThat(figure("resolver_limit_events_total{event=\"datagram_dropped\"}"))
                .isZero();
        assertThat(figure("resolver_workers_queue_tasks")).isZero();
        assertThat(figure("resolver_worker_answer_seconds_count{face=\"http\"}"))
                .isNotNegative();
        assertThat(figure("resolver_process_uptime_seconds")).isPositive();
        assertThat(figure("resolver_jvm_memory_used_bytes")).isPositive();
        double before = figure("resolver_answered_requests_total{code=\"200\",face=\"http\"");
        askAll();
        assertThat(figure("resolver_answered_requests_total{code=\"200\",face=\"http\""))
                .isEqualTo(before + 1);
    }

    /** Checks what every histogram promises, and returns how many were counted. */
    private long counted(String name, String face) {
        String label = "{face=\"" + face + "\"";
        List<Long> below = metrics.get()
                .lines()
                .filter(line -> line.startsWith(name + "_bucket" + label))
                .map(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
                .toList();
        assertThat(below).as(name + label).hasSizeGreaterThan(20).isSorted();
        long count = (long) figure(name + "_count" + label);
        assertThat(figure(name + "_bucket" + label + ",le=\"+Inf\"")).isEqualTo(count);
        double seconds = figure(name + "_sum" + label);
        assertThat(seconds).isBetween(0.0, count * 60.0);
        assertThat(seconds > 0).isEqualTo(count > 0);
        return count;
    }

    @Test
    void timesOfAnswers_areHistogramsOfEachFace() throws Exception {
        assertThat(counted("resolver_worker_answer_seconds", "http")).isZero();
        assertThat(counted("resolver_loop_answer_seconds", "udp")).isZero();
        for (int i = 0; i < 3; i++) {
            askAll();
        }
        askByHttp("Cookie", "a=b");
        assertThat(counted("resolver_worker_answer_seconds", "http")).isPositive();
        assertThat(counted("resolver_loop_answer_seconds", "udp")).isBetween(1L, 3L);
        assertThat(counted("resolver_loop_answer_seconds", "tcp")).isBetween(1L, 3L);
        assertThat(metrics.get())
                .contains("# TYPE resolver_worker_answer_seconds histogram")
                .contains("# TYPE resolver_loop_answer_seconds histogram")
                .contains("resolver_loop_answer_seconds_bucket{face=\"udp\",le=\"2.5E-4\"}");
    }

    @Test
    void names_haveThePrefixAndAUnit() throws Exception {
        askAll();
        List<String> names = metrics.get()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .distinct()
                .toList();
        assertThat(names).hasSizeGreaterThan(30);
        assertThat(names).allMatch(name -> NAME.matcher(name).matches());
        assertThat(names).allMatch(name -> UNIT.matcher(name).matches());
    }

    @Test
    void accessLog_holdsWhatWasAsked_aJsonObjectALine() throws Exception {
        askAll();
        faces.close();
        log.close();
        List<JsonNode> lines =
                Files.readAllLines(directory.resolve(AccessLogFile.FILE), StandardCharsets.UTF_8).stream()
                        .map(line -> new JsonMapper().readTree(line))
                        .toList();
        assertThat(lines).extracting(line -> line.get("face").asString()).contains("udp", "tcp", "http");
        assertThat(lines).allSatisfy(line -> {
            assertThat(line.propertyNames())
                    .containsExactly("time", "face", "peer", "operation", "handle", "code", "octets", "micros");
            assertThat(line.get("time").asString()).isEqualTo(NOW.toString());
            assertThat(line.get("peer").asString()).isEqualTo("127.0.0.0/24");
        });
        assertThat(lines)
                .filteredOn(line -> line.get("face").asString().equals("http"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.get("operation").asString()).isEqualTo("get");
                    assertThat(line.get("handle").asString()).isEqualTo(HANDLE);
                    assertThat(line.get("code").asInt()).isEqualTo(200);
                    assertThat(line.get("octets").asInt()).isPositive();
                });
        assertThat(log.written()).isEqualTo(lines.size());
        assertThat(log.dropped()).isZero();
    }
}
