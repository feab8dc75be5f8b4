// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tanma.resolver.limit.LimitEvent;
import org.tanma.resolver.limit.NetworkLists;
import org.tanma.resolver.limit.PeerGate;
import org.tanma.resolver.limit.PeerLimits;
import org.tanma.resolver.limit.RateLimit;

class RequestGateTest {
    private final List<ByteBuf> asked = new ArrayList<>();
    private final List<EmbeddedChannel> connections = new ArrayList<>();

    /** As the handlers that answer do: stops reading with the first request, reads again when told that all are answered. */
    private final class Answering extends ChannelInboundHandlerAdapter {
        @Override
        public void channelRead(ChannelHandlerContext context, Object request) {
            context.channel().config().setAutoRead(false);
            asked.add((ByteBuf) request);
        }
    }

    private EmbeddedChannel connection(PeerGate gate) {
        ConnectionWatch watch = new ConnectionWatch(gate, 0, 1);
        EmbeddedChannel connection = new EmbeddedChannel(watch, new RequestGate(gate, watch, 0, 1), new Answering());
        connection.freezeTime();
        connections.add(connection);
        return connection;
    }

    private void send(EmbeddedChannel connection, int requests) {
        connection.writeInbound(IntStream.range(0, requests)
                .mapToObj(i -> Unpooled.buffer(1).writeByte(i))
                .toArray());
    }

    private int answerAll(EmbeddedChannel connection) {
        int answered = asked.size();
        asked.forEach(ByteBuf::release);
        asked.clear();
        connection.config().setAutoRead(true);
        connection.runPendingTasks();
        return answered;
    }

    @AfterEach
    void close() {
        connections.forEach(EmbeddedChannel::finishAndReleaseAll);
        asked.forEach(ByteBuf::release);
    }

    private static PeerGate gate(PeerLimits limits) {
        return PeerGate.of(limits, NetworkLists.of("", ""));
    }

    @Test
    void oneOverTheLimitOfAConnection_waitsUntilTheOthersAreAnswered() {
        PeerGate gate = gate(PeerLimits.DEFAULT.withInFlight(3, 100));
        EmbeddedChannel connection = connection(gate);
        send(connection, 4);
        assertThat(asked).hasSize(3);
        assertThat(gate.inFlight().count()).isEqualTo(3);
        answerAll(connection);
        assertThat(asked).hasSize(1);
        answerAll(connection);
        assertThat(gate.inFlight().count()).isZero();
    }

    @Test
    void allThatCameAtOnce_isAnsweredInOrder() {
        EmbeddedChannel connection = connection(gate(PeerLimits.DEFAULT.withInFlight(3, 3)));
        send(connection, 100);
        List<Integer> order = new ArrayList<>();
        while (!asked.isEmpty()) {
            assertThat(asked).hasSizeLessThanOrEqualTo(3);
            asked.forEach(request -> order.add((int) request.getByte(0)));
            answerAll(connection);
        }
        assertThat(order).isEqualTo(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void oneOverTheTotal_waitsUntilAnotherConnectionIsAnswered() {
        PeerGate gate = gate(PeerLimits.DEFAULT.withInFlight(2, 2));
        EmbeddedChannel first = connection(gate);
        EmbeddedChannel second = connection(gate);
        send(first, 2);
        send(second, 1);
        assertThat(asked).hasSize(2);
        second.read();
        assertThat(gate.counts().of(LimitEvent.IN_FLIGHT_FULL)).isEqualTo(1);
        answerAll(first);
        assertThat(asked).isEmpty();
        second.advanceTimeBy(10, TimeUnit.MILLISECONDS);
        second.runPendingTasks();
        assertThat(asked).hasSize(1);
    }

    @Test
    void connectionThatEnds_givesBackWhatItHeld() {
        PeerGate gate = gate(PeerLimits.DEFAULT.withInFlight(2, 2));
        EmbeddedChannel first = connection(gate);
        ByteBuf waiting = Unpooled.buffer(1).writeByte(1);
        send(first, 2);
        first.writeInbound(waiting);
        first.close();
        assertThat(waiting.refCnt()).isZero();
        assertThat(gate.inFlight().count()).isZero();
    }

    @Test
    void networkOverItsRate_isNotReadForAsLongAsItOwes() {
        PeerGate gate = gate(PeerLimits.DEFAULT.withRequests(new RateLimit(10, 5)));
        EmbeddedChannel connection = connection(gate);
        send(connection, 6);
        assertThat(answerAll(connection)).as("what was read is answered").isEqualTo(6);
        assertThat(gate.counts().of(LimitEvent.REQUESTS_PUT_OFF)).isEqualTo(1);
        send(connection, 1);
        assertThat(asked).as("read with the others, answered later").isEmpty();
        connection.advanceTimeBy(1, TimeUnit.SECONDS);
        connection.runPendingTasks();
        connection.read();
        assertThat(asked).hasSize(1);
    }
}
