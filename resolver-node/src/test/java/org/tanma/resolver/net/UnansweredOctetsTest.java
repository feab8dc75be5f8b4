// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireLayout;
import org.tanma.resolver.limit.LimitEvent;

/** What peers have sent and nobody has answered yet is bounded for all of them together, whether it is complete or not. */
class UnansweredOctetsTest {
    private static final int LENGTH = 200_000;
    private static final int ROOM = 1_000;
    /** So that a network's quarter holds what one connection sends beyond what is free, and a little more. */
    private static final int MOST = 4 * (LENGTH - ConnectionWatch.FREE_OCTETS + ROOM);

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final EmbeddedNode node = new EmbeddedNode(EmbeddedNode.PEERS, work::add, MOST);
    private final List<EmbeddedChannel> connections = new ArrayList<>();

    private EmbeddedChannel connect(boolean isHttp) {
        EmbeddedChannel connection = isHttp ? node.http() : node.tcp();
        connections.add(connection);
        return connection;
    }

    /** A request of {@value #LENGTH} octets and something. */
    private static byte[] request(boolean isHttp) {
        if (isHttp) {
            byte[] head = ("PUT /api/handles/20.500.12345/a HTTP/1.1\r\nHost: x\r\nContent-Length: " + LENGTH
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            return Arrays.copyOf(head, head.length + LENGTH);
        }
        byte[] message = Arrays.copyOf(RawRequests.resolve(1, "20.500.12345/a"), WireLayout.ENVELOPE_OCTETS + LENGTH);
        ByteBuffer.wrap(message).putInt(WireLayout.MESSAGE_LENGTH, LENGTH);
        return message;
    }

    private void send(EmbeddedChannel connection, byte[] octets, int from, int to) {
        connection.writeInbound(Unpooled.copiedBuffer(octets, from, to - from));
        connection.runPendingTasks();
    }

    private void workAll() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
        connections.forEach(EmbeddedChannel::runPendingTasks);
    }

    private static byte[] answer(EmbeddedChannel connection) {
        ByteBuf octets = connection.readOutbound();
        byte[] answer = new byte[octets == null ? 0 : octets.readableBytes()];
        if (octets != null) {
            octets.readBytes(answer).release();
        }
        return answer;
    }

    private void requireClean() {
        connections.forEach(EmbeddedChannel::finishAndReleaseAll);
        node.requireClean();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void oneOverTheShareOfANetwork_isClosedAndTheOthersAreAnswered(boolean isHttp) {
        byte[] request = request(isHttp);
        EmbeddedChannel first = connect(isHttp);
        send(first, request, 0, LENGTH);
        assertThat(node.gate.held().count()).isEqualTo(LENGTH - ConnectionWatch.FREE_OCTETS);

        EmbeddedChannel second = connect(isHttp);
        int most = ConnectionWatch.FREE_OCTETS + ROOM;
        send(second, request, 0, most);
        assertThat(second.isOpen()).as("what is free and what is left").isTrue();
        send(second, request, most, most + 1);
        assertThat(second.isOpen()).as("one more").isFalse();
        assertThat(node.gate.counts().of(LimitEvent.REQUEST_WITHOUT_ROOM)).isEqualTo(1);

        EmbeddedChannel third = connect(false);
        send(
                third,
                RawRequests.resolve(3, "20.500.12345/KILN-1"),
                0,
                RawRequests.resolve(3, "20.500.12345/KILN-1").length);
        workAll();
        assertThat(answer(third)).as("others' requests").isNotEmpty();
        assertThat(first.isOpen()).isTrue();
        first.close();
        assertThat(node.gate.held().count()).isZero();
        requireClean();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void requestThatIsComplete_isNoLongerHeldButInHand(boolean isHttp) {
        byte[] request = request(isHttp);
        EmbeddedChannel connection = connect(isHttp);
        send(connection, request, 0, LENGTH);
        send(connection, request, LENGTH, request.length);
        assertThat(node.gate.held().count()).isZero();
        workAll();
        assertThat(answer(connection)).isNotEmpty();
        requireClean();
    }

    @Test
    void moreInHandThanMayBe_isToldThatTheNodeIsBusy() {
        List<EmbeddedChannel> busy = new ArrayList<>();
        for (int i = 0; i * LENGTH < MOST; i++) {
            EmbeddedChannel connection = connect(false);
            byte[] request = request(false);
            for (int at = 0; at < request.length; at += ConnectionWatch.FREE_OCTETS) {
                send(connection, request, at, Math.min(request.length, at + ConnectionWatch.FREE_OCTETS));
            }
            busy.add(connection);
        }
        byte[] refused = answer(busy.get(busy.size() - 1));
        assertThat(RawRequests.decode(refused).header().responseCode()).isEqualTo(ResponseCode.SERVER_BUSY);
        assertThat(work).hasSize(busy.size() - 1);
        workAll();
        assertThat(busy).allMatch(EmbeddedChannel::isOpen);
        requireClean();
    }
}
