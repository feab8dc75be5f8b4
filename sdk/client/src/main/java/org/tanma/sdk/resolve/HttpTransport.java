// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.resolve;

import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.sdk.node.Credentials;
import org.tanma.sdk.node.NodeAnswer;
import org.tanma.sdk.node.NodeConnection;
import org.tanma.sdk.node.QueryText;
import org.tanma.sdk.node.UnreadableAnswerException;
import tools.jackson.databind.JsonNode;

/** The Handle REST interface: {@code GET /api/handles/{handle}}. */
final class HttpTransport implements HandleTransport {
    private final NodeConnection node;

    private HttpTransport(NodeConnection node) {
        this.node = node;
    }

    static HttpTransport open(String url) {
        return new HttpTransport(NodeConnection.open(url, Credentials.none()));
    }

    @Override
    public Optional<HandleRecord> resolve(HandleName handle, List<Integer> indexes, List<String> types) {
        QueryText path = QueryText.of("/api/handles/" + QueryText.encodePath(handle.toString()));
        indexes.forEach(index -> path.and("index", index));
        types.forEach(type -> path.and("type", type));
        NodeAnswer answer = node.get(path.toString());
        JsonNode code = answer.body().path("responseCode");
        if (!code.isInt()) {
            throw new UnreadableAnswerException(
                    node.url(), "HTTP status " + answer.status() + " without a Handle response code");
        }
        ResponseCode outcome = new ResponseCode(code.asInt());
        if (outcome.equals(ResponseCode.HANDLE_NOT_FOUND)) {
            return Optional.empty();
        }
        if (outcome.equals(ResponseCode.SUCCESS)) {
            return Optional.of(read(handle, answer.body()));
        }
        if (outcome.equals(ResponseCode.VALUES_NOT_FOUND)) {
            return Optional.of(new HandleRecord(handle, List.of()));
        }
        throw new ResolutionRefusedException(
                handle, outcome, answer.body().path("message").asString(""));
    }

    @Override
    public void close() {
        // the JDK's client keeps no thread that would hold the process up
    }

    private HandleRecord read(HandleName handle, JsonNode found) {
        try {
            if (!HandleName.parse(found.path("handle").asString("")).equals(handle)) {
                throw new UnreadableAnswerException(node.url(), "values of a handle that was not asked for");
            }
            return HandleRecordJson.parse(handle, found.path("values").toString());
        } catch (IllegalArgumentException e) {
            throw new UnreadableAnswerException(node.url(), String.valueOf(e.getMessage()), e);
        }
    }
}
