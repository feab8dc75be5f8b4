// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.label.issue.LostKeys;
import org.tanma.resolver.index.RecordIndex;
import org.tanma.resolver.store.HandleStore;
import org.tanma.standalone.rest.NodeStatus;

/** Looks whether every part of the node works: when it is asked, but at most once in two seconds, since looking costs. */
final class NodeChecks implements Supplier<NodeStatus> {
    private static final Logger LOG = LoggerFactory.getLogger(NodeChecks.class);

    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final NodeConfig config;
    private final FaceProbe faces;
    private final Optional<DnsProbe> dns;
    private final MachineChecks machine;
    private final HandleStore store;
    private final RecordIndex index;
    private final Map<String, SqlDatabase> databases;
    private final LostKeys lostKeys;
    private final List<X509Certificate> certificates;
    private final InstantSource clock;
    private final Instant startedAt;
    private @Nullable NodeStatus last;
    private long lastNanos;

    NodeChecks(
            NodeConfig config,
            FaceProbe faces,
            Optional<DnsProbe> dns,
            MachineChecks machine,
            HandleStore store,
            RecordIndex index,
            Map<String, SqlDatabase> databases,
            LostKeys lostKeys,
            List<X509Certificate> certificates,
            InstantSource clock,
            Instant startedAt) {
        this.config = config;
        this.faces = faces;
        this.dns = dns;
        this.machine = machine;
        this.store = store;
        this.index = index;
        this.databases = Map.copyOf(databases);
        this.lostKeys = lostKeys;
        this.certificates = List.copyOf(certificates);
        this.clock = clock;
        this.startedAt = startedAt;
    }

    @Override
    public synchronized NodeStatus get() {
        NodeStatus known = last;
        if (known != null && known.isUp() && System.nanoTime() - lastNanos < KEPT_NANOS) {
            return known;
        }
        NodeStatus now = look();
        last = now;
        lastNanos = System.nanoTime();
        return now;
    }

    private NodeStatus look() {
        Map<String, String> checks = new TreeMap<>();
        HandleName own = HandleName.parse("0.NA/" + config.nodePrefix());
        checks.put("records", check("records", () -> store.find(own).isPresent()));
        databases.forEach((name, database) -> checks.put(name, check(name, database::isAnswering)));
        checks.put("issuer-keys", lostKeys.keyIds().isEmpty() ? NodeStatus.OK : lostKeys.sentence());
        put(checks, "udp", faces.udp());
        put(checks, "tcp", faces.tcp());
        put(checks, "http", faces.http());
        dns.ifPresent(probe -> put(checks, "dns", probe.fault()));
        put(checks, "disk", machine.disk());
        put(checks, "clock", machine.clock(config.dataDirectory().resolve("records")));
        put(checks, "certificates", machine.certificates(certificates));
        if (index.isFailed()) {
            checks.put("index", "is behind by " + index.missing() + " changes until a restart; see the log");
        }
        boolean isUp = checks.values().stream().allMatch(NodeStatus.OK::equals);
        // Resolution does not need the index: while it is made, the node is up, and says so here.
        checks.putIfAbsent(
                "index",
                index.isReady()
                        ? NodeStatus.OK
                        : "is being made, " + index.built() + " records so far; searching answers 503 until then");
        return new NodeStatus(
                isUp ? "up" : "degraded",
                TanmaMain.Version.text(),
                config.nodePrefix(),
                startedAt,
                clock.instant(),
                checks,
                config.urls());
    }

    private static void put(Map<String, String> checks, String name, Optional<String> fault) {
        fault.ifPresent(what -> LOG.warn("check {} failed: {}", name, what));
        checks.put(name, fault.orElse(NodeStatus.OK));
    }

    private static String check(String name, BooleanSupplier works) {
        try {
            return works.getAsBoolean() ? NodeStatus.OK : "does not find what it must hold";
        } catch (RuntimeException e) {
            LOG.warn("check {} failed", name, e);
            return "does not answer";
        }
    }
}
