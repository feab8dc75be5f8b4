// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.resolver.net.NodeFaces;
import org.tanma.resolver.net.NodeFacesConfig;
import org.tanma.resolver.net.NodeServices;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.RecordChange;
import org.tanma.resolver.store.rocks.RocksHandleStore;
import org.tanma.resolver.store.rocks.RocksStoreConfig;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands against a node that holds the records; how fast it is, is not asserted. */
class BenchedNodeTest {
    private static final int RECORDS = 500;

    @TempDir
    static Path directory;

    private static RocksHandleStore store;
    private static NodeFaces faces;

    @BeforeAll
    static void open() {
        store = RocksHandleStore.open(RocksStoreConfig.of(directory));
        BenchRecords records = new BenchRecords(BenchRecords.PREFIX);
        List<RecordChange> changes = new ArrayList<>();
        for (int number = 0; number < RECORDS; number++) {
            changes.add(RecordChange.put(records.record(number), ExpectedVersion.any()));
        }
        store.apply(changes);
        faces = NodeFaces.open(
                NodeFacesConfig.on(InetAddress.getLoopbackAddress(), 0, 0),
                NodeServices.of(
                        new ResolutionPipeline(ResponsiblePrefixes.of(BenchRecords.PREFIX), store),
                        InstantSource.system()));
    }

    @AfterAll
    static void close() {
        faces.close();
        store.close();
    }

    private record Ran(int exit, String out, String err) {
        List<JsonNode> objects() {
            return out.lines().map(line -> new JsonMapper().readTree(line)).toList();
        }
    }

    @CommandLine.Command
    static final class Root {}

    private static Ran bench(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(new Root());
        BenchCommands.addTo(line, arguments, Map.of());
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        int exit = line.execute(arguments);
        return new Ran(exit, out.toString(), err.toString());
    }

    private static int port(String transport) {
        return transport.equals("http") ? faces.httpPort() : faces.handlePort();
    }

    @ParameterizedTest
    @CsvSource({"udp, zipf, 0, false", "tcp, zipf, 0, false", "http, uniform, 0, false", "tcp, uniform, 300, true"})
    void resolve_finishesWithoutErrors(String transport, String keys, String rate, boolean isSingle) {
        List<String> arguments = new ArrayList<>(
                List.of("bench", "resolve", "--json", "--transport", transport, "--port", "" + port(transport)));
        arguments.addAll(List.of("--keys", keys, "--records", "" + RECORDS, "--connections", "4", "--depth", "4"));
        arguments.addAll(List.of("--rate", rate, "--seconds", "0.5", "--warmup", "0.2", "--timeout", "5000"));
        if (isSingle) {
            arguments.add("--one-per-connection");
        }
        Ran ran = bench(arguments.toArray(String[]::new));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).isZero();
        JsonNode run = ran.objects().get(0);
        assertThat(run.propertyNames())
                .startsWith("target", "transport", "keys", "connections", "seconds", "ratePerSecond")
                .contains("p50Micros", "p99Micros", "p999Micros", "errors");
        assertThat(run.get("errors").asLong()).as(run.toString()).isZero();
        assertThat(run.get("answers").asLong()).isPositive();
    }

    @Test
    void compare_printsFloorNodeAndRatio() {
        Ran ran = bench(
                "bench",
                "compare",
                "--json",
                "--transport",
                "tcp",
                "--port",
                "" + port("tcp"),
                "--records",
                "" + RECORDS,
                "--rounds",
                "1",
                "--seconds",
                "0.5",
                "--rate",
                "100",
                "--warmup",
                "0.1",
                "--timeout",
                "5000");
        assertThat(ran.exit()).as(ran.err()).isZero();
        List<JsonNode> objects = ran.objects();
        assertThat(objects).hasSize(3);
        assertThat(objects.get(0).get("target").asString()).isEqualTo("floor");
        assertThat(objects.get(0).get("answerOctets").asDouble())
                .as("the echo answers as many octets as the node")
                .isCloseTo(objects.get(1).get("answerOctets").asDouble(), org.assertj.core.api.Assertions.within(4.0));
        assertThat(objects.get(2).get("ratio").asDouble()).isPositive();
    }

    @Test
    void records_thatAreNotThere_areErrorsOfTheirKind() {
        Ran ran = bench(
                "bench",
                "resolve",
                "--json",
                "--transport",
                "tcp",
                "--port",
                "" + port("tcp"),
                "--name-pattern",
                BenchRecords.PREFIX + "/ABSENT-%d",
                "--seconds",
                "0.2",
                "--warmup",
                "0");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.objects().get(0).get("errorKinds").propertyNames()).containsExactly("code.100");
    }

    @Test
    void table_speaksChinese() {
        Ran ran = bench(
                "bench",
                "resolve",
                "--lang",
                "zh",
                "--transport",
                "http",
                "--port",
                "" + port("http"),
                "--records",
                "" + RECORDS,
                "--seconds",
                "0.2",
                "--warmup",
                "0");
        assertThat(ran.out()).contains("答复/秒");
    }

    @Test
    void load_saysRateWeightAndOpening(@TempDir Path empty) {
        Ran ran = bench("bench", "load", "--json", "20000", "--data", empty.toString());
        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonNode load = ran.objects().get(0);
        assertThat(load.get("records").asLong()).isEqualTo(20_000);
        assertThat(load.get("octetsPerRecord").asDouble()).isBetween(20.0, 1_000.0);
        assertThat(load.get("ratePerSecond").asDouble()).isPositive();
        assertThat(load.get("openMillis").asDouble()).isPositive();
        Ran again = bench("bench", "load", "10", "--data", empty.toString());
        assertThat(again.exit()).isEqualTo(2);
        assertThat(again.err()).contains("not empty");
    }

    @Test
    void misuse_isExit2() {
        assertThat(bench("bench", "resolve", "--transport", "udp", "--name-pattern", "none")
                        .exit())
                .isEqualTo(2);
        assertThat(bench("bench", "resolve", "--transport", "udp", "--connections", "0")
                        .exit())
                .isEqualTo(2);
        assertThat(bench("bench", "resolve").exit()).isEqualTo(2);
    }
}
