// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import org.tanma.handle.wire.ResponseCode;

/** A request that is not carried out: its HTTP status, response code and one sentence are the answer. */
final class RestRefusedException extends RuntimeException {
    static final int BAD_REQUEST = 400;
    static final int UNAUTHORIZED = 401;
    static final int FORBIDDEN = 403;
    static final int NOT_FOUND = 404;
    static final int NOT_ALLOWED = 405;
    static final int UNSUPPORTED_TYPE = 415;
    static final int UNAVAILABLE = 503;

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient ResponseCode code;

    RestRefusedException(int status, ResponseCode code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    /** A request that says nothing we could do. */
    static RestRefusedException badRequest(String message) {
        return new RestRefusedException(BAD_REQUEST, ResponseCode.PROTOCOL_ERROR, message);
    }

    /** Whoever asks has to say who they are, or has not proven it. */
    static RestRefusedException unauthorized(String message) {
        return new RestRefusedException(UNAUTHORIZED, ResponseCode.AUTHENTICATION_NEEDED, message);
    }

    int status() {
        return status;
    }

    ResponseCode code() {
        return code;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
