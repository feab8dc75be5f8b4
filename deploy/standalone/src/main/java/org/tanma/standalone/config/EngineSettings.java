// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.tanma.resolver.cache.AnswerCacheConfig;
import org.tanma.resolver.limit.PeerLimits;
import org.tanma.resolver.limit.RateLimit;
import org.tanma.resolver.net.NetLimits;
import org.tanma.resolver.net.NetTransport;
import org.tanma.resolver.net.tls.TlsConfig;
import org.tanma.resolver.registrar.job.JobsConfig;
import org.tanma.resolver.resolve.RecursionConfig;
import org.tanma.resolver.store.rocks.RocksStoreConfig;

/**
 * How the parts of the node go about their work.
 *
 * @param tls the operator's certificate and key; empty for those the node makes for itself
 * @param isPlainAdministration whether changes over plain HTTP are taken from other machines too
 * @param blockCacheOctets memory for reading records; empty where the machine decides
 */
public record EngineSettings(
        NetLimits limits,
        NetTransport transport,
        Optional<TlsConfig> tls,
        boolean isPlainAdministration,
        AnswerCacheConfig cache,
        OptionalLong blockCacheOctets,
        long changesKept,
        RecursionConfig recursion,
        RegistrationSettings registration) {
    private static final long MIB = 1L << 20;

    static EngineSettings of(Settings given) {
        return new EngineSettings(
                new NetLimits(
                        given.count("limits.connections"),
                        seconds(given, "limits.idle"),
                        (int) given.number("limits.workers").orElse(NetLimits.DEFAULT.workers()),
                        given.count("limits.waiting"),
                        peers(given)),
                new NetTransport(
                        NetTransport.Kind.valueOf(
                                given.required("transport.kind").toUpperCase(Locale.ROOT)),
                        (int) given.number("transport.loops").orElse(NetTransport.DEFAULT.loops())),
                given.path("tls.certificate-file")
                        .flatMap(certificate -> given.path("tls.key-file")
                                .map(key -> (TlsConfig) new TlsConfig.OfOperator(certificate, key))),
                given.flag("tls.plain-administration"),
                cache(given),
                octets(given, "store.block-cache"),
                given.whole("store.changes-kept"),
                new RecursionConfig(
                        given.count("parent.concurrent"),
                        millis(given, "parent.patience"),
                        millis(given, "parent.negative"),
                        millis(given, "parent.pause"),
                        seconds(given, "parent.longest"),
                        given.whole("parent.remembered") * MIB),
                RegistrationSettings.of(given));
    }

    private static AnswerCacheConfig cache(Settings given) {
        AnswerCacheConfig.Place place =
                AnswerCacheConfig.Place.valueOf(given.required("cache.memory").toUpperCase(Locale.ROOT));
        return new AnswerCacheConfig(
                place,
                octets(given, "cache.size").orElse(place.defaultOctets()),
                seconds(given, "cache.longest"),
                seconds(given, "cache.negative"));
    }

    private static PeerLimits peers(Settings given) {
        return new PeerLimits(
                given.count("peers.connections-per-network"),
                given.count("peers.connections-per-address"),
                new RateLimit(given.count("peers.datagrams"), given.count("peers.datagrams-burst")),
                given.count("peers.slip"),
                new RateLimit(given.count("peers.requests"), given.count("peers.requests-burst")),
                given.count("peers.in-flight"),
                given.count("peers.in-flight-total"),
                given.count("peers.networks"),
                seconds(given, "peers.request"),
                seconds(given, "peers.stall"));
    }

    private static Duration seconds(Settings given, String key) {
        return Duration.ofSeconds(given.whole(key));
    }

    private static Duration millis(Settings given, String key) {
        return Duration.ofMillis(given.whole(key));
    }

    private static OptionalLong octets(Settings given, String key) {
        OptionalLong mebi = given.number(key);
        return mebi.isPresent() ? OptionalLong.of(mebi.getAsLong() * MIB) : mebi;
    }

    /** Registrations of whole files, kept in this directory. */
    public JobsConfig registrations(Path directory) {
        return registration.in(directory);
    }

    /** The record store in this directory. */
    public RocksStoreConfig store(Path directory) {
        RocksStoreConfig store = RocksStoreConfig.of(directory).withChangesKept(changesKept);
        return blockCacheOctets.isPresent() ? store.withBlockCacheOctets(blockCacheOctets.getAsLong()) : store;
    }
}
