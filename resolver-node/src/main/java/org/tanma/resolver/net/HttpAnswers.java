// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Map;
import org.tanma.handle.wire.OpCode;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.resolver.resolve.Resolution;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResolutionQuery;

/**
 * Answers HTTP requests: the REST interface under {@code /api}, messages of the Handle protocol by POST, and for
 * everything else redirects and pages. Blocks on the store; safe between threads.
 */
final class HttpAnswers {
    static final String MESSAGE_TYPE = "application/x-hdl-message";

    private static final String HANDLES = "/api/handles/";
    private static final String SITE = "/api/site";
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int LINE_TOO_LONG = 414;
    private static final int UNSUPPORTED_TYPE = 415;
    private static final int HEADERS_TOO_LONG = 431;
    private static final int UNAVAILABLE = 503;

    private final ResolutionPipeline pipeline;
    private final NativeAnswers natives;
    private final SiteRecord site;
    private final HandlePages pages;

    HttpAnswers(ResolutionPipeline pipeline, NativeAnswers natives, SiteRecord site, HandlePages pages) {
        this.pipeline = pipeline;
        this.natives = natives;
        this.site = site;
        this.pages = pages;
    }

    FullHttpResponse answer(FullHttpRequest request) {
        return reply(request).toResponse();
    }

    /** The answer to octets that are no HTTP, or more of it than is allowed. */
    FullHttpResponse malformed(Throwable cause) {
        if (cause instanceof TooLongHttpLineException) {
            return error(LINE_TOO_LONG, ResponseCode.PROTOCOL_ERROR, "the request line is too long")
                    .toResponse();
        }
        if (cause instanceof TooLongHttpHeaderException) {
            return error(HEADERS_TOO_LONG, ResponseCode.PROTOCOL_ERROR, "the headers are too long")
                    .toResponse();
        }
        return error(BAD_REQUEST, ResponseCode.PROTOCOL_ERROR, "this is no HTTP request")
                .toResponse();
    }

    FullHttpResponse busy() {
        return error(UNAVAILABLE, ResponseCode.SERVER_BUSY, "too many requests at once; ask again")
                .toResponse();
    }

    private HttpReply reply(FullHttpRequest request) {
        if (request.method().equals(HttpMethod.POST)) {
            return post(request);
        }
        if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
            HttpReply refusal = error(
                    NOT_ALLOWED,
                    ResponseCode.NOT_SUPPORTED,
                    request.method() + " is not offered here; GET, HEAD and POST are");
            return new HttpReply(
                    refusal.status(), refusal.contentType(), refusal.body(), Map.of("allow", "GET, HEAD, POST"));
        }
        try {
            return get(request, HttpTarget.parse(request.uri()));
        } catch (IllegalArgumentException e) {
            return error(BAD_REQUEST, ResponseCode.PROTOCOL_ERROR, String.valueOf(e.getMessage()));
        }
    }

    private HttpReply get(FullHttpRequest request, HttpTarget target) {
        String path = target.path();
        if (path.startsWith(HANDLES)) {
            return handle(path.substring(HANDLES.length()), target);
        }
        if (path.equals(SITE)) {
            return HttpReply.json(200, JsonText.of(site, target.hasFlag("pretty")));
        }
        if (path.equals("/api") || path.startsWith("/api/")) {
            return error(
                    NOT_FOUND,
                    ResponseCode.NOT_SUPPORTED,
                    "there is /api/handles/PREFIX/SUFFIX and /api/site, not " + path);
        }
        return pages.reply(target, request.headers().get(HttpHeaderNames.ACCEPT_LANGUAGE));
    }

    private HttpReply handle(String handle, HttpTarget target) {
        boolean wantsAll = target.indexes().isEmpty() && target.all("type").isEmpty();
        ResolutionQuery query = ResolutionQuery.of(
                handle, target.indexes(), target.all("type"), wantsAll || target.hasFlag("publicOnly"));
        Resolution resolution = pipeline.resolve(query);
        int status = resolution.responseCode().httpStatus(OpCode.RESOLUTION);
        return HttpReply.json(status, JsonText.of(resolution, handle, target.hasFlag("pretty")));
    }

    private HttpReply post(FullHttpRequest request) {
        String type = request.headers().get(HttpHeaderNames.CONTENT_TYPE, "");
        if (!type.equalsIgnoreCase(MESSAGE_TYPE)) {
            return error(
                    UNSUPPORTED_TYPE,
                    ResponseCode.PROTOCOL_ERROR,
                    "content type '" + type + "' is not read; allowed is " + MESSAGE_TYPE);
        }
        ByteBuf out = request.content().alloc().heapBuffer();
        try {
            natives.answer(request.content().nioBuffer(), new ResolutionRequestView(), NativeAnswers.UNLIMITED, out);
            if (!out.isReadable()) {
                return error(BAD_REQUEST, ResponseCode.PROTOCOL_ERROR, "the body is no request of the Handle protocol");
            }
            byte[] answer = new byte[out.readableBytes()];
            out.readBytes(answer);
            return new HttpReply(200, MESSAGE_TYPE, answer, Map.of());
        } finally {
            out.release();
        }
    }

    private static HttpReply error(int status, ResponseCode code, String message) {
        return HttpReply.json(status, JsonText.ofError(code, message));
    }
}
