// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.LoggerFactory;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.Administrators;
import org.tanma.resolver.access.KeyAuthenticator;
import org.tanma.resolver.access.StoredKeys;
import org.tanma.resolver.admin.HomedPrefixes;
import org.tanma.resolver.admin.RecordRule;
import org.tanma.resolver.admin.StoreAdministration;
import org.tanma.resolver.cache.AnswerCacheConfig;
import org.tanma.resolver.cache.EpochAnswerCache;
import org.tanma.resolver.limit.NetworkLists;
import org.tanma.resolver.limit.PeerAddress;
import org.tanma.resolver.limit.PeerGate;
import org.tanma.resolver.limit.PeerLimits;
import org.tanma.resolver.meter.AccessLog;
import org.tanma.resolver.meter.Face;
import org.tanma.resolver.meter.FaceCounts;
import org.tanma.resolver.net.rest.RestApi;
import org.tanma.resolver.net.rest.RestSessions;
import org.tanma.resolver.protocol.ProtocolAnswers;
import org.tanma.resolver.proxy.ProxyConfig;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.MemoryHandleStore;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.resolver.store.WouldBlockException;

/**
 * A node's TCP and HTTP faces without sockets: connections are embedded channels that seem to come from this machine; what
 * workers do is done where the test has it done. The prefix handle has the secret {@value #SECRET} at index 300; the time
 * stands still, and what is drawn by lot is always the same.
 */
final class EmbeddedNode {
    static final String PREFIX = RunningFaces.PREFIX;
    static final String NODE = "0.NA/" + PREFIX;
    static final String SECRET = "s:cret";
    /** Suffixes that begin with this are not in memory: somebody has to wait for them. */
    static final String ON_DISK = "disk";

    private static final InetSocketAddress PEER = new InetSocketAddress(InetAddress.getLoopbackAddress(), 40_000);
    private static final ListAppender<ILoggingEvent> FAILURES = listenTo(Workers.class);
    private static final InstantSource CLOCK = InstantSource.fixed(RunningFaces.NOW);
    private static final ResponsiblePrefixes PREFIXES = ResponsiblePrefixes.of(PREFIX);
    /** What takes long to make is made once, for one node after the other. */
    private static final EpochAnswerCache CACHE = EpochAnswerCache.of(new AnswerCacheConfig(
            AnswerCacheConfig.Place.OUTSIDE, 1 << 20, Duration.ofHours(1), Duration.ofMinutes(1)));

    private static volatile HandleStore latest = new MemoryHandleStore();
    private static final HandlePages PAGES = new HandlePages(
            new ResolutionPipeline(PREFIXES, name -> latest.find(name)), CLOCK, List.of(), ProxyConfig.ALONE);

    /** Limits whose tables take little room. */
    static final PeerLimits PEERS = withFewNetworks(PeerLimits.DEFAULT);

    final MemoryHandleStore store = new MemoryHandleStore();
    final FaceCounts counts = new FaceCounts();
    final UnpooledByteBufAllocator buffers = new UnpooledByteBufAllocator(false);
    final PeerGate gate;
    final ProtocolAnswers protocol;
    private final Workers workers;
    private final CachedNativeAnswers natives;
    private final HttpAnswers web;
    private final CachedHttpAnswers cachedWeb;

    /** For peers subject to these limits; {@code workers} do what may block. */
    EmbeddedNode(PeerLimits limits, Executor workers) {
        this(limits, workers, 1 << 24);
    }

    /** Holds at most so many octets of requests that are not complete, and as many with workers. */
    EmbeddedNode(PeerLimits limits, Executor workers, long mostOctets) {
        FAILURES.list.clear();
        store.createOrReplace(new HandleRecord(
                HandleName.parse(NODE),
                List.of(Administrators.admin(100, AdminRecord.ALL, NODE, 300), Administrators.secret(300, SECRET))));
        store.createOrReplace(new HandleRecord(
                HandleName.parse(PREFIX + "/KILN-1"),
                List.of(
                        HandleValue.text(1, "URL", "https://kiln.example/窑", 0),
                        HandleValue.text(2, "EMAIL", "kiln@example.com", 0),
                        Administrators.value(3, "D", new byte[] {0, -1}, ValuePermissions.PRIVATE))));
        latest = store;
        StoredKeys keys = StoredKeys.remembering(store, store);
        AccessRules rules = AccessRules.of(keys, PREFIX);
        ResolutionPipeline pipeline = new ResolutionPipeline(PREFIXES, store, rules);
        StoreAdministration administration = new StoreAdministration(
                store, store, rules, HomedPrefixes.open(store, store, store, PREFIXES), PREFIX, RecordRule.NONE, CLOCK);
        KeyAuthenticator authenticator = new KeyAuthenticator(keys, CLOCK, 2);
        NodeSite site = NodeSite.of(PEER.getAddress(), 2641, 8000, 7, Optional.empty());
        protocol = new ProtocolAnswers(
                new ProtocolAnswers.Parts(
                        pipeline, administration, authenticator, site.octets(), 7, Optional.empty(), true),
                CLOCK,
                new SameEveryTime());
        ResolutionPipeline memory = new ResolutionPipeline(PREFIXES, this::findInMemory, rules);
        CACHE.everythingChanged();
        store.subscribe(CACHE);
        NativeAnswers answers = new NativeAnswers(pipeline, site, protocol);
        this.workers = new Workers(by(workers), mostOctets);
        natives = new CachedNativeAnswers(answers, new NativeAnswers(memory, site, protocol), CACHE, CLOCK);
        RestSessions sessions = new RestSessions(CLOCK);
        web = new HttpAnswers(
                new RestApi(pipeline, administration, authenticator, site::record, sessions, false), answers, PAGES);
        HttpAnswers webInMemory = new HttpAnswers(
                new RestApi(memory, administration, authenticator, site::record, sessions, false), answers, PAGES);
        cachedWeb = new CachedHttpAnswers(
                web::answerPublic, webInMemory::answerPublic, new DirectHttpAnswers(memory), CACHE, CLOCK);
        gate = PeerGate.of(limits, NetworkLists.of("", ""), mostOctets);
    }

