// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.net.InetAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.cache.AnswerCacheConfig;
import org.tanma.resolver.cache.EpochAnswerCache;
import org.tanma.resolver.limit.NetworkLists;
import org.tanma.resolver.meter.AccessLog;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.store.MemoryHandleStore;

/** A node's faces on free ports of the loopback address, over records in memory; the time stands still. */
final class RunningFaces implements AutoCloseable {
    static final String PREFIX = "20.500.12345";
    static final Instant NOW = Instant.parse("2025-01-01T00:00:00Z");

    final MemoryHandleStore store = new MemoryHandleStore();
    final EpochAnswerCache cache = EpochAnswerCache.of(AnswerCacheConfig.DEFAULT);
    final NodeFaces faces;

    private RunningFaces(NetLimits limits, NetworkLists networks, AccessLog log) {
        NodeFacesConfig config = NodeFacesConfig.on(InetAddress.getLoopbackAddress(), 0, 0)
                .withLimits(limits)
                .withDemonstrationPrefixes(List.of(PREFIX + ".9"));
        faces = NodeFaces.open(
                config,
                NodeServices.of(new ResolutionPipeline(ResponsiblePrefixes.of(PREFIX), store), InstantSource.fixed(NOW))
                        .withNetworks(networks)
                        .withCache(cache)
                        .withAccessLog(log));
        store.subscribe(cache);
    }

    static RunningFaces start() {
        return start(NetLimits.DEFAULT);
    }

    static RunningFaces start(NetLimits limits) {
        return start(limits, NetworkLists.none());
    }

    static RunningFaces start(NetLimits limits, NetworkLists networks) {
        return new RunningFaces(limits, networks, AccessLog.NONE);
    }

    static RunningFaces start(AccessLog log) {
        return new RunningFaces(NetLimits.DEFAULT, NetworkLists.none(), log);
    }

    void put(String handle, HandleValue... values) {
        store.createOrReplace(new HandleRecord(HandleName.parse(handle), List.of(values)));
    }

    @Override
    public void close() {
        faces.close();
    }
}
