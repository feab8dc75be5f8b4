// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.store.rocks.RocksHandleStore;
import org.tanma.resolver.store.rocks.RocksStoreConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The record commands on a data directory without a node, and on one whose node is running. */
class RecordCommandsTest {
    private static final String LINES = """
            {"handle":"20.500.12345/a","values":[{"index":1,"type":"URL","data":{"format":"string","value":"https://a.example/"},"ttl":86400}]}
            {"handle":"20.500.12345/b","values":[{"index":1,"type":"URL","data":{"format":"string","value":"https://b.example/"},"ttl":60}]}
            """;

    @TempDir
    private Path directory;

    private String out = "";
    private String err = "";

    @Command(name = "tanma")
    private static final class Root {}

    private int run(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        if (!all.contains("--data")) {
            all.add("--data");
            all.add(directory.resolve("data").toString());
        }
        String[] given = all.toArray(new String[0]);
        CommandLine line = new CommandLine(new Root());
        RecordCommands.addTo(line, given, Map.of());
        StringWriter results = new StringWriter();
        StringWriter notices = new StringWriter();
        line.setOut(new PrintWriter(results, true)).setErr(new PrintWriter(notices, true));
        int exit = line.execute(given);
        out = results.toString();
        err = notices.toString();
        return exit;
    }

    private String file(String text) throws Exception {
        return Files.writeString(directory.resolve("file"), text).toString();
    }

    private RocksHandleStore store() {
        return RocksHandleStore.open(
                RocksStoreConfig.of(directory.resolve("data/records")).withBlockCacheOctets(8 << 20));
    }

    @Test
    void withoutANode_importExportBackupRestore() throws Exception {
        assertThat(run("import", file(LINES), "--dry-run")).isZero();
        assertThat(out).contains("would be: created 2");
        assertThat(run("import", file(LINES))).isZero();
        assertThat(out).contains("created 2, replaced 0");
        assertThat(run("import", file(LINES))).isEqualTo(1);
        assertThat(err)
                .contains("line 1: 20.500.12345/a exists; --replace replaces it")
                .contains("line 2");
        assertThat(run("import", file(LINES), "--replace", "--json")).isZero();
        assertThat(out).contains("\"unchanged\":2");

        assertThat(run("export")).isZero();
        assertThat(out).isEqualTo(LINES);
        assertThat(err).contains("Records written: 2");
        assertThat(run(
                        "export",
                        "--format",
                        "batch",
                        "--to",
                        directory.resolve("batch").toString()))
                .isZero();
        assertThat(directory.resolve("batch"))
                .hasContent("CREATE 20.500.12345/a\n1 URL 86400 1110 UTF8 https://a.example/\n\n"
                        + "CREATE 20.500.12345/b\n1 URL 60 1110 UTF8 https://b.example/\n\n");

        String backups = directory.resolve("backups").toString();
        assertThat(run("backup", backups, "--rehearse")).isZero();
        assertThat(out).contains("Backup 1 is in " + backups).contains("restored for a trial");
        assertThat(err).contains("not in it");
        assertThat(run("restore", backups)).isEqualTo(1);
        assertThat(err).contains("records exists. Stop the node");
        String other = directory.resolve("other").toString();
        assertThat(run("restore", backups, "--data", other)).as(err).isZero();
        assertThat(run("export", "--data", other)).isZero();
        assertThat(out).isEqualTo(LINES);
    }

    @Test
    void withARunningNode_theNodeDoesIt() throws Exception {
        try (RocksHandleStore store = store();
                ControlSocket control =
                        ControlSocket.open(directory.resolve("data"), new RecordTasks(store, InstantSource.system()))) {
            assertThat(run("import", file(LINES))).as(err).isZero();
            assertThat(store.find(HandleName.parse("20.500.12345/a"))).isPresent();
            assertThat(run("export", "--prefix", "20.500.12345")).isZero();
            assertThat(out).isEqualTo(LINES);
            assertThat(run("import", file("CREATE 20.500.12345/c\n1 URL\n"), "--lang", "zh"))
                    .isEqualTo(1);
            assertThat(err).contains("第 2 行：不是值").contains("1 URL");
            assertThat(out).contains("拒绝 1");
            assertThat(run("backup", directory.resolve("backups").toString(), "--json"))
                    .isZero();
            assertThat(out).contains("\"number\":1");
            Path socket = ControlSocket.path(directory.resolve("data"));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(socket.getParent())))
                    .isEqualTo("rwx------");
            assertThat(control).isNotNull();
        }
    }

    @Test
    void socketOfAKilledNode_doesNotStandInTheWay() throws Exception {
        run("import", file(LINES));
        Path socket = ControlSocket.path(directory.resolve("data"));
        Files.createDirectories(socket.getParent());
        try (ServerSocketChannel left = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            left.bind(UnixDomainSocketAddress.of(socket));
        }

        assertThat(run("export")).as(err).isZero();
        assertThat(out).isEqualTo(LINES);
    }

    @Test
    void nodeThatTakesNoCommands_isNamed() throws Exception {
        try (RocksHandleStore store = store()) {
            assertThat(run("export")).isEqualTo(1);
            assertThat(err).contains("A node is running on");
            assertThat(store.lastSequence()).isZero();
        }
    }

    @Test
    void misuse_isSaidWithWhatIsAllowed() throws Exception {
        assertThat(run("import", directory.resolve("none").toString())).isEqualTo(2);
        assertThat(err).contains("There is no file");
        assertThat(run("export")).isEqualTo(2);
        assertThat(err).contains("There are no records in");
        assertThat(run("export", "--format", "xml")).isEqualTo(2);
        assertThat(err).contains("allowed: jsonl, batch");
        assertThat(run("export", "--format", "batch")).isEqualTo(2);
        assertThat(run("backup", "x", "--keep", "0")).isEqualTo(2);
        assertThat(run("import", file(LINES), "--bulk", "--dry-run")).isEqualTo(2);
        assertThat(run("export", "--lang", "fr")).isEqualTo(2);
        assertThat(run("export", "--help")).isZero();
        assertThat(out).contains("./tanma export --prefix 88.118");
    }
}
