// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.label.issue.LostKeys;
import org.tanma.resolver.store.HandleStore;
import org.tanma.standalone.rest.NodeStatus;

/** Looks whether every part of the node works, each time it is asked. */
final class NodeChecks implements Supplier<NodeStatus> {
    private static final Logger LOG = LoggerFactory.getLogger(NodeChecks.class);

    private final NodeConfig config;
    private final HandleStore store;
    private final Map<String, SqlDatabase> databases;
    private final LostKeys lostKeys;
    private final InstantSource clock;
    private final Instant startedAt;

    NodeChecks(
            NodeConfig config,
            HandleStore store,
            Map<String, SqlDatabase> databases,
            LostKeys lostKeys,
            InstantSource clock,
            Instant startedAt) {
        this.config = config;
        this.store = store;
        this.databases = Map.copyOf(databases);
        this.lostKeys = lostKeys;
        this.clock = clock;
        this.startedAt = startedAt;
    }

    @Override
    public NodeStatus get() {
        Map<String, String> checks = new TreeMap<>();
        HandleName own = HandleName.parse("0.NA/" + config.nodePrefix());
        checks.put("records", check("records", () -> store.find(own).isPresent()));
        databases.forEach((name, database) -> checks.put(name, check(name, database::isAnswering)));
        checks.put("issuer-keys", lostKeys.keyIds().isEmpty() ? NodeStatus.OK : lostKeys.sentence());
        boolean isUp = checks.values().stream().allMatch(NodeStatus.OK::equals);
        return new NodeStatus(
                isUp ? "up" : "degraded",
                TanmaMain.Version.text(),
                config.nodePrefix(),
                startedAt,
                clock.instant(),
                checks,
                config.urls());
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