    private static PeerLimits withFewNetworks(PeerLimits some) {
        return new PeerLimits(
                some.connectionsPerNetwork(),
                some.connectionsPerAddress(),
                some.datagrams(),
                some.slip(),
                some.requests(),
                some.inFlight(),
                some.inFlightTotal(),
                64,
                some.request(),
                some.stall());
    }

    private static ListAppender<ILoggingEvent> listenTo(Class<?> logging) {
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        appender.start();
        ((Logger) LoggerFactory.getLogger(logging)).addAppender(appender);
        return appender;
    }

    private static ThreadPoolExecutor by(Executor workers) {
        return new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(1)) {
            @Override
            public void execute(Runnable work) {
                workers.execute(work);
            }
        };
    }

    private Optional<StoredRecord> findInMemory(HandleName name) {
        if (name.suffix().startsWith(ON_DISK)) {
            throw WouldBlockException.INSTANCE;
        }
        return store.find(name);
    }

    /** A connection of the Handle protocol. */
    EmbeddedChannel tcp() {
        FaceWatch watch = new FaceWatch(Face.TCP, counts, AccessLog.NONE);
        return connection(
                (pipeline, requests, meter) -> pipeline.addLast(new TcpRequestHandler(natives, workers, meter, watch)));
    }

    /** A connection of Handle HTTP. */
    EmbeddedChannel http() {
        FaceWatch watch = new FaceWatch(Face.HTTP, counts, AccessLog.NONE);
        return connection(HandleHttpServer.handlers(web, cachedWeb, workers, Optional.empty(), watch));
    }

    private EmbeddedChannel connection(TcpListener.Handlers handlers) {
        EmbeddedChannel connection = new EmbeddedChannel() {
            @Override
            protected SocketAddress remoteAddress0() {
                return isActive() ? PEER : null;
            }
        };
        connection.config().setAllocator(buffers);
        connection.freezeTime();
        long high = PeerAddress.high(PEER.getAddress());
        long low = PeerAddress.low(PEER.getAddress());
        ConnectionWatch watch = new ConnectionWatch(gate, high, low);
        connection.pipeline().addLast(watch);
        handlers.add(
                connection.pipeline(),
                new RequestGate(gate, watch, high, low),
                new RequestMeter(gate, watch, high, low));
        return connection;
    }

    /** Fails when a worker came upon something unforeseen, or something of the connections that have ended is still held. */
    void requireClean() {
        if (!FAILURES.list.isEmpty()) {
            throw new AssertionError(FAILURES.list.get(0).getThrowableProxy().getClassName() + ": "
                    + FAILURES.list.get(0).getThrowableProxy().getMessage());
        }
        long held = buffers.metric().usedDirectMemory() + buffers.metric().usedHeapMemory();
        long counted = gate.held().count() + workers.octets();
        if (held != 0 || counted != 0 || gate.inFlight().count() != 0) {
            throw new AssertionError(held + " octets of buffers, " + counted + " counted octets of requests and "
                    + gate.inFlight().count() + " requests in flight are left");
        }
    }

    /** Octets that can be foretold. */
    private static final class SameEveryTime extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private int next = 1;

        @Override
        public void nextBytes(byte[] octets) {
            for (int i = 0; i < octets.length; i++) {
                next = next * 1_103_515_245 + 12_345;
                octets[i] = (byte) (next >>> 16 | 1);
            }
        }

        @Override
        public int nextInt(int from, int to) {
            return from + Math.floorMod(next++, to - from);
        }
    }
}
