// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import org.jspecify.annotations.Nullable;
import org.tanma.handle.wire.Challenge;
import org.tanma.resolver.access.Caller;

/**
 * What is known of the other end of one connection: who has logged in on it, and the list it is being sent.
 *
 * <p>Bounded: one log-in, one challenge for it, one list. Used by one thread at a time.
 */
public final class ProtocolPeer {
    /** A challenge for a log-in, made for the session id that the client chose. */
    record PendingLogin(int sessionId, Challenge challenge) {}

    private record Login(int sessionId, Caller caller) {}

    private boolean isNear;
    private @Nullable PendingLogin pendingLogin;
    private @Nullable Login login;
    private @Nullable Listing listing;

    /** True once it is known to be on this machine, so that nobody listens in. */
    boolean isNear() {
        return isNear;
    }

    /** Tells that it is on this machine, or is not. */
    public void setNear(boolean isOnThisMachine) {
        isNear = isOnThisMachine;
    }

    void await(PendingLogin pending) {
        pendingLogin = pending;
        login = null;
    }

    /** The challenge for this session id, once. */
    @Nullable
    PendingLogin takePendingLogin(int sessionId) {
        PendingLogin pending = pendingLogin;
        if (pending == null || pending.sessionId() != sessionId) {
            return null;
        }
        pendingLogin = null;
        return pending;
    }

    void logIn(int sessionId, Caller caller) {
        login = new Login(sessionId, caller);
    }

    /** Who logged in on this connection under this session id; the public when nobody did. */
    Caller caller(int sessionId) {
        Login known = login;
        return known != null && known.sessionId() == sessionId ? known.caller() : Caller.PUBLIC;
    }

    /** The list that is not at its end yet. */
    @Nullable
    Listing listing() {
        return listing;
    }

    void setListing(@Nullable Listing next) {
        listing = next;
    }
}
