// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.tanma.standalone.metrics.AccessLogMode;

/**
 * Everything that was set, checked as far as that goes without looking at the machine; see {@code docs/configuration.md}.
 *
 * @param data the data directory
 * @param isSampled whether a first start loads the sample enterprises
 * @param drainSeconds for which the node goes on answering once it is told to stop
 * @param oid its place in the tree of object identifiers
 * @param hasParentKeys whether administrators whose key lies elsewhere are let in by what the parent says it is
 * @param countryHeader the HTTP header believed to name the asker's country, or empty
 * @param accessLog of how many requests a line is written
 */
public record NodeSettings(
        Path data,
        boolean isSampled,
        String host,
        int handlePort,
        int httpPort,
        int webPort,
        Optional<URI> publicUrl,
        String prefix,
        Optional<Path> site,
        int drainSeconds,
        DatabaseSettings database,
        OidSettings oid,
        Optional<URI> parent,
        boolean hasParentKeys,
        Optional<URI> redis,
        String countryHeader,
        long benchRecords,
        String benchPrefix,
        EngineSettings engines,
        AccessLogMode accessLog) {
    private static final int MOST_WORKERS = 1_024;
    private static final int MOST_PASSWORD_OCTETS = 4_096;

    /**
     * From what was given and these environment variables: {@code TANMA_HOME}, {@code TANMA_DATABASE_USER}, {@code
     * TANMA_DATABASE_PASSWORD}, {@code TANMA_REDIS}; the last three go before the file.
     *
     * <p>Errors: {@link FaultySettingsException} with all faults of the file, the options, and between them.
     */
    public static NodeSettings of(Settings given, Map<String, String> environment) {
        String password = password(given, environment);
        Optional<URI> redis = redis(given, environment);
        Optional<URI> publicUrl = uri(given, "node.public-url");
        Optional<URI> parent = uri(given, "parent.url");
        OidSettings oid = OidSettings.of(given);
        checkTogether(given);
        if (!given.faults().isEmpty()) {
            throw new FaultySettingsException(given.faults());
        }
        return new NodeSettings(
                given.path("node.data").orElseGet(() -> defaultData(environment)),
                given.flag("node.sample-data"),
                given.required("node.host"),
                given.count("node.handle-port"),
                given.count("node.http-port"),
                given.count("node.web-port"),
                publicUrl,
                given.required("node.prefix"),
                given.path("node.site"),
                given.count("node.drain"),
                new DatabaseSettings(
                        given.text("database.url"),
                        environment.getOrDefault("TANMA_DATABASE_USER", given.required("database.user")),
                        password),
                oid,
                parent,
                given.flag("parent.keys"),
                redis,
                given.text("proxy.country-header").orElse(""),
                given.whole("bench.records"),
                given.required("bench.prefix"),
                EngineSettings.of(given),
                AccessLogMode.parse(given.required("log.access")));
    }

    /** The data directory when none is given: {@code tanma-data} beside the launcher. */
    public static Path defaultData(Map<String, String> environment) {
        return Path.of(environment.getOrDefault("TANMA_HOME", ""), "tanma-data");
    }

    private static void checkTogether(Settings given) {
        if (given.whole("peers.in-flight-total") < given.whole("peers.in-flight")) {
            given.faultAt("peers.in-flight-total", "fault.inFlight", given.whole("peers.in-flight"));
        }
        if (given.isGiven("tls.certificate-file") != given.isGiven("tls.key-file")) {
            given.faultAt(given.isGiven("tls.key-file") ? "tls.key-file" : "tls.certificate-file", "fault.tls");
        }
        long workers = given.number("limits.workers").orElse(0) + given.whole("parent.concurrent");
        if (given.isGiven("parent.url") && workers > MOST_WORKERS) {
            given.faultAt("limits.workers", "fault.workers", MOST_WORKERS, workers);
        }
    }

    private static Optional<URI> uri(Settings given, String key) {
        return given.text(key).flatMap(text -> {
            try {
                return Optional.of(URI.create(text));
            } catch (IllegalArgumentException e) {
                given.faultAt(key, "fault.uri");
                return Optional.empty();
            }
        });
    }

    private static Optional<URI> redis(Settings given, Map<String, String> environment) {
        boolean isOption = given.origin("share.redis").startsWith("--");
        String variable = environment.getOrDefault("TANMA_REDIS", "");
        if (!isOption && !variable.isEmpty()) {
            given.give(given.catalogue().find("share.redis").orElseThrow(), variable, "TANMA_REDIS", Optional.empty());
        }
        return uri(given, "share.redis");
    }

    private static String password(Settings given, Map<String, String> environment) {
        Optional<Path> file = given.path("database.password-file");
        if (environment.containsKey("TANMA_DATABASE_PASSWORD") || file.isEmpty()) {
            return environment.getOrDefault("TANMA_DATABASE_PASSWORD", "");
        }
        try {
            if (Files.size(file.get()) <= MOST_PASSWORD_OCTETS) {
                return Files.readString(file.get()).strip();
            }
            given.faultAt("database.password-file", "fault.passwordLong", MOST_PASSWORD_OCTETS);
        } catch (IOException e) {
            given.faultAt("database.password-file", "fault.passwordFile", file.get());
        }
        return "";
    }
}
