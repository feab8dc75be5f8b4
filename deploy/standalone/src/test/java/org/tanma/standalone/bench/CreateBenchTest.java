// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.KeyAuthenticator;
import org.tanma.resolver.access.KeySource;
import org.tanma.resolver.access.StoredKeys;
import org.tanma.resolver.admin.HomedPrefixes;
import org.tanma.resolver.admin.NodeAdministratorKeys;
import org.tanma.resolver.admin.RecordRule;
import org.tanma.resolver.admin.StoreAdministration;
import org.tanma.resolver.net.NodeFaces;
import org.tanma.resolver.net.NodeFacesConfig;
import org.tanma.resolver.net.NodeServices;
import org.tanma.resolver.net.tls.TlsConfig;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.store.ScanRange;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.resolver.store.rocks.RocksHandleStore;
import org.tanma.resolver.store.rocks.RocksStoreConfig;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code bench create} against a node over RocksDB; how fast it is, is not asserted. */
class CreateBenchTest {
    private static final String PREFIX = BenchRecords.PREFIX;
    private static final int PAGE = 1_000;
    private static final String ADMIN = ":0.NA/" + PREFIX;

    @TempDir
    Path directory;

    private RocksHandleStore store;
    private NodeFaces faces;

    @BeforeEach
    void open() {
        InstantSource clock = InstantSource.system();
        store = RocksHandleStore.open(RocksStoreConfig.of(directory.resolve("records")));
        NodeAdministratorKeys made = NodeAdministratorKeys.open(directory);
        store.createOrReplace(new HandleRecord(HandleName.parse("0.NA/" + PREFIX), made.values(PREFIX, 0)));
        ResponsiblePrefixes prefixes = ResponsiblePrefixes.of(PREFIX);
        KeySource keys = StoredKeys.remembering(store, store);
        AccessRules rules = AccessRules.of(keys, PREFIX);
        StoreAdministration administration = new StoreAdministration(
                store, store, rules, HomedPrefixes.open(store, store, store, prefixes), PREFIX, RecordRule.NONE, clock);
        faces = NodeFaces.open(
                NodeFacesConfig.on(InetAddress.getLoopbackAddress(), 0, 0).withTls(new TlsConfig.SelfMade(directory)),
                NodeServices.of(new ResolutionPipeline(prefixes, store, rules), clock)
                        .withAdministration(administration)
                        .withAuthenticator(new KeyAuthenticator(keys, clock, 2)));
    }

    @AfterEach
    void close() {
        faces.close();
        store.close();
    }

    @CommandLine.Command
    static final class Root {}

    private record Ran(int exit, String out, String err) {
        JsonNode run() {
            return new JsonMapper().readTree(out);
        }
    }

    private static Ran bench(List<String> arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = new CommandLine(new Root());
        String[] given = arguments.toArray(String[]::new);
        BenchCommands.addTo(line, given, Map.of());
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return new Ran(line.execute(given), out.toString(), err.toString());
    }

    private List<String> create(String transport, String keyFile, int index, String... more) {
        int port = transport.equals("http") ? faces.httpPort() : faces.handlePort();
        List<String> arguments = new ArrayList<>(List.of("bench", "create", "--transport", transport));
        arguments.addAll(List.of("--port", "" + port, "--admin", index + ADMIN, "--timeout", "20000"));
        arguments.addAll(List.of("--key-file", directory.resolve(keyFile).toString()));
        arguments.addAll(List.of("--connections", "8", "--seconds", "0.8", "--warmup", "0.2"));
        arguments.addAll(List.of(more));
        return arguments;
    }

