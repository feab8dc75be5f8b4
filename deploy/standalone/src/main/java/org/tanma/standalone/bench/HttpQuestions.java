// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;

/** {@code GET /api/handles/…} of HTTP 1.1; request ids are not sent, since answers come in order. */
final class HttpQuestions implements QuestionTemplate {
    private static final String VERB = "GET /api/handles/";

    private final byte[] before;
    private final byte[] after;
    private final int headOctets;

    /** Errors: {@link IllegalArgumentException} when the pattern would have to be escaped in a path. */
    HttpQuestions(NamePattern pattern, String host, boolean keepsConnection) {
        requirePlain(pattern);
        String head = " HTTP/1.1\r\nHost: " + host + "\r\n" + (keepsConnection ? "" : "Connection: close\r\n") + "\r\n";
        this.before = octets(VERB + pattern.before());
        this.after = octets(pattern.after() + head);
        this.headOctets = head.length();
    }

    /** Where the handle begins in a question. */
    static int handleAt() {
        return VERB.length();
    }

    /** Errors: {@link IllegalArgumentException} when the pattern would have to be escaped in a path. */
    static void requirePlain(NamePattern pattern) {
        String name = pattern.name(0);
        if (!escaped("/" + name).equals("/" + name) || name.indexOf('%') >= 0) {
            throw new IllegalArgumentException("'" + name + "' has characters that a path cannot hold as they are");
        }
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String escaped(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + path + "' has no form in a URL", e);
        }
    }

    @Override
    public ByteBuf newBuffer(ByteBufAllocator allocator) {
        int most = before.length + Digits.MOST + after.length;
        return allocator.directBuffer(most, most).writeBytes(before).writeZero(most - before.length);
    }

    @Override
    public AnswerReader newReader(LoadConnection connection) {
        return new HttpAnswerReader(connection, headOctets);
    }

    @Override
    public void write(ByteBuf question, int requestId, long number) {
        int end = Digits.write(question, before.length, number);
        question.setBytes(end, after);
        question.setIndex(0, end + after.length);
    }
}
