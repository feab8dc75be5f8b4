// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.handle.wire.PasswordLoginRequest;
import org.tanma.handle.wire.ResolutionResponse;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.access.Authentication;
import org.tanma.resolver.access.Authenticator;
import org.tanma.resolver.access.Caller;

/**
 * Log-ins by password of clients of the Chinese system.
 *
 * <p>The name is the handle of a secret key, the password the key; its index is 300 unless one is said. Since the password
 * is in the clear, it is taken where nobody listens in: from the node's own machine and in encrypted sessions. Blocks; safe
 * between threads.
 */
final class Logins {
    static final int USUAL_INDEX = 300;

    static final Outcome ALREADY = Outcome.refused(
            ResponseCode.LOGGED_IN_ALREADY, "this session id is logged in already; use another, or end the connection");
    private static final Outcome OPEN = Outcome.refused(
            ResponseCode.INVALID_CREDENTIAL,
            "a password is taken from the node's own machine or in an encrypted session only; log in by key (2001)");
    private static final Outcome UNKNOWN =
            Outcome.refused(ResponseCode.AUTHENTICATION_FAILED, "the name is no handle with a secret key");

    private final Authenticator authenticator;
    private final boolean isOpenAllowed;

    /**
     * @param isOpenAllowed passwords are also taken from other machines over connections that are not encrypted
     */
    Logins(Authenticator authenticator, boolean isOpenAllowed) {
        this.authenticator = authenticator;
        this.isOpenAllowed = isOpenAllowed;
    }

    /** Verifies a password; a success is not yet known to the connection or session. */
    Result verify(PasswordLoginRequest asked, boolean isHidden) {
        if (!isHidden && !isOpenAllowed) {
            return new Result(Caller.PUBLIC, OPEN);
        }
        Caller.Key key;
        try {
            int index =
                    asked.indexes().isEmpty() ? USUAL_INDEX : asked.indexes().get(0);
            key = new Caller.Key(HandleName.parse(asked.user()), index);
        } catch (InvalidHandleException e) {
            return new Result(Caller.PUBLIC, UNKNOWN);
        }
        Authentication result = authenticator.verifySecret(key, asked.password().getBytes(StandardCharsets.UTF_8));
        if (result instanceof Authentication.Verified verified) {
            return new Result(
                    verified.caller(),
                    new Outcome(ResponseCode.SUCCESS, new ResolutionResponse(key.handle(), List.of())));
        }
        Authentication.Rejected rejected = (Authentication.Rejected) result;
        return new Result(
                Caller.PUBLIC,
                rejected.code().equals(ResponseCode.AUTHENTICATION_ERROR)
                        ? UNKNOWN
                        : Outcome.refused(rejected.code(), rejected.message()));
    }

    /** Who it is, the public when that was refused, and what is answered. */
    record Result(Caller caller, Outcome outcome) {}
}