    @ParameterizedTest
    @CsvSource({
        "tcp, admin-secret.txt, 300, --depth=2",
        "tcp, admin-key.pem, 301, --depth=40",
        "http, admin-secret.txt, 300, --depth=2",
        "http, admin-secret.txt, 300, --plain"
    })
    void allThatWasCreated_isThereAsItWasSent(String transport, String keyFile, int index, String option) {
        Ran ran = bench(create(transport, keyFile, index, "--json", "--verify-all", "--threads", "2", option));
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exit()).as(ran.out()).isZero();
        JsonNode run = ran.run();
        assertThat(run.propertyNames())
                .startsWith("target", "transport", "keys", "connections", "seconds", "ratePerSecond")
                .contains("p50Micros", "p99Micros", "p999Micros", "errors");
        assertThat(run.get("operation").asString()).isEqualTo("create");
        assertThat(run.get("errors").asLong()).as(run.toString()).isZero();
        assertThat(run.get("missing").asLong() + run.get("different").asLong()).isZero();
        assertThat(run.get("answers").asLong()).isPositive();
        long created = run.get("created").asLong();
        assertThat(run.get("verified").asLong()).isEqualTo(created);
        assertThat(recordsHeld())
                .as("none answered without being made, none made twice")
                .isEqualTo(created);
    }

    private long recordsHeld() {
        long count = 0;
        List<StoredRecord> page = store.scan(new ScanRange(PREFIX, false, Optional.empty(), PAGE));
        while (!page.isEmpty()) {
            count += page.size();
            Optional<HandleName> last = Optional.of(page.get(page.size() - 1).name());
            page = store.scan(new ScanRange(PREFIX, false, last, PAGE));
        }
        return count;
    }

    @Test
    void runs_doNotMeet_andAPartIsAskedForAgain() {
        List<String> arguments = create("tcp", "admin-secret.txt", 300, "--verify", "5", "--lang", "zh");
        for (int i = 0; i < 2; i++) {
            Ran ran = bench(arguments);
            assertThat(ran.exit()).as(ran.out() + ran.err()).isZero();
            assertThat(ran.out()).contains("回查其中 5 条：缺失 0 条").doesNotContain("错误：");
        }
    }

    @Test
    void recordsThatWereLost_areMissedAndChangedOnesToldApart() throws Exception {
        CreatedRecords records = new CreatedRecords(NamePattern.parse(PREFIX + "/C%d"), 7);
        for (int i = 0; i < 3; i++) {
            records.created(records.next());
        }
        HandleRecord right = records.record(records.first());
        store.createOrReplace(right);
        HandleName changed = records.record(records.first() + 1).name();
        store.createOrReplace(new HandleRecord(changed, right.values()));
        LoadPlan plan = new LoadPlan(
                Transport.TCP,
                new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), faces.handlePort()),
                NamePattern.parse(PREFIX + "/C%d"),
                1,
                KeyChoice.Distribution.UNIFORM,
                0,
                1,
                1,
                1,
                1,
                java.time.Duration.ZERO,
                java.time.Duration.ofSeconds(1),
                java.time.Duration.ofSeconds(20),
                0,
                false);
        assertThat(CreatedCheck.byTcp(plan, records, records.sample(10))).isEqualTo(new CreatedCheck(3, 1, 1));
    }

    @Test
    void aWrongKey_isRefused() throws Exception {
        Files.writeString(directory.resolve("wrong.txt"), "not the secret");
        Ran tcp = bench(create("tcp", "wrong.txt", 300));
        assertThat(tcp.exit()).isEqualTo(1);
        assertThat(tcp.err()).contains("refuse");
        Ran http = bench(create("http", "wrong.txt", 300, "--json"));
        assertThat(http.exit()).isEqualTo(1);
        assertThat(http.run().get("errorKinds").propertyNames()).contains("http.401");
    }

    @Test
    void misuse_isExit2() {
        assertThat(bench(create("udp", "admin-secret.txt", 300)).exit()).isEqualTo(2);
        assertThat(bench(create("http", "admin-key.pem", 301)).exit()).isEqualTo(2);
        assertThat(bench(create("tcp", "admin-secret.txt", 300, "--name-pattern", "none"))
                        .exit())
                .isEqualTo(2);
    }
}
