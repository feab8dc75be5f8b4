// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Answers of HTTP 1.1 with a length or in chunks, in the order of their questions.
 *
 * <p>Reads no more of a head than status, length and transfer coding; an answer that has neither is {@link #LOST}. A chunked
 * body is looked through where it lies, chunk sizes between.
 */
final class HttpAnswerReader implements AnswerReader {
    private static final int MOST_OCTETS = 1 << 24;
    private static final int STATUS = "HTTP/1.1 ".length();
    private static final String LENGTH = "content-length:";
    private static final String CHUNKED = "transfer-encoding: chunked";

    private final LoadConnection connection;
    private final int headOctets;
    private final Queue<Slot> order = new ArrayDeque<>();

    /**
     * @param headOctets of each question after its handle
     */
    HttpAnswerReader(LoadConnection connection, int headOctets) {
        this.connection = connection;
        this.headOctets = headOctets;
    }

    @Override
    public int take(ByteBuf in, int at) {
        int end = in.writerIndex();
        int length = -1;
        boolean isChunked = false;
        int line = at;
        for (int feed = in.indexOf(line, end, (byte) '\n'); feed >= 0; feed = in.indexOf(line, end, (byte) '\n')) {
            if (feed - line <= 1) {
                return body(in, at, feed + 1, end, length, isChunked);
            }
            int first = in.getByte(line) | 0x20;
            if (first == 'c' && startsWith(in, line, feed, LENGTH)) {
                length = number(in, line + LENGTH.length(), feed);
            } else if (first == 't' && startsWith(in, line, feed, CHUNKED)) {
                isChunked = true;
            }
            line = feed + 1;
        }
        return end - at > MOST_OCTETS ? LOST : 0;
    }

    private int body(ByteBuf in, int at, int from, int end, int length, boolean isChunked) {
        int to = isChunked ? chunksEnd(in, from, end) : length < 0 ? LOST : from + length;
        if (to == LOST || to - at > MOST_OCTETS) {
            return LOST;
        }
        if (to == 0 || to > end) {
            return 0;
        }
        Slot slot = order.poll();
        if (slot == null || from - at < STATUS + 3) {
            return LOST;
        }
        int handleOctets = slot.question.writerIndex() - headOctets - HttpQuestions.handleAt();
        String fault = connection
                .lane()
                .check()
                .httpAnswer(
                        number(in, at + STATUS, from),
                        in,
                        from,
                        to,
                        slot.question,
                        HttpQuestions.handleAt(),
                        handleOctets);
        connection.end(slot, fault, to - at);
        return to - at;
    }

    /** Where a chunked body ends that begins here; 0 while it is not whole. */
    private static int chunksEnd(ByteBuf in, int from, int end) {
        int at = from;
        while (true) {
            int feed = at < end ? in.indexOf(at, end, (byte) '\n') : -1;
            if (feed < 0) {
                return 0;
            }
            int size = hexadecimal(in, at, feed);
            if (size < 0) {
                return LOST;
            }
            if (size == 0) {
                return feed + 3 <= end ? feed + 3 : 0;
            }
            at = feed + 1 + size + 2;
        }
    }

    private static boolean startsWith(ByteBuf in, int at, int end, String lowerCase) {
        if (end - at < lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            int octet = in.getByte(at + i);
            if ((octet >= 'A' && octet <= 'Z' ? octet | 0x20 : octet) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The first number in a line; -1 for none or one over {@link #MOST_OCTETS}. */
    private static int number(ByteBuf in, int from, int end) {
        int at = from;
        while (at < end && in.getByte(at) == ' ') {
            at++;
        }
        int value = -1;
        for (; at < end; at++) {
            int digit = in.getByte(at) - '0';
            if (digit < 0 || digit > 9) {
                return value;
            }
            value = Math.max(value, 0) * 10 + digit;
            if (value > MOST_OCTETS) {
                return -1;
            }
        }
        return value;
    }

    private static int hexadecimal(ByteBuf in, int from, int end) {
        int value = -1;
        for (int at = from; at < end; at++) {
            int digit = Character.digit(in.getByte(at), 16);
            if (digit < 0) {
                return value;
            }
            value = Math.max(value, 0) * 16 + digit;
            if (value > MOST_OCTETS) {
                return -1;
            }
        }
        return value;
    }

    @Override
    public void sent(Slot slot) {
        order.add(slot);
    }

    @Override
    public void reset() {
        order.clear();
    }
}
