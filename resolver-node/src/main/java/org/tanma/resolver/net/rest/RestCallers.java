// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.access.Authentication;
import org.tanma.resolver.access.Authenticator;
import org.tanma.resolver.access.Caller;

/**
 * Who sends a request: by Basic, by a session or a proof in {@code Authorization: Handle}, or by the client's certificate.
 *
 * <p>Credentials are taken only where nobody can listen in, and never from a request that any web page can make a browser
 * send. Blocks on where keys are; safe between threads.
 */
final class RestCallers {
    private static final String BASIC = "Basic";

    private final Authenticator authenticator;
    private final RestSessions sessions;
    private final boolean isPlainAllowed;

    RestCallers(Authenticator authenticator, RestSessions sessions, boolean isPlainAllowed) {
        this.authenticator = authenticator;
        this.sessions = sessions;
        this.isPlainAllowed = isPlainAllowed;
    }

    /** The caller; the public when the request says nothing of who it is from. Errors: {@link RestRefusedException}. */
    Caller of(RestRequest request) {
        if (request.isFromAnyPage()) {
            return Caller.PUBLIC;
        }
        Optional<String> header = request.authorization();
        if (header.isEmpty()) {
            return request.peer().certificate().isPresent() && !request.isRead()
                    ? byCertificate(request.peer().certificate().get())
                    : Caller.PUBLIC;
        }
        requireConfidential(request);
        String scheme = scheme(header.get());
        String rest = header.get().substring(scheme.length()).strip();
        if (scheme.equalsIgnoreCase(BASIC)) {
            return byBasic(rest);
        }
        if (scheme.equalsIgnoreCase(HandleAuthorization.SCHEME)) {
            return byHandle(HandleAuthorization.parse(rest), request);
        }
        throw RestRefusedException.unauthorized(
                "Authorization " + scheme.toLowerCase(Locale.ROOT) + " is not taken; allowed are Basic and Handle");
    }

    /** The parameters of {@code Authorization: Handle}, none when there is no such header. */
    static HandleAuthorization parameters(RestRequest request) {
        String header = request.authorization().orElse("");
        String scheme = scheme(header);
        return scheme.equalsIgnoreCase(HandleAuthorization.SCHEME)
                ? HandleAuthorization.parse(header.substring(scheme.length()).strip())
                : HandleAuthorization.parse("");
    }

    private static String scheme(String header) {
        int space = header.indexOf(' ');
        return space < 0 ? header : header.substring(0, space);
    }

    /** Errors: {@link RestRefusedException} when somebody could read along. */
    void requireConfidential(RestRequest request) {
        if (!request.peer().isConfidential() && !isPlainAllowed) {
            throw new RestRefusedException(
                    RestRefusedException.FORBIDDEN,
                    ResponseCode.NO_PERMISSION,
                    "credentials and changes are taken over HTTPS only: ask the same address and port with https://"
                            + " in place of http://. If the node has no TLS, its operator turns it on, or allows"
                            + " administration over plain HTTP, in the node's configuration");
        }
    }

    private Caller byBasic(String credentials) {
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(credentials);
        } catch (IllegalArgumentException e) {
            throw RestRefusedException.badRequest("Authorization: Basic is followed by no base64");
        }
        int colon = 0;
        while (colon < decoded.length && decoded[colon] != ':') {
            colon++;
        }
        if (colon == decoded.length) {
            throw RestRefusedException.badRequest("Authorization: Basic has no ':' between user and secret");
        }
        String user = new String(decoded, 0, colon, StandardCharsets.UTF_8);
        byte[] secret = java.util.Arrays.copyOfRange(decoded, colon + 1, decoded.length);
        return verified(authenticator.verifySecret(KeyNames.parse(user), secret));
    }

    private Caller byCertificate(X509Certificate certificate) {
        return verified(authenticator.verifyPublicKey(KeyNames.of(certificate), certificate.getPublicKey()));
    }

    /** By what {@code Authorization: Handle} says, be it in the header or in the body of a request for a session. */
    Caller byHandle(HandleAuthorization authorization, RestRequest request) {
        if (authorization.isByCertificate()) {
            return byCertificate(request.peer()
                    .certificate()
                    .orElseThrow(
                            () -> RestRefusedException.unauthorized("clientCert is said and no certificate was shown;"
                                    + " connect by HTTPS with the certificate of your key")));
        }
        Optional<String> id = authorization.sessionId();
        if (id.isEmpty()) {
            return Caller.PUBLIC;
        }
        Optional<RestSession> session = sessions.find(id.get());
        if (authorization.isProof()) {
            return byProof(id.get(), session, authorization);
        }
        if (session.isEmpty() && !sessions.isProvable(id.get())) {
            throw RestRefusedException.unauthorized("session " + id.get()
                    + " is not known: it has ended, or was begun elsewhere; begin one with POST /api/sessions");
        }
        return session.map(RestSession::caller).orElse(Caller.PUBLIC);
    }

    private Caller byProof(String id, Optional<RestSession> session, HandleAuthorization authorization) {
        if (session.isEmpty() && !sessions.isProvable(id)) {
            throw RestRefusedException.unauthorized("session " + id
                    + " takes no proof: it has ended, was begun elsewhere, or longer ago than "
                    + RestSessions.CHALLENGE_LIFE.toMinutes() + " minutes; begin one with POST /api/sessions");
        }
        RestProof proof = RestProof.of(authorization, sessions.nonce(id));
        Caller caller = verified(authenticator.verifyAnswer(proof.challenge(), proof.answer()));
        if (session.isPresent() && !session.get().caller().equals(caller)) {
            throw RestRefusedException.unauthorized(
                    "session " + id + " is that of " + session.get().caller() + "; begin another for " + caller);
        }
        return sessions.open(id, caller).caller();
    }

    private static Caller verified(Authentication authentication) {
        if (authentication instanceof Authentication.Verified verified) {
            return verified.caller();
        }
        Authentication.Rejected rejected = (Authentication.Rejected) authentication;
        if (rejected.code().equals(ResponseCode.SERVER_BUSY)) {
            throw new RestRefusedException(
                    RestRefusedException.UNAVAILABLE, ResponseCode.SERVER_BUSY, rejected.message());
        }
        throw RestRefusedException.unauthorized(rejected.message());
    }
}
