// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.util.Map;

/**
 * An answer by HTTP: status, type, body, and what other headers it has. The type is empty when there can be no body. The body
 * array is not copied.
 */
public record HttpReply(int status, String contentType, byte[] body, Map<String, String> headers) {
    /** Media type of JSON. */
    static final String JSON = "application/json; charset=UTF-8";

    public static HttpReply json(int status, byte[] body) {
        return new HttpReply(status, JSON, body, Map.of());
    }

    public FullHttpResponse toResponse() {
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status), Unpooled.wrappedBuffer(body));
        if (!contentType.isEmpty()) {
            response.headers()
                    .set(HttpHeaderNames.CONTENT_TYPE, contentType)
                    .setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        }
        response.headers().set("x-content-type-options", "nosniff");
        headers.forEach((name, value) -> response.headers().set(name, value));
        return response;
    }
}
