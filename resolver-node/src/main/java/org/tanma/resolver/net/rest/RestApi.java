// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.resolver.access.Authenticator;
import org.tanma.resolver.admin.HandleAdministration;
import org.tanma.resolver.resolve.ResolutionPipeline;

/**
 * The Handle REST interface: chooses the resource by path, and writes what it answers as JSON, or as a call of the function that
 * {@code callback} names. Blocks on the store; safe between threads.
 *
 * <p>A 401 invites to Basic and to a session just begun. Any web page may ask as the public (CORS, {@code callback}); browsers do
 * not attach credentials of their own to that.
 */
public final class RestApi {
    /** Everything under it is this interface's. */
    public static final String ROOT = "/api";

    private static final Pattern FUNCTION =
            Pattern.compile("[A-Za-z_$][A-Za-z0-9_$]{0,63}(\\.[A-Za-z_$][A-Za-z0-9_$]{0,63}){0,7}");
    private static final String SCRIPT = "application/javascript; charset=UTF-8";
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final Map<String, String> TO_ANY_PAGE =
            Map.of("access-control-allow-origin", "*", "access-control-expose-headers", "WWW-Authenticate, Allow");

    private final Map<String, RestResource> byPath = new LinkedHashMap<>();
    private final RestResource handle;
    private final RestSessions sessions;

    /**
     * @param sessions those begun here; interfaces of one node share them, since a client meets now one and now another
     * @param isPlainAllowed credentials and changes are also taken from other machines without TLS
     */
    public RestApi(
            ResolutionPipeline pipeline,
            HandleAdministration administration,
            Authenticator authenticator,
            Supplier<SiteRecord> site,
            RestSessions sessions,
            boolean isPlainAllowed) {
        this.sessions = sessions;
        RestCallers callers = new RestCallers(authenticator, sessions, isPlainAllowed);
        handle = new HandleResource(pipeline, administration, callers);
        byPath.put(ListResource.PATH, new ListResource(administration, callers));
        byPath.put(PrefixResource.PATH, new PrefixResource(administration, callers));
        byPath.put(SiteResource.PATH, new SiteResource(site));
        byPath.put(SessionResource.PATH, new SessionResource(sessions, callers, false));
        byPath.put(SessionResource.THIS, new SessionResource(sessions, callers, true));
    }

    /** True for the paths that are answered here. */
    public static boolean isFor(HttpTarget target) {
        return target.path().equals(ROOT) || target.path().startsWith(ROOT + "/");
    }

    public HttpReply reply(RestRequest request) {
        RestAnswer answer;
        try {
            requireCallback(request);
            answer = invited(answer(request));
        } catch (RestRefusedException refused) {
            answer = invited(RestAnswer.refusal(refused, handleOf(request)));
        } catch (IllegalArgumentException e) {
            answer = RestAnswer.refusal(
                    RestRefusedException.badRequest(String.valueOf(e.getMessage())), handleOf(request));
        }
        return written(answer, request);
    }

    private RestAnswer answer(RestRequest request) {
        RestResource resource = resource(request.target());
        if (request.method().equals("OPTIONS")) {
            String methods = allowed(resource);
            return new RestAnswer(NO_CONTENT, Map.of(), Map.of())
                    .withHeader("allow", methods)
                    .withHeader("access-control-allow-methods", methods)
                    .withHeader("access-control-allow-headers", "Authorization, Content-Type")
                    .withHeader("access-control-max-age", "86400");
        }
        String method = request.method().equals("HEAD") ? "GET" : request.method();
        if (!resource.methods().contains(method)) {
            return RestAnswer.refusal(
                            RestRefusedException.NOT_ALLOWED,
                            ResponseCode.NOT_SUPPORTED,
                            request.method() + " is not offered here; " + allowed(resource) + " are")
                    .withHeader("allow", allowed(resource));
        }
        return resource.answer(request);
    }

    private RestResource resource(HttpTarget target) {
        String path = target.path();
        boolean isOfOneHandle = path.startsWith(HandleResource.PATH)
                && (path.length() > HandleResource.PATH.length()
                        || target.last("prefix").isEmpty());
        if (isOfOneHandle) {
            return handle;
        }
        RestResource found = byPath.get(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        if (found == null) {
            throw new RestRefusedException(
                    RestRefusedException.NOT_FOUND,
                    ResponseCode.NOT_SUPPORTED,
                    "there is " + HandleResource.PATH + "PREFIX/SUFFIX, " + String.join(", ", byPath.keySet())
                            + ", not " + path);
        }
        return found;
    }

    private static String allowed(RestResource resource) {
        List<String> methods = resource.methods();
        return (methods.contains("GET") ? "GET, HEAD, " : "")
                + String.join(
                        ", ", methods.stream().filter(m -> !m.equals("GET")).toList())
                + (methods.equals(List.of("GET")) ? "OPTIONS" : ", OPTIONS");
    }

    private static Optional<String> handleOf(RestRequest request) {
        return request.target().path().startsWith(HandleResource.PATH)
                ? Optional.of(HandleResource.handle(request))
                : Optional.empty();
    }

    private RestAnswer invited(RestAnswer answer) {
        if (answer.status() != RestRefusedException.UNAUTHORIZED) {
            return answer;
        }
        String id = sessions.begin();
        return answer.withHeader(
                "www-authenticate",
                "Basic realm=\"handle\", Handle sessionId=\"" + id + "\", nonce=\""
                        + Base64.getEncoder().encodeToString(sessions.nonce(id)) + "\"");
    }

    private static void requireCallback(RestRequest request) {
        String function = request.target().last("callback");
        if (request.isFromAnyPage() && !FUNCTION.matcher(function).matches()) {
            throw RestRefusedException.badRequest(
                    "callback is no function's name; allowed are letters, digits, _ and $, in parts separated by '.'");
        }
    }

    /** What an answer of this status with nothing but JSON in it is. */
    public static HttpReply replyTo(int status, byte[] json) {
        return new HttpReply(status, HttpReply.JSON, json, TO_ANY_PAGE);
    }

    private static HttpReply written(RestAnswer answer, RestRequest request) {
        Map<String, String> headers = new LinkedHashMap<>(TO_ANY_PAGE);
        headers.putAll(answer.headers());
        if (answer.status() == NO_CONTENT) {
            return new HttpReply(NO_CONTENT, "", new byte[0], headers);
        }
        byte[] json = JsonText.write(answer.tree(), request.target().hasFlag("pretty"));
        String function = request.target().last("callback");
        if (!request.isRead() || !FUNCTION.matcher(function).matches()) {
            return new HttpReply(answer.status(), HttpReply.JSON, json, headers);
        }
        byte[] call = ("/**/" + function + "(" + new String(json, StandardCharsets.UTF_8) + ");")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029")
                .getBytes(StandardCharsets.UTF_8);
        return new HttpReply(OK, SCRIPT, call, headers);
    }
}
