// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.standalone.config.Catalogue;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What {@code up} refuses before it starts anything. */
class UpCommandTest {
    @TempDir
    private Path directory;

    private String out = "";
    private String err = "";

    @Command(name = "tanma")
    private static final class Root {}

    private int run(String... arguments) {
        CommandLine line = new CommandLine(new Root());
        UpCommand.addTo(line, arguments);
        StringWriter results = new StringWriter();
        StringWriter notices = new StringWriter();
        line.setOut(new PrintWriter(results, true)).setErr(new PrintWriter(notices, true));
        int exit = line.execute(arguments);
        out = results.toString();
        err = notices.toString();
        return exit;
    }

    @Test
    void faultsOfFileAndOptions_areToldTogether() throws Exception {
        Path file = Files.writeString(directory.resolve("tanma.yaml"), "node:\n  web-port: 65536\n");
        assertThat(run("up", "--lang", "en", "--config", file.toString(), "--drain", "601", "--empty"))
                .isEqualTo(1);
        assertThat(err)
                .isEqualTo(String.format(
                        "tanma: %s:2: node.web-port is '65536'; allowed: 0 to 65535.%n"
                                + "tanma: --drain is '601'; allowed: 0 to 600 s.%n",
                        file));
        assertThat(run("up", "--lang", "zh", "--drain", "x")).isEqualTo(1);
        assertThat(err.strip()).isEqualTo("tanma: --drain 是“x”；允许：0 至 600 s。");
    }

    @Test
    void option_goesBeforeTheFile() throws Exception {
        Path taken = Files.writeString(directory.resolve("taken"), "");
        Path file = Files.writeString(directory.resolve("tanma.yaml"), "node:\n  data: nowhere\n");
        assertThat(run(
                        "up",
                        "--lang",
                        "en",
                        "--config",
                        file.toString(),
                        "--data",
                        taken.resolve("data").toString()))
                .isEqualTo(1);
        assertThat(err).contains("The data directory " + taken.resolve("data"));
    }

    private void assertRefused(String chinese, String english, String... arguments) {
        for (String language : List.of("zh", "en")) {
            List<String> all = new ArrayList<>(List.of("up", "--lang", language));
            all.addAll(List.of(arguments));
            assertThat(run(all.toArray(String[]::new))).isEqualTo(1);
            assertThat(err.strip()).isEqualTo("tanma: " + (language.equals("zh") ? chinese : english));
        }
    }

    @Test
    void secondNode_isRefused_inTheLanguageAskedFor() {
        DataDirectory first = DataDirectory.hold(directory);
        try {
            assertRefused(
                    "数据目录 " + directory + " 上已有节点在运行；请先停止它，或用 --data 另选目录。",
                    "Another node is running on the data directory " + directory
                            + "; stop it, or choose another directory with --data DIR.",
                    "--data",
                    directory.toString());
        } finally {
            first.close();
        }
    }

    @Test
    void unusableDirectory_isRefused_inTheLanguageAskedFor() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "");
        assertRefused(
                "无法创建数据目录 " + file + "（" + file + " 是文件）；请用 --data 另选目录。",
                "The data directory " + file + " cannot be created (" + file
                        + " is a file); choose another with --data DIR.",
                "--data",
                file.toString());
    }

    /** Each refusal ends its process, which lets go of the directory. */
    private String fresh(int number) {
        return directory.resolve("data" + number).toString();
    }

    @Test
    void takenPort_isRefused_inTheLanguageAskedFor() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            String[] asked = {"--handle-port", "0", "--http-port", "0", "--web-port", port, "--data"};
            assertThat(run(with(asked, "zh", fresh(1)))).isEqualTo(1);
            assertThat(err.strip()).isEqualTo("tanma: 127.0.0.1 的 TCP 端口 " + port + " 不可用（端口已被占用）；请用 --web-port 另选端口。");
            assertThat(run(with(asked, "en", fresh(2)))).isEqualTo(1);
            assertThat(err.strip())
                    .isEqualTo("tanma: TCP port " + port + " on 127.0.0.1 cannot be used (Address already in use);"
                            + " choose another with --web-port PORT.");
        }
    }

    @Test
    void sampleEnterprisesUnderAnotherPrefix_areRefused_inTheLanguageAskedFor() {
        String[] asked = {"--prefix", "88.300", "--data"};
        assertThat(run(with(asked, "zh", fresh(1)))).isEqualTo(1);
        assertThat(err)
                .startsWith("tanma: 示例企业属于前缀 " + SampleEnterprise.NODE_PREFIX + "；")
                .hasLineCount(1);
        assertThat(run(with(asked, "en", fresh(2)))).isEqualTo(1);
        assertThat(err)
                .startsWith("tanma: The sample enterprises belong to prefix " + SampleEnterprise.NODE_PREFIX + ";")
                .hasLineCount(1);
    }

    @Test
    void publicUrlThatFitsNoCode_isRefused_inTheLanguageAskedFor() {
        String url = "https://" + "a".repeat(51);
        String[] asked = {"--handle-port", "0", "--http-port", "0", "--web-port", "0", "--public-url", url, "--data"};
        assertThat(run(with(asked, "zh", fresh(1)))).isEqualTo(1);
        assertThat(err)
                .startsWith("tanma: --public-url：公开地址“" + url + "”不能写入码中；")
                .hasLineCount(1);
        assertThat(run(with(asked, "en", fresh(2)))).isEqualTo(1);
        assertThat(err)
                .startsWith("tanma: --public-url: public base URL '" + url + "' cannot stand in a code;")
                .hasLineCount(1);
    }

    private static String[] with(String[] arguments, String language, String data) {
        List<String> all = new ArrayList<>(List.of("up", "--lang", language));
        all.addAll(List.of(arguments));
        all.add(data);
        return all.toArray(String[]::new);
    }

    @Test
    void help_hasEveryOptionOfTheCatalogue() {
        assertThat(run("up", "--help")).isZero();
        assertThat(Catalogue.load().knobs().stream().map(org.tanma.standalone.config.Knob::option))
                .allMatch(option -> out.contains(option));
        assertThat(run("up", "--no-such")).isEqualTo(2);
    }
}
