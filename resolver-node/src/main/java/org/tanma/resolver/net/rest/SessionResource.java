// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanma.resolver.access.Caller;
import tools.jackson.databind.JsonNode;

/**
 * Sessions: {@code POST /api/sessions} begins one; {@code GET}, {@code PUT} (or {@code POST}) and {@code DELETE
 * /api/sessions/this} ask for it, prove who holds it, and end it.
 *
 * <p>The session is named by {@code sessionId} and proven by the other parameters of {@code Authorization: Handle}; a JSON body
 * with the same members may say what the header does not.
 */
final class SessionResource implements RestResource {
    static final String PATH = "/api/sessions";
    static final String THIS = "/api/sessions/this";

    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    private final RestSessions sessions;
    private final RestCallers callers;
    private final boolean isThis;

    SessionResource(RestSessions sessions, RestCallers callers, boolean isThis) {
        this.sessions = sessions;
        this.callers = callers;
        this.isThis = isThis;
    }

    @Override
    public List<String> methods() {
        return isThis ? List.of("GET", "PUT", "POST", "DELETE") : List.of("POST");
    }

    @Override
    public RestAnswer answer(RestRequest request) {
        callers.requireConfidential(request);
        return isThis ? answerThis(request) : begin(request);
    }

    /** Who proves to be somebody while they begin a session has it opened at once. */
    private RestAnswer begin(RestRequest request) {
        Caller caller = callers.of(request);
        String id = sessions.begin();
        if (!caller.isPublic()) {
            sessions.open(id, caller);
        }
        return state(id, caller);
    }

    private RestAnswer answerThis(RestRequest request) {
        HandleAuthorization authorization = RestCallers.parameters(request).orElse(body(request));
        String id = authorization
                .sessionId()
                .orElseThrow(() -> RestRefusedException.unauthorized(
                        "no session is named; allowed is Authorization: Handle sessionId=\"…\" of POST /api/sessions"));
        if (request.method().equals("DELETE")) {
            sessions.end(id);
            return new RestAnswer(NO_CONTENT, Map.of(), Map.of());
        }
        try {
            Caller caller = callers.byHandle(authorization, request);
            boolean isByCertificate = authorization.isByCertificate() && !caller.isPublic();
            return state(id, isByCertificate ? sessions.open(id, caller).caller() : caller);
        } catch (RestRefusedException refused) {
            return RestAnswer.refusal(refused.status(), refused.code(), refused.sentence())
                    .with("sessionId", id)
                    .with("authenticated", false)
                    .with("error", refused.sentence());
        }
    }

    private static JsonNode body(RestRequest request) {
        return request.isRead() || request.body().length == 0
                ? tools.jackson.databind.node.JsonNodeFactory.instance.objectNode()
                : JsonBody.read(request.body());
    }

    private RestAnswer state(String id, Caller caller) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("sessionId", id);
        tree.put("nonce", Base64.getEncoder().encodeToString(sessions.nonce(id)));
        if (!caller.isPublic()) {
            tree.put("authenticated", true);
            tree.put("id", caller.toString());
        }
        return new RestAnswer(OK, tree, Map.of());
    }
}
