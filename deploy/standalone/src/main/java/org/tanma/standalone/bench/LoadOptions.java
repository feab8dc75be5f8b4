// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What all commands that ask have in common. */
final class LoadOptions {
    private static final int HANDLE_PORT = 2641;
    private static final int HTTP_PORT = 8000;
    private static final int PIPELINED = 32;
    private static final double MILLIS = 1_000;

    @Option(names = "--transport", paramLabel = "udp|tcp|http", required = true, descriptionKey = "option.transport")
    private Transport transport = Transport.UDP;

    @Option(names = "--host", paramLabel = "HOST", defaultValue = "127.0.0.1", descriptionKey = "option.host")
    private String host = "";

    @Option(names = "--port", paramLabel = "PORT", descriptionKey = "option.port")
    private @Nullable Integer port;

    @Option(
            names = "--name-pattern",
            paramLabel = "PATTERN",
            defaultValue = BenchRecords.PREFIX + "/H%d",
            descriptionKey = "option.pattern")
    private String pattern = "";

    @Option(names = "--records", paramLabel = "N", defaultValue = "1000000", descriptionKey = "option.records")
    private long records;

    @Option(names = "--keys", paramLabel = "zipf|uniform", defaultValue = "zipf", descriptionKey = "option.keys")
    private KeyChoice.Distribution keys = KeyChoice.Distribution.ZIPF;

    @Option(names = "--zipf-s", paramLabel = "S", defaultValue = "0.99", descriptionKey = "option.zipf")
    private double zipfExponent;

    @Option(names = "--connections", paramLabel = "C", defaultValue = "8", descriptionKey = "option.connections")
    private int connections;

    @Option(names = "--depth", paramLabel = "D", descriptionKey = "option.depth")
    private @Nullable Integer depth;

    @Option(names = "--threads", paramLabel = "T", defaultValue = "1", descriptionKey = "option.threads")
    private int threads;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "10", descriptionKey = "option.seconds")
    private double seconds;

    @Option(names = "--warmup", paramLabel = "W", defaultValue = "15", descriptionKey = "option.warmup")
    private double warmup;

    @Option(names = "--rate", paramLabel = "R", defaultValue = "0", descriptionKey = "option.rate")
    private double rate;

    @Option(names = "--timeout", paramLabel = "MS", defaultValue = "1000", descriptionKey = "option.timeout")
    private long timeoutMillis;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "1", descriptionKey = "option.seed")
    private long seed;

    @Option(names = "--one-per-connection", descriptionKey = "option.single")
    private boolean isOnePerConnection;

    Transport transport() {
        return transport;
    }

    /** Errors: {@link IllegalArgumentException} for what is outside its range. */
    LoadPlan plan() {
        return new LoadPlan(
                transport,
                new InetSocketAddress(host, port()),
                NamePattern.parse(pattern),
                records,
                keys,
                zipfExponent,
                seed,
                connections,
                isOnePerConnection ? 1 : depth(),
                threads,
                duration(warmup),
                duration(seconds),
                Duration.ofMillis(timeoutMillis),
                rate,
                isOnePerConnection);
    }

    private int port() {
        if (port != null) {
            return port;
        }
        return transport == Transport.HTTP ? HTTP_PORT : HANDLE_PORT;
    }

    private int depth() {
        if (depth != null) {
            return depth;
        }
        return transport == Transport.HTTP ? 1 : PIPELINED;
    }

    private static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * MILLIS));
    }
}
