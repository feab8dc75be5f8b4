// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.wire.WireLayout;
import org.tanma.resolver.cache.CachedAnswer;
import org.tanma.resolver.meter.AccessLine;
import org.tanma.resolver.meter.AccessLog;
import org.tanma.resolver.meter.EveryNth;
import org.tanma.resolver.meter.Face;
import org.tanma.resolver.meter.FaceCounts;
import org.tanma.resolver.meter.Operation;
import org.tanma.resolver.net.dns.DnsResponder;
import org.tanma.resolver.net.rest.HttpTarget;
import org.tanma.resolver.net.rest.RestApi;

/**
 * Notes what one face answered. Costs a request two counts, unless somebody wants to be told of it or its time is taken, as
 * it is of every {@value EveryNth#N}th that an event loop answers at once. Safe between threads.
 *
 * <p>Times are of {@link System#nanoTime}; 0 where none was taken.
 */
final class FaceWatch {
    private static final String HANDLES = RestApi.ROOT + "/handles/";
    private static final int HIDDEN = WireLayout.FLAG_ENCRYPTED | WireLayout.FLAG_COMPRESSED;
    /** Where the status stands in a response. */
    private static final int STATUS = "HTTP/1.1 ".length();

    private static final int STATUS_DIGITS = 3;
    private static final int TEN = 10;
    /** Most octets of a character. */
    private static final int UTF_8_OCTETS = 4;

    private final Face face;
    private final FaceCounts counts;
    private final AccessLog log;
    private final EveryNth timed = new EveryNth();

    FaceWatch(Face face, FaceCounts counts, AccessLog log) {
        this.face = face;
        this.counts = counts;
        this.log = log;
    }

    /** When a request is answered on the event loop: the time now if anybody will ask for it. */
    long start() {
        return log.isOn() || timed.isNext() ? System.nanoTime() : 0;
    }

    /** An event loop answered by itself what it began with at that {@link #start}. */
    void atOnce(long since) {
        if (since != 0 && (!log.isOn() || timed.isNext())) {
            counts.loopTimes(face).add(System.nanoTime() - since);
        }
    }

    /** Requests were dropped for want of a worker. */
    void dropped(int requests) {
        counts.dropped(face, requests);
    }

    /** A worker answered what was handed over at that time. */
    void worked(long since) {
        counts.workerTimes(face).add(System.nanoTime() - since);
    }

    /**
     * A message of the Handle protocol was answered, with what lies in {@code answer} from {@code start} on; nothing there is
     * no answer.
     */
    void answered(
            ByteBuf request, int at, int length, ByteBuf answer, int start, @Nullable SocketAddress peer, long since) {
        int octets = answer.writerIndex() - start;
        if (octets < WireLayout.ENVELOPE_OCTETS) {
            return;
        }
        Operation operation = isOpen(request, at, length)
                ? Operation.ofCode(request.getInt(at + WireLayout.OP_CODE))
                : Operation.OTHER;
        int code = isOpen(answer, start, octets) ? answer.getInt(start + WireLayout.RESPONSE_CODE) : 0;
        counts.answered(face, operation, code);
        if (log.wantsNext()) {
            write(peer, operation, handle(request, at, length, operation), code, octets, since);
        }
    }

    /** Whether a message has a header that is to be read without its session's key. */
    private static boolean isOpen(ByteBuf message, int at, int length) {
        return length >= WireLayout.BODY && (message.getByte(at + WireLayout.MESSAGE_FLAGS) & HIDDEN) == 0;
    }

    /** A DNS message was answered with this code, in so many octets. */
    void answeredDns(ByteBuf question, int code, int octets, @Nullable SocketAddress peer, long since) {
        counts.answered(face, Operation.RESOLUTION, code);
        if (log.wantsNext()) {
            write(peer, Operation.RESOLUTION, DnsResponder.nameIn(question), code, octets, since);
        }
    }

    /** The response to this question was these octets. */
    void answeredHttp(HttpQuestion question, CachedAnswer response, @Nullable SocketAddress peer, long since) {
        int status = statusOf(response.octets());
        counts.answered(face, Operation.GET, status);
        if (log.wantsNext()) {
            write(peer, Operation.GET, handle(question.target()), status, response.length(), since);
        }
    }

    /** The status in a response's octets. */
    private static int statusOf(byte[] response) {
        int status = 0;
        for (int i = STATUS; i < STATUS + STATUS_DIGITS; i++) {
            status = TEN * status + response[i] - '0';
        }
        return status;
    }

    /** The response to a plain GET of this target was these octets. */
    void answeredHttp(String target, byte[] response, @Nullable SocketAddress peer, long since) {
        answeredHttp(Operation.GET, statusOf(response), target, response.length, peer, since);
    }

    /** A request by HTTP was answered. */
    void answeredHttp(
            Operation method, int status, String target, int octets, @Nullable SocketAddress peer, long since) {
        counts.answered(face, method, status);
        if (log.wantsNext()) {
            write(peer, method, handle(target), status, octets, since);
        }
    }

    private void write(
            @Nullable SocketAddress peer, Operation operation, String handle, int code, int octets, long since) {
        Optional<InetAddress> address =
                peer instanceof InetSocketAddress known ? Optional.ofNullable(known.getAddress()) : Optional.empty();
        long micros = since == 0 ? 0 : TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - since);
        log.write(new AccessLine(face, address, operation, handle, code, octets, micros));
    }

    /** The handle a request begins with, if that is to be read without its session's key. */
    private static String handle(ByteBuf request, int at, int length, Operation operation) {
        if (!operation.namesHandleFirst() || length < WireLayout.BODY + WireLayout.LENGTH_OCTETS) {
            return "";
        }
        int octets = request.getInt(at + WireLayout.BODY);
        int from = WireLayout.BODY + WireLayout.LENGTH_OCTETS;
        return octets < 0 || octets > length - from
                ? ""
                : request.toString(
                        at + from, Math.min(octets, UTF_8_OCTETS * AccessLine.MOST_HANDLE), StandardCharsets.UTF_8);
    }

    /** The handle in a target; nothing of a query, nor of the names of sessions. */
    private static String handle(String target) {
        try {
            HttpTarget read = HttpTarget.parse(target);
            if (read.path().startsWith(HANDLES)) {
                return read.path().substring(HANDLES.length());
            }
            return RestApi.isFor(read) || read.path().isEmpty()
                    ? ""
                    : read.path().substring(1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
