// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.cache.AnswerCache;
import org.tanma.resolver.net.rest.HttpTarget;
import org.tanma.resolver.store.WouldBlockException;

/**
 * Answers to {@code GET /api/handles/…} that were given before, and those that are to be given again, as the octets of the
 * whole response.
 *
 * <p>A response is what {@code answers} makes of a request without headers but {@code Host}. Kept are those with status 200
 * and 404. {@link #find} and {@link #answerFromMemory} never block; {@link #answer} may. Safe between threads.
 */
final class CachedHttpAnswers {
    private static final String HANDLES = "/api/handles/";
    private static final Set<String> PARAMETERS = Set.of("index", "type", "pretty", "publicOnly");
    /** What a kept response may be given for; handles' own TTLs are for whoever keeps their values. */
    private static final long LONGEST_SECONDS = 3_600;

    private final Function<FullHttpRequest, FullHttpResponse> answers;
    private final @Nullable Function<FullHttpRequest, FullHttpResponse> inMemory;
    private final @Nullable DirectHttpAnswers direct;
    private final AnswerCache cache;
    private final InstantSource clock;

    /**
     * @param inMemory the same responses made without waiting, or null when there are none such
     * @param direct the plain ones among these made in a shorter way, or null
     */
    CachedHttpAnswers(
            Function<FullHttpRequest, FullHttpResponse> answers,
            @Nullable Function<FullHttpRequest, FullHttpResponse> inMemory,
            @Nullable DirectHttpAnswers direct,
            AnswerCache cache,
            InstantSource clock) {
        this.inMemory = inMemory;
        this.direct = direct;
        this.answers = answers;
        this.cache = cache;
        this.clock = clock;
    }

    /** Puts the response given before where the question has room for it; false when there is none. */
    boolean find(HttpQuestion question) {
        return cache.find(question.question(), nowSeconds(), question.found());
    }

    /** True when a target is one that {@link #answer} may be asked for. */
    static boolean isPlain(String target) {
        if (target.indexOf('?') < 0) {
            return true;
        }
        try {
            return PARAMETERS.containsAll(HttpTarget.parse(target).parameters().keySet());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** The response to a plain GET of a target, which is kept if it may be given again. */
    byte[] answer(String target) {
        return answer(target, answers, true);
    }

    /** The same from what is in memory, kept when that is worth it; null when somebody has to wait for it. */
    byte @Nullable [] answerFromMemory(String target, HttpQuestion question) {
        if (inMemory == null) {
            return null;
        }
        boolean isToBeKept = cache.isWorthKeeping(question.question());
        try {
            byte[] plain = direct == null ? null : answerDirectly(target, direct, isToBeKept);
            return plain != null ? plain : answer(target, inMemory, isToBeKept);
        } catch (WouldBlockException e) {
            return null;
        }
    }

    private byte @Nullable [] answerDirectly(String target, DirectHttpAnswers source, boolean isToBeKept) {
        String handle = target.substring(HANDLES.length());
        if (!isToBeKept) {
            return source.answer(handle);
        }
        int handleHash;
        try {
            handleHash = HandleName.parse(handle).hashCode();
        } catch (IllegalArgumentException e) {
            return null;
        }
        long epoch = cache.epoch(handleHash);
        byte[] octets = source.answer(handle);
        if (octets != null) {
            keep(target, octets, handleHash, epoch, LONGEST_SECONDS);
        }
        return octets;
    }

    private byte[] answer(String target, Function<FullHttpRequest, FullHttpResponse> source, boolean isToBeKept) {
        int handleHash = 0;
        boolean isHandle = isToBeKept;
        try {
            handleHash = HandleName.parse(HttpTarget.parse(target).path().substring(HANDLES.length()))
                    .hashCode();
        } catch (IllegalArgumentException e) {
            isHandle = false;
        }
        long epoch = cache.epoch(handleHash);
        FullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, target);
        request.headers().set(HttpHeaderNames.HOST, "-");
        FullHttpResponse response;
        try {
            response = source.apply(request);
        } finally {
            request.release();
        }
        try {
            byte[] octets = octets(response);
            HttpResponseStatus status = response.status();
            if (isHandle && status.equals(HttpResponseStatus.OK)) {
                keep(target, octets, handleHash, epoch, LONGEST_SECONDS);
            } else if (isHandle && status.equals(HttpResponseStatus.NOT_FOUND)) {
                keep(target, octets, handleHash, epoch, AnswerCache.NEGATIVE);
            }
            return octets;
        } finally {
            response.release();
        }
    }

    private void keep(String target, byte[] octets, int handleHash, long epoch, long ttlSeconds) {
        cache.put(HttpQuestion.of(target), octets, handleHash, epoch, nowSeconds(), ttlSeconds);
    }

    /** The response as it goes over the wire. */
    static byte[] octets(FullHttpResponse response) {
        StringBuilder head = new StringBuilder(256)
                .append("HTTP/1.1 ")
                .append(response.status())
                .append("\r\n");
        for (Map.Entry<String, String> header : response.headers()) {
            head.append(header.getKey()).append(": ").append(header.getValue()).append("\r\n");
        }
        byte[] start = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] octets = new byte[start.length + response.content().readableBytes()];
        System.arraycopy(start, 0, octets, 0, start.length);
        response.content()
                .getBytes(response.content().readerIndex(), octets, start.length, octets.length - start.length);
        return octets;
    }

    private long nowSeconds() {
        return Math.floorDiv(clock.millis(), 1_000L);
    }
}
