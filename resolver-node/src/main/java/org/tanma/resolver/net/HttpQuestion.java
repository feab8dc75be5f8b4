// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import io.netty.util.concurrent.FastThreadLocal;
import java.nio.charset.StandardCharsets;
import org.tanma.resolver.cache.CachedAnswer;
import org.tanma.resolver.cache.HotPath;
import org.tanma.resolver.cache.Question;

/**
 * An HTTP request as a question that may have been answered before.
 *
 * <p>Such is {@code GET /api/handles/…} by HTTP/1.1, of at most {@value #MOST_OCTETS} octets with its headers, on a connection
 * that stays open, none of whose headers could change the answer: only a few are known not to. What names the question is
 * the request line after {@code /api/handles/}. Copies the request's octets. One a thread.
 */
@HotPath
final class HttpQuestion {
    static final int MOST_OCTETS = 4_096;
    /** Not all of it has come. */
    static final int UNFINISHED = 0;
    /** Another kind of request. */
    static final int OTHER = -1;

    private static final byte[] START = octets("GET /api/handles/");
    private static final int METHOD_OCTETS = 4;
    private static final byte[] END = octets(" HTTP/1.1\r\n");
    /** Names in lower case. */
    private static final byte[][] HARMLESS = {
        octets("host:"),
        octets("user-agent:"),
        octets("accept:"),
        octets("accept-encoding:"),
        octets("accept-language:"),
        octets("cache-control:"),
        octets("pragma:"),
        octets("dnt:"),
        octets("upgrade-insecure-requests:"),
        octets("sec-fetch-site:"),
        octets("sec-fetch-mode:"),
        octets("sec-fetch-dest:"),
        octets("sec-fetch-user:"),
        octets("connection: keep-alive\r\n"),
        octets("content-length: 0\r\n"),
    };

    private static final byte[] HOST = HARMLESS[0];
    /** Sets these questions apart from those of other faces. */
    private static final int TAG = 2;

    private static final int LETTER_CASE = 'a' - 'A';
    private static final PerThread PER_THREAD = new PerThread();

    private final byte[] request = new byte[MOST_OCTETS];
    private final Question question = new Question();
    private final CachedAnswer found = new CachedAnswer();
    private int length;
    private int targetEnd;

    /** The one of the calling thread. */
    static HttpQuestion ofThisThread() {
        return PER_THREAD.get();
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads the request that begins at the buffer's reader index: its octets, {@link #UNFINISHED} or {@link #OTHER}. */
    int read(ByteBuf in) {
        length = in.readableBytes() < MOST_OCTETS ? in.readableBytes() : MOST_OCTETS;
        in.getBytes(in.readerIndex(), request, 0, length);
        if (!isAt(0, START, length < START.length ? length : START.length)) {
            return OTHER;
        }
        if (length < START.length) {
            return UNFINISHED;
        }
        int at = START.length;
        while (at < length && request[at] > ' ' && request[at] != '#') {
            at++;
        }
        targetEnd = at;
        if (length - at < END.length) {
            return unfinished();
        }
        return isAt(at, END, END.length) ? readHeaders(at + END.length) : OTHER;
    }

    private int readHeaders(int first) {
        boolean hasHost = false;
        int at = first;
        while (true) {
            int end = at;
            while (end < length && request[end] != '\n') {
                end++;
            }
            if (end == length) {
                return unfinished();
            }
            if (request[end - 1] != '\r') {
                return OTHER;
            }
            if (end == at + 1) {
                question.set(TAG, request, START.length, targetEnd - START.length);
                return hasHost ? end + 1 : OTHER;
            }
            if (!isHarmless(at)) {
                return OTHER;
            }
            hasHost |= isAt(at, HOST, HOST.length);
            at = end + 1;
        }
    }

    private int unfinished() {
        return length == MOST_OCTETS ? OTHER : UNFINISHED;
    }

    private boolean isHarmless(int at) {
        for (byte[] name : HARMLESS) {
            if (length - at >= name.length && isAt(at, name, name.length)) {
                return true;
            }
        }
        return false;
    }

    /** True when these octets are there; letters of the request that are upper case where they are lower case are, too. */
    private boolean isAt(int at, byte[] expected, int count) {
        if (length - at < count) {
            return false;
        }
        for (int i = 0; i < count; i++) {
            byte b = request[at + i];
            if (b != expected[i] && !(at > 0 && b >= 'A' && b <= 'Z' && b + LETTER_CASE == expected[i])) {
                return false;
            }
        }
        return true;
    }

    Question question() {
        return question;
    }

    /** Where a response to it is put that was given before. */
    CachedAnswer found() {
        return found;
    }

    /** The question of a request with this target. */
    static Question of(String target) {
        byte[] octets = octets(target);
        int from = START.length - METHOD_OCTETS;
        return new Question().set(TAG, octets, from, octets.length - from);
    }

    /** The request's target: path and query as they came. */
    String target() {
        return new String(request, METHOD_OCTETS, targetEnd - METHOD_OCTETS, StandardCharsets.US_ASCII);
    }

    private static final class PerThread extends FastThreadLocal<HttpQuestion> {
        @Override
        protected HttpQuestion initialValue() {
            return new HttpQuestion();
        }
    }
}
