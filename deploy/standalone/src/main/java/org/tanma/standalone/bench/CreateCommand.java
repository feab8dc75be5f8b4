// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tanma bench create}: creates records as an administrator, each durable once it is answered, and looks them up. */
@Command(name = "create")
final class CreateCommand extends BenchCommand {
    private static final int HANDLE_PORT = 2641;
    private static final int HTTP_PORT = 8000;
    private static final int PIPELINED = 4;
    private static final double MILLIS = 1_000;

    @Option(names = "--transport", paramLabel = "tcp|http", defaultValue = "tcp", descriptionKey = "option.transport")
    private Transport transport = Transport.TCP;

    @Option(names = "--host", paramLabel = "HOST", defaultValue = "127.0.0.1", descriptionKey = "option.host")
    private String host = "";

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "option.port")
    private @Nullable Integer port;

    @Option(names = "--plain", descriptionKey = "option.plain")
    private boolean isPlain;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            defaultValue = "tanma-data/keys/admin-secret.txt",
            descriptionKey = "option.keyFile")
    private Path keyFile = Path.of("");

    @Option(
            names = "--admin",
            paramLabel = "INDEX:HANDLE",
            defaultValue = "300:0.NA/88.118",
            descriptionKey = "option.admin")
    private String admin = "";

    @Option(names = "--name-pattern", paramLabel = "PATTERN", descriptionKey = "option.freshPattern")
    private @Nullable String pattern;

    @Option(names = "--connections", paramLabel = "C", defaultValue = "64", descriptionKey = "option.connections")
    private int connections;

    @Option(names = "--depth", paramLabel = "D", descriptionKey = "option.createDepth")
    private @Nullable Integer depth;

    @Option(names = "--threads", paramLabel = "T", defaultValue = "1", descriptionKey = "option.threads")
    private int threads;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "10", descriptionKey = "option.seconds")
    private double seconds;

    @Option(names = "--warmup", paramLabel = "W", defaultValue = "2", descriptionKey = "option.warmup")
    private double warmup;

    @Option(names = "--rate", paramLabel = "R", defaultValue = "0", descriptionKey = "option.rate")
    private double rate;

    @Option(names = "--timeout", paramLabel = "MS", defaultValue = "5000", descriptionKey = "option.timeout")
    private long timeoutMillis;

    @Option(names = "--verify", paramLabel = "N", defaultValue = "1000", descriptionKey = "option.verify")
    private int verified;

    @Option(names = "--verify-all", descriptionKey = "option.verifyAll")
    private boolean isAllVerified;

    CreateCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int measure(Report report) throws IOException, InterruptedException {
        if (transport == Transport.UDP) {
            throw new IllegalArgumentException("records are created over tcp or http");
        }
        AdminKey key = AdminKey.read(admin, keyFile);
        NamePattern names = NamePattern.parse(pattern == null ? key.handle().suffix() + "/C%d" : pattern);
        HttpQuestions.requirePlain(names);
        CreatedRecords records = new CreatedRecords(names, UUID.randomUUID().getMostSignificantBits() >>> 1);
        LoadPlan plan = plan(names, records.first());
        Creation work = transport == Transport.TCP
                ? Creation.byTcp(plan, records, key)
                : Creation.byHttp(plan, records, key, !isPlain);
        LoadResult load = LoadRun.run(Comparison.name(plan), plan, work);
        int count = records.count();
        LongStream sample = records.sample(isAllVerified ? count : verified);
        CreatedCheck check = transport == Transport.TCP
                ? CreatedCheck.byTcp(plan, records, sample)
                : HttpCreatedCheck.run(plan, !isPlain, records, sample);
        report.result(load.with(members(count, check)));
        if (!report.isJson()) {
            report.line("create.result", count, check.asked(), check.missing(), check.different());
        }
        return load.tally().answers() > 0 && check.isRight() ? DONE : REFUSED;
    }

    private static Map<String, Object> members(int count, CreatedCheck check) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("operation", "create");
        members.put("keys", "fresh");
        members.put("records", count);
        members.put("created", count);
        members.put("verified", check.asked());
        members.put("missing", check.missing());
        members.put("different", check.different());
        return members;
    }

    private LoadPlan plan(NamePattern names, long first) {
        boolean isHttp = transport == Transport.HTTP;
        return new LoadPlan(
                transport,
                new InetSocketAddress(host, port != null ? port : isHttp ? HTTP_PORT : HANDLE_PORT),
                names,
                CreatedRecords.MOST,
                KeyChoice.Distribution.UNIFORM,
                0,
                first,
                connections,
                depth != null ? depth : isHttp ? 1 : PIPELINED,
                threads,
                Duration.ofMillis(Math.round(warmup * MILLIS)),
                Duration.ofMillis(Math.round(seconds * MILLIS)),
                Duration.ofMillis(timeoutMillis),
                rate,
                false);
    }
}
