// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.tanma.handle.wire.WireLayout;
import org.tanma.resolver.limit.LimitEvent;
import org.tanma.resolver.limit.PeerLimits;
import org.tanma.resolver.limit.RateLimit;

/**
 * What the handlers that answer from memory owe to the limits on peers: what is with a worker is in flight and nothing else
 * is, every request is charged, and every request is answered once and in order, whatever the order of events.
 */
class InFlightProperties {
    private static final int OF_CONNECTION = 3;
    private static final int IN_TOTAL = 5;
    private static final String[] SUFFIXES = {"/KILN-1", "/" + EmbeddedNode.ON_DISK, "/none"};
    private static final String START = "HTTP/1.1 ";

    /** On one of four connections: requests sent, a worker's piece of work done, or the connection closed. */
    record Event(int connection, Kind kind, List<Integer> requests) {}

    enum Kind {
        SEND,
        WORK,
        CLOSE
    }

    @Provide
    Arbitrary<Event> events() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.frequencyOf(
                                net.jqwik.api.Tuple.of(6, Arbitraries.just(Kind.SEND)),
                                net.jqwik.api.Tuple.of(5, Arbitraries.just(Kind.WORK)),
                                net.jqwik.api.Tuple.of(1, Arbitraries.just(Kind.CLOSE))),
                        Arbitraries.integers()
                                .between(0, SUFFIXES.length)
                                .list()
                                .ofMinSize(1)
                                .ofMaxSize(8))
                .as(Event::new);
    }

    /** Connections 0 and 1 speak the Handle protocol, 2 and 3 HTTP. */
    private static final class Peer {
        final EmbeddedChannel channel;
        final boolean isHttp;
        final Deque<byte[]> unread = new ArrayDeque<>();
        final Deque<Runnable> work = new ArrayDeque<>();
        int sent;
        int answered;

        Peer(EmbeddedChannel channel, boolean isHttp) {
            this.channel = channel;
            this.isHttp = isHttp;
        }

        void send(List<Integer> requests) {
            ByteArrayOutputStream octets = new ByteArrayOutputStream();
            for (int request : requests) {
                sent++;
                octets.writeBytes(isHttp ? http(request) : natively(request));
            }
            unread.add(octets.toByteArray());
        }

        private byte[] natively(int request) {
            String suffix = SUFFIXES[Math.min(request, SUFFIXES.length - 1)];
            return RawRequests.resolve(sent, EmbeddedNode.PREFIX + suffix);
        }

        private static byte[] http(int request) {
            String target = request == SUFFIXES.length
                    ? "/api/site"
                    : "/api/handles/" + EmbeddedNode.PREFIX + SUFFIXES[request];
            return ("GET " + target + " HTTP/1.1\r\nHost: x\r\n\r\n").getBytes(StandardCharsets.US_ASCII);
        }

        /** Lets the node read while it wants to, and reads what it answers. */
        void move() {
            channel.runPendingTasks();
            while (channel.isOpen() && channel.config().isAutoRead() && !unread.isEmpty()) {
                channel.writeInbound(Unpooled.wrappedBuffer(unread.remove()));
                channel.runPendingTasks();
            }
            for (ByteBuf piece = channel.readOutbound(); piece != null; piece = channel.readOutbound()) {
                byte[] octets = new byte[piece.readableBytes()];
                piece.readBytes(octets).release();
                if (isHttp) {
                    answered += new String(octets, StandardCharsets.ISO_8859_1).split(START, -1).length - 1;
                } else {
                    readAnswers(ByteBuffer.wrap(octets));
                }
            }
        }

        private void readAnswers(ByteBuffer in) {
            while (in.hasRemaining()) {
                assertThat(in.getInt(in.position() + WireLayout.REQUEST_ID)).isEqualTo(++answered);
                in.position(in.position()
                        + WireLayout.ENVELOPE_OCTETS
                        + in.getInt(in.position() + WireLayout.MESSAGE_LENGTH));
            }
        }
    }

    private final List<Peer> peers = new ArrayList<>();
    private Peer acting;

    private void act(Peer peer, Runnable action) {
        acting = peer;
        action.run();
        peer.move();
    }

    @Property(tries = 300)
    void whatWorkersHave_isInFlightAndNothingElse(
            @ForAll @Size(max = 60) List<@net.jqwik.api.From("events") Event> events) {
        peers.clear();
        PeerLimits limits = EmbeddedNode.PEERS.withInFlight(OF_CONNECTION, IN_TOTAL);
        EmbeddedNode node = new EmbeddedNode(limits, work -> acting.work.add(work));
        for (int i = 0; i < 4; i++) {
            peers.add(i < 2 ? new Peer(node.tcp(), false) : new Peer(node.http(), true));
        }
        for (Event event : events) {
            Peer peer = peers.get(event.connection());
            act(peer, () -> perform(peer, event));
            requireCounted(node);
        }
        while (!isQuiet()) {
            for (Peer peer : peers) {
                act(peer, () -> work(peer));
                act(peer, () -> peer.channel.advanceTimeBy(20, TimeUnit.MILLISECONDS));
                requireCounted(node);
            }
        }
        for (Peer peer : peers) {
            if (peer.channel.isOpen()) {
                assertThat(peer.answered).isEqualTo(peer.sent);
            }
        }
        assertThat(node.gate.inFlight().count()).isZero();
        peers.forEach(peer -> peer.channel.finishAndReleaseAll());
        node.requireClean();
    }

    private static void perform(Peer peer, Event event) {
        switch (event.kind()) {
            case SEND -> {
                if (peer.channel.isOpen()) {
                    peer.send(event.requests());
                }
            }
            case WORK -> work(peer);
            case CLOSE -> peer.channel.close();
        }
    }

    private static void work(Peer peer) {
        if (!peer.work.isEmpty()) {
            peer.work.remove().run();
        }
    }

    private boolean isQuiet() {
        return peers.stream()
                .allMatch(peer -> peer.work.isEmpty() && (!peer.channel.isOpen() || peer.answered == peer.sent));
    }

    /** Open connections with a worker have something in flight; with no worker at work nothing is. */
    private void requireCounted(EmbeddedNode node) {
        int count = node.gate.inFlight().count();
        long withWorkers = peers.stream()
                .filter(peer -> peer.channel.isOpen() && !peer.work.isEmpty())
                .count();
        assertThat(count).isBetween((int) withWorkers, IN_TOTAL);
        if (peers.stream().allMatch(peer -> peer.work.isEmpty())) {
            assertThat(count).isZero();
        }
    }

    @Property(tries = 60)
    void whatIsAnsweredFromMemory_isChargedAllTheSame(
            @ForAll @IntRange(min = 1, max = 40) int requests,
            @ForAll @IntRange(min = 1, max = 3) int kind,
            @ForAll boolean isHttp) {
        int burst = 20;
        PeerLimits limits = EmbeddedNode.PEERS.withRequests(new RateLimit(1, burst));
        EmbeddedNode node = new EmbeddedNode(limits, Runnable::run);
        Peer peer = new Peer(isHttp ? node.http() : node.tcp(), isHttp);
        for (int i = 0; i < requests; i++) {
            peer.send(List.of(kind - 1));
            peer.move();
        }
        assertThat(node.gate.counts().of(LimitEvent.REQUESTS_PUT_OFF)).isEqualTo(requests > burst ? 1 : 0);
        assertThat(peer.answered).isEqualTo(Math.min(requests, burst + 1));
        peer.channel.finishAndReleaseAll();
        node.requireClean();
    }
}
