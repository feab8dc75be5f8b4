// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.tanma.resolver.cache.AnswerCache;
import org.tanma.resolver.index.RecordIndex;
import org.tanma.resolver.limit.LimitEvent;
import org.tanma.resolver.meter.EveryNth;
import org.tanma.resolver.meter.Face;
import org.tanma.resolver.meter.FaceCounts;
import org.tanma.resolver.net.NodeFaces;
import org.tanma.resolver.net.NodeLoad;
import org.tanma.resolver.store.ChangeFeed;

/**
 * The node's figures. They are read from where they are counted when somebody asks, so that counting costs nothing more.
 *
 * <p>Every name begins with {@code resolver_} and ends with its unit, counters after that with {@code _total}. Labels have few
 * values, none of a stranger's choosing. Closed before what it reads.
 */
public final class NodeMetrics implements Supplier<String>, AutoCloseable {
    private static final String PREFIX = "resolver.";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final FaceCounts counts;
    private final Set<FaceCounts.Kind> known = new HashSet<>();

    private NodeMetrics(FaceCounts counts) {
        this.counts = counts;
        registry.config().meterFilter(new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                return id.getName().startsWith(PREFIX) ? id : id.withName(PREFIX + id.getName());
            }
        });
    }

    /** Reads these parts. */
    public static NodeMetrics of(NodeFaces faces, AnswerCache cache, ChangeFeed changes, AccessLogFile log) {
        NodeMetrics metrics = new NodeMetrics(faces.counts());
        metrics.addMachine();
        metrics.addCache(cache);
        metrics.addFaces(faces);
        metrics.counter(
                "store.committed.changes",
                "Changes of records since the store was made: the number of the last",
                changes,
                ChangeFeed::lastSequence);
        metrics.counter("access.log.written.lines", "Lines of the access log written", log, AccessLogFile::written);
        metrics.counter("access.log.dropped.lines", "Lines of the access log dropped", log, AccessLogFile::dropped);
        return metrics;
    }

    /** Reads the index of records too. */
    public void add(RecordIndex index) {
        gauge(
                "index.missing.changes",
                "Changes of records that the index has not come to",
                index,
                RecordIndex::missing);
        gauge("index.built.records", "Records read by the last making of the index", index, RecordIndex::built);
        gauge("index.size.bytes", "Octets of the index on disk, about", index, RecordIndex::octets);
    }

    private void addMachine() {
        new JvmMemoryMetrics().bindTo(registry);
        collections.bindTo(registry);
        new JvmThreadMetrics().bindTo(registry);
        new ClassLoaderMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
    }

    private void addCache(AnswerCache cache) {
        counter(
                "cache.hits.questions",
                "Questions whose answer was kept",
                cache,
                c -> c.counts().hits());
        counter(
                "cache.misses.questions",
                "Questions whose answer was not kept",
                cache,
                c -> c.counts().misses());
        counter(
                "cache.evicted.answers",
                "Answers dropped to make room",
                cache,
                c -> c.counts().evictions());
        gauge(
                "cache.kept.answers",
                "Answers kept, about",
                cache,
                c -> c.counts().answers());
        gauge(
                "cache.size.bytes",
                "Octets that they take, about",
                cache,
                c -> c.counts().octets());
    }

    private void addFaces(NodeFaces faces) {
        load("workers.busy.threads", "Workers that answer something", faces, NodeLoad::working);
        load("workers.queue.tasks", "Pieces of work that wait for a worker", faces, NodeLoad::waiting);
        load("tcp.open.connections", "Open connections of the Handle protocol", faces, NodeLoad::tcpConnections);
        load("http.open.connections", "Open connections of Handle HTTP", faces, NodeLoad::httpConnections);
        load("protocol.open.sessions", "Sessions of the Handle protocol", faces, NodeLoad::sessions);
        load("protocol.pending.challenges", "Challenges not answered yet", faces, NodeLoad::challenges);
        load("rest.open.sessions", "Proven sessions of the REST interface", faces, NodeLoad::restSessions);
        for (LimitEvent event : LimitEvent.values()) {
            FunctionCounter.builder(PREFIX + "limit.events", faces.limitCounts(), c -> c.of(event))
                    .description("What limits on peers did")
                    .tag("event", event.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        PrometheusRegistry histograms = registry.getPrometheusRegistry();
        histograms.register(new FaceTimes(
                "resolver_worker_answer",
                "From handing a request to a worker until it was answered",
                counts::workerTimes));
        histograms.register(new FaceTimes(
                "resolver_loop_answer",
                "From reading a request until an event loop had answered it at once; one in " + EveryNth.N,
                counts::loopTimes));
        for (Face face : Face.values()) {
            FunctionCounter.builder(PREFIX + "dropped.requests", counts, c -> c.dropped(face))
                    .description("Requests dropped for want of a worker")
                    .tag("face", face.label())
                    .register(registry);
        }
    }

    private void load(String name, String description, NodeFaces faces, ToDoubleFunction<NodeLoad> figure) {
        gauge(name, description, faces, f -> figure.applyAsDouble(f.load()));
    }

    private <T> void gauge(String name, String description, T source, ToDoubleFunction<T> figure) {
        Gauge.builder(PREFIX + name, source, figure)
                .description(description)
                .strongReference(true)
                .register(registry);
    }

    private <T> void counter(String name, String description, T source, ToDoubleFunction<T> figure) {
        FunctionCounter.builder(PREFIX + name, source, figure)
                .description(description)
                .register(registry);
    }

    /** All figures, in the text format 0.0.4 of Prometheus. */
    @Override
    public synchronized String get() {
        for (FaceCounts.Kind kind : counts.kinds()) {
            if (!known.add(kind)) {
                continue;
            }
            FunctionCounter.builder(PREFIX + "answered.requests", counts, c -> c.answered(kind))
                    .description("Requests answered; the code is a response code, by HTTP the status")
                    .tag("face", kind.face().label())
                    .tag("operation", kind.operation().label())
                    .tag("code", Integer.toString(kind.code()))
                    .register(registry);
        }
        return registry.scrape();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
