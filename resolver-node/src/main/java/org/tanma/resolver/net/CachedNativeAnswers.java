// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireLayout;
import org.tanma.resolver.cache.AnswerCache;
import org.tanma.resolver.cache.CachedAnswer;
import org.tanma.resolver.cache.HotPath;
import org.tanma.resolver.protocol.ProtocolPeer;
import org.tanma.resolver.store.EncodedValueCursor;
import org.tanma.resolver.store.WouldBlockException;

/**
 * Answers of the Handle protocol that were given before, and those that are to be given again.
 *
 * <p>An answer is kept in the very octets that {@link NativeAnswers} wrote; when it is given again only what echoes the
 * request is written anew. Kept are answers with values, until the first of them has outlived its TTL, and that there is no
 * such handle or value. {@link #answerAgain} and {@link #answerFromMemory} never block; {@link #answer} may. Safe between threads.
 */
@HotPath
final class CachedNativeAnswers {
    private final NativeAnswers answers;
    private final @Nullable NativeAnswers inMemory;
    private final AnswerCache cache;
    private final InstantSource clock;

    /**
     * @param inMemory the same answers made without waiting, or null when there are none such
     */
    CachedNativeAnswers(
            NativeAnswers answers, @Nullable NativeAnswers inMemory, AnswerCache cache, InstantSource clock) {
        this.answers = answers;
        this.inMemory = inMemory;
        this.cache = cache;
        this.clock = clock;
    }

    NativeAnswers natives() {
        return answers;
    }

    /**
     * Appends the answer that was given before, as the answer to this request; false when there is none of at most {@code most}
     * octets without its envelope.
     */
    boolean answerAgain(NativeQuestion question, int most, ByteBuf out) {
        CachedAnswer found = question.found();
        if (!cache.find(question.question(), nowSeconds(), found)
                || found.length() - WireLayout.ENVELOPE_OCTETS > most) {
            return false;
        }
        int start = out.writerIndex();
        out.writeBytes(found.octets(), 0, found.length());
        AnswerWriter.echo(out, start, question.request());
        return true;
    }

    /** Has answers to messages that came together fetched together; how many there are, at least 1. */
    int foresee(ByteBuf messages) {
        NativeForesight foresight = NativeForesight.ofThisThread();
        int count = foresight.read(messages);
        if (count > 1) {
            cache.foresee(foresight.questions(), count);
            return count;
        }
        return 1;
    }

    /** Answers a message as {@link NativeAnswers} does and keeps the answer if it may be given again. */
    void answer(ByteBuf message, int most, ByteBuf out) {
        NativeQuestion question = NativeQuestion.ofThisThread();
        if (!question.read(message, message.readerIndex(), message.readableBytes())) {
            answers.answer(message.nioBuffer(), question.view(), most, out);
            return;
        }
        int handleHash = question.handleHash();
        long epoch = cache.epoch(handleHash);
        int start = out.writerIndex();
        answers.answer(question.request(), question.view(), most, out);
        keepOwn(question, handleHash, epoch, start, out);
    }

    /**
     * Answers a message of a connection as {@link NativeAnswers} does and keeps the answer if it may be given again; false
     * when there is more of the answer.
     */
    boolean answer(ByteBuf message, ProtocolPeer peer, ByteBuf out) {
        NativeQuestion question = NativeQuestion.ofThisThread();
        if (!question.read(message, message.readerIndex(), message.readableBytes())) {
            return answers.answer(message.nioBuffer(), question.view(), peer, out);
        }
        int handleHash = question.handleHash();
        long epoch = cache.epoch(handleHash);
        int start = out.writerIndex();
        boolean isWhole = answers.answer(question.request(), question.view(), peer, out);
        keepOwn(question, handleHash, epoch, start, out);
        return isWhole;
    }

    /**
     * Appends the answer to a question, as {@link NativeAnswers} would, from what is in memory; false, with nothing
     * appended, when somebody has to wait for it. Keeps it when that is worth it.
     */
    boolean answerFromMemory(NativeQuestion question, int most, ByteBuf out) {
        if (inMemory == null) {
            return false;
        }
        int handleHash = question.handleHash();
        long epoch = cache.epoch(handleHash);
        int start = out.writerIndex();
        try {
            if (!inMemory.answerPublic(question.request(), question.view(), most, out)) {
                return false;
            }
        } catch (WouldBlockException e) {
            out.writerIndex(start);
            return false;
        }
        if (cache.isWorthKeeping(question.question())) {
            keep(question, handleHash, epoch, start, out);
        }
        return true;
    }

    /** What another resolver may have said is remembered elsewhere, for this node does not hear of its changes. */
    private void keepOwn(NativeQuestion question, int handleHash, long epoch, int start, ByteBuf out) {
        if (!answers.mayAskOthers(question.view())) {
            keep(question, handleHash, epoch, start, out);
        }
    }

    private void keep(NativeQuestion question, int handleHash, long epoch, int start, ByteBuf out) {
        int length = out.writerIndex() - start;
        if (length < WireLayout.BODY) {
            return;
        }
        int code = out.getInt(start + WireLayout.RESPONSE_CODE);
        if (code == ResponseCode.SUCCESS.code() || isNegative(code)) {
            byte[] octets = new byte[length];
            out.getBytes(start, octets);
            long now = nowSeconds();
            long ttl = isNegative(code) ? AnswerCache.NEGATIVE : ttlSeconds(octets, now);
            cache.put(question.question(), octets, handleHash, epoch, now, ttl);
        }
    }

    /** Appends an error in answer to a request, or nothing when there is nobody to answer. */
    void refuse(ByteBuf message, ResponseCode code, String text, ByteBuf out) {
        answers.refuse(message.nioBuffer(), code, text, out);
    }

    private static boolean isNegative(int code) {
        return code == ResponseCode.HANDLE_NOT_FOUND.code() || code == ResponseCode.VALUES_NOT_FOUND.code();
    }

    /** The smallest TTL of an answer's values. */
    private static long ttlSeconds(byte[] answer, long now) {
        ByteBuffer body = ByteBuffer.wrap(answer);
        int count = WireLayout.BODY + WireLayout.LENGTH_OCTETS + body.getInt(WireLayout.BODY);
        int values = count + WireLayout.LENGTH_OCTETS;
        int end = WireLayout.BODY + body.getInt(WireLayout.BODY_LENGTH);
        EncodedValueCursor cursor = EncodedValueCursor.over(body.getInt(count), body.slice(values, end - values));
        long ttl = Long.MAX_VALUE;
        while (cursor.next()) {
            ttl = Math.min(ttl, cursor.ttlSeconds(now));
        }
        return ttl;
    }

    private long nowSeconds() {
        return Math.floorDiv(clock.millis(), 1_000L);
    }
}
