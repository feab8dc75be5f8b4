// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import java.util.Map;
import java.util.Optional;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.net.rest.HttpPeer;
import org.tanma.resolver.net.rest.HttpReply;
import org.tanma.resolver.net.rest.HttpTarget;
import org.tanma.resolver.net.rest.JsonText;
import org.tanma.resolver.net.rest.RestApi;
import org.tanma.resolver.net.rest.RestRequest;
import org.tanma.resolver.protocol.ProtocolPeer;

/**
 * Answers HTTP requests: the REST interface under {@code /api}, messages of the Handle protocol by POST, and for
 * everything else redirects and pages. Blocks on the store; safe between threads.
 */
final class HttpAnswers {
    static final String MESSAGE_TYPE = "application/x-hdl-message";

    private static final int BAD_REQUEST = 400;
    private static final int NOT_ALLOWED = 405;
    private static final int LINE_TOO_LONG = 414;
    private static final int UNSUPPORTED_TYPE = 415;
    private static final int HEADERS_TOO_LONG = 431;
    private static final int UNAVAILABLE = 503;
    /** Most octets of an answer by several messages in one HTTP response. */
    private static final int MOST_TUNNEL_OCTETS = 16 * 1024 * 1024;

    private final RestApi rest;
    private final NativeAnswers natives;
    private final HandlePages pages;

    HttpAnswers(RestApi rest, NativeAnswers natives, HandlePages pages) {
        this.rest = rest;
        this.natives = natives;
        this.pages = pages;
    }

    /** The answer to any request; on a worker. */
    FullHttpResponse answer(FullHttpRequest request, HttpPeer peer) {
        return reply(request, peer).toResponse();
    }

    /** The answer to a request by the public. */
    FullHttpResponse answerPublic(FullHttpRequest request) {
        return answer(request, HttpPeers.STRANGER);
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

    private HttpReply reply(FullHttpRequest request, HttpPeer peer) {
        try {
            HttpTarget target = HttpTarget.parse(request.uri());
            if (RestApi.isFor(target)) {
                return rest.reply(new RestRequest(
                        request.method().name(),
                        target,
                        Optional.ofNullable(request.headers().get(HttpHeaderNames.AUTHORIZATION)),
                        ByteBufUtil.getBytes(request.content()),
                        peer));
            }
            if (request.method().equals(HttpMethod.POST)) {
                return post(request);
            }
            if (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD)) {
                return pages.reply(target, request.headers());
            }
        } catch (IllegalArgumentException e) {
            return error(BAD_REQUEST, ResponseCode.PROTOCOL_ERROR, String.valueOf(e.getMessage()));
        }
        HttpReply refusal = error(
                NOT_ALLOWED,
                ResponseCode.NOT_SUPPORTED,
                request.method() + " is not offered here; GET, HEAD and POST are");
        return new HttpReply(
                refusal.status(), refusal.contentType(), refusal.body(), Map.of("allow", "GET, HEAD, POST"));
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
            ResolutionRequestView view = new ResolutionRequestView();
            ProtocolPeer peer = new ProtocolPeer();
            boolean isWhole = false;
            while (!isWhole) {
                if (out.readableBytes() > MOST_TUNNEL_OCTETS) {
                    return error(UNAVAILABLE, ResponseCode.ERROR, "the list is too long for HTTP; ask for it over TCP");
                }
                isWhole = natives.answer(request.content().nioBuffer(), view, peer, out);
            }
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
