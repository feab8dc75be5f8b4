// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs what README.md tells a newcomer to type, in its order, against one node, and finds in the outcome every line it shows;
 * {@code …} stands for anything. README.zh-CN.md shows the same commands.
 */
class ReadmeIT {
    private static final Path ROOT = Path.of("..", "..");
    /** What this test itself stands for: the node it starts, and the build it runs in. */
    private static final List<String> STANDING = List.of("./tanma up", "mvn verify");
    /** The example tables have a row that is refused on purpose. */
    private static final Pattern WITH_A_REFUSED_ROW = Pattern.compile("docs/examples/[a-z-]+\\.csv");

    @TempDir
    Path directory;

    @Test
    void commands_workAsShown() throws Exception {
        try (StandaloneProcess node = StandaloneProcess.up(directory.resolve("data"))) {
            for (Block block : blocks(Files.readString(ROOT.resolve("README.md")))) {
                StringBuilder outcome = new StringBuilder();
                for (String command : block.commands()) {
                    if (!STANDING.contains(command)) {
                        outcome.append(run(command, node));
                    }
                }
                for (String line : block.shown()) {
                    assertThat(outcome.toString())
                            .as("after %s", block.commands())
                            .containsPattern(pattern(line));
                }
            }
        }
    }

    @Test
    void chineseReadme_showsTheSameCommands() throws IOException {
        assertThat(commands("README.zh-CN.md")).isEqualTo(commands("README.md"));
    }

    private static List<String> commands(String file) throws IOException {
        return blocks(Files.readString(ROOT.resolve(file))).stream()
                .flatMap(b -> b.commands().stream())
                .toList();
    }

    private String run(String command, StandaloneProcess node) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = Path.of("target", "tanma.jar").toAbsolutePath().toString();
        String here = command.replace("./tanma ", "'" + java + "' -jar '" + jar + "' ")
                .replace("http://127.0.0.1:8000", node.url("http"))
                .replace("http://127.0.0.1:8080", node.url("web"));
        Path out = directory.resolve("out");
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", here)
                .directory(ROOT.toFile())
                .redirectOutput(out.toFile())
                .redirectError(directory.resolve("err").toFile());
        builder.environment().put("TANMA_URL", node.url("web"));
        builder.environment().put("TANMA_SERVER", node.url("handle"));
        builder.environment()
                .put("TANMA_ACCOUNTS", directory.resolve("data/accounts.json").toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as(command).isTrue();
        int expected = WITH_A_REFUSED_ROW.matcher(command).find() ? 1 : 0;
        assertThat(process.exitValue())
                .as("%s: %s", command, Files.readString(directory.resolve("err")))
                .isEqualTo(expected);
        return Files.readString(out).replace(node.url("web").toUpperCase(Locale.ROOT), "HTTP://127.0.0.1:8080");
    }

    private static Pattern pattern(String line) {
        List<String> parts = new ArrayList<>();
        for (String part : line.split("…", -1)) {
            parts.add(Pattern.quote(part));
        }
        return Pattern.compile(String.join(".*", parts));
    }

    /** A block of commands with the lines shown after it. */
    private record Block(List<String> commands, List<String> shown) {}

    private static List<Block> blocks(String markdown) {
        List<Block> blocks = new ArrayList<>();
        String fence = "";
        for (String line : markdown.lines().toList()) {
            if (line.startsWith("```")) {
                fence = fence.isEmpty() ? line.substring(3) : "";
                if (fence.equals("sh")) {
                    blocks.add(new Block(new ArrayList<>(), new ArrayList<>()));
                }
            } else if (fence.equals("sh")) {
                blocks.get(blocks.size() - 1).commands().add(line);
            } else if (fence.equals("text")) {
                blocks.get(blocks.size() - 1).shown().add(line);
            }
        }
        return blocks;
    }
}
