// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged node as a process of its own, as an operator starts it; closed by killing what is left of it. */
final class StandaloneProcess implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path JAR = Path.of("target", "tanma.jar");

    private static final String ENGLISH = "C.UTF-8";

    private final Process process;
    private final JsonNode announcement;

    private StandaloneProcess(Process process, JsonNode announcement) {
        this.process = process;
        this.announcement = announcement;
    }

    /** Runs {@code up --json} on free ports and waits for its line. */
    static StandaloneProcess up(Path data, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("up", "--json", "--data", data.toString(), "--handle-port", "0", "--http-port", "0"));
        arguments.addAll(List.of("--web-port", "0"));
        arguments.addAll(List.of(more));
        Path errors = data.resolveSibling(data.getFileName() + ".err");
        Process process =
                command(arguments, ENGLISH).redirectError(errors.toFile()).start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        if (line == null) {
            throw new IllegalStateException("the node ended without a word: " + Files.readString(errors));
        }
        return new StandaloneProcess(process, JSON.readTree(line));
    }

    /** Runs any other verb to its end; what it printed comes back. */
    static Result run(String... arguments) throws IOException, InterruptedException {
        return runIn(ENGLISH, arguments);
    }

    /** Like {@link #run}, where the environment says this locale. */
    static Result runIn(String locale, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile("tanma", ".out");
        Path err = Files.createTempFile("tanma", ".err");
        Process process = command(List.of(arguments), locale)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("'" + String.join(" ", arguments) + "' did not end in two minutes");
        }
        return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static ProcessBuilder command(List<String> arguments, String locale) {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-Xmx512m", "-jar", JAR.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeAll(List.of("LC_ALL", "LC_MESSAGES"));
        builder.environment().put("LANG", locale);
        return builder;
    }

    /** What {@code up --json} printed. */
    JsonNode announcement() {
        return announcement;
    }

    String url(String name) {
        return announcement.get("urls").get(name).asString();
    }

    String identifier(String name) {
        return announcement.get("identifiers").get(name).asString();
    }

    /** {@code name:password} of a demonstration account. */
    String account(String name) {
        for (JsonNode account : announcement.get("accounts")) {
            if (account.get("name").asString().equals(name)) {
                return name + ":" + account.get("password").asString();
            }
        }
        throw new IllegalArgumentException("no account " + name);
    }

    /** SIGKILL: no shutdown hook runs. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM, as Ctrl-C does it; the exit code comes back. */
    int stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the node did not stop in 30 s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    /** How a command ended. */
    record Result(int exit, String out, String err) {}
}
