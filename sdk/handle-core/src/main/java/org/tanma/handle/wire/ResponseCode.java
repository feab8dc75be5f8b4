// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.util.Map;
import java.util.TreeMap;

/**
 * How a request ended; {@link #NONE} in requests.
 *
 * <p>Range: 0..2³²−1, kept as the four octets. Codes without a constant here are allowed and carried on. Source: RFC 3652
 * section 2.2.2; 5 is called OPERATION_DENIED in DO-IRP 3.0.
 */
public record ResponseCode(int code) {
    private static final Map<Integer, Meaning> MEANINGS = new TreeMap<>();
    private static final int HTTP_OK = 200;
    private static final int HTTP_CREATED = 201;
    private static final int HTTP_SERVER_ERROR = 500;

    public static final ResponseCode NONE = named(0, 500, "a request");
    public static final ResponseCode SUCCESS = named(1, 200, "success");
    public static final ResponseCode ERROR = named(2, 500, "server error");
    public static final ResponseCode SERVER_BUSY = named(3, 500, "server busy");
    public static final ResponseCode PROTOCOL_ERROR = named(4, 500, "protocol error");
    public static final ResponseCode NOT_SUPPORTED = named(5, 500, "operation not supported");
    public static final ResponseCode RECURSION_TOO_DEEP = named(6, 500, "passed on too often");
    public static final ResponseCode SERVER_READ_ONLY = named(7, 500, "server is read-only during a backup");
    public static final ResponseCode HANDLE_NOT_FOUND = named(100, 404, "handle not found");
    public static final ResponseCode HANDLE_EXISTS = named(101, 409, "handle exists already");
    public static final ResponseCode INVALID_HANDLE = named(102, 400, "invalid handle");
    public static final ResponseCode VALUES_NOT_FOUND = named(200, 400, "values not found");
    public static final ResponseCode VALUE_EXISTS = named(201, 409, "value exists already");
    public static final ResponseCode INVALID_VALUE = named(202, 400, "invalid value");
    public static final ResponseCode STALE_SITE_INFO = named(300, 500, "site information out of date");
    public static final ResponseCode SERVER_NOT_RESPONSIBLE = named(301, 400, "server not responsible for this handle");
    public static final ResponseCode SERVICE_REFERRAL = named(302, 500, "referred to another service");
    public static final ResponseCode PREFIX_REFERRAL = named(303, 500, "referred to the derived prefix");
    public static final ResponseCode INVALID_ADMIN = named(400, 403, "invalid administrator");
    public static final ResponseCode NO_PERMISSION = named(401, 403, "permission missing");
    public static final ResponseCode AUTHENTICATION_NEEDED = named(402, 401, "authentication needed");
    public static final ResponseCode AUTHENTICATION_FAILED = named(403, 403, "authentication failed");
    public static final ResponseCode INVALID_CREDENTIAL = named(404, 403, "invalid credential");
    public static final ResponseCode AUTHENTICATION_TIMEOUT = named(405, 403, "authentication timed out");
    public static final ResponseCode AUTHENTICATION_ERROR = named(406, 403, "unable to authenticate");
    public static final ResponseCode SESSION_TIMEOUT = named(500, 500, "session timed out");
    public static final ResponseCode SESSION_FAILED = named(501, 500, "session failed");
    public static final ResponseCode INVALID_SESSION_KEY = named(502, 500, "invalid session key");
    public static final ResponseCode RSA_KEY_NEEDED = named(503, 500, "RSA key needed for this session");
    public static final ResponseCode INVALID_SESSION_SETUP = named(504, 500, "invalid session setup");
    public static final ResponseCode SESSION_MESSAGE_REJECTED = named(505, 500, "duplicate message in session");

    /** This code and those below are of the Chinese system. */
    public static final ResponseCode LOGGED_IN_ALREADY = named(407, 403, "logged in already");

    public static final ResponseCode LOGIN_FIRST = named(408, 401, "log in first");
    public static final ResponseCode CHANNEL_ERROR = named(601, 500, "channel error");
    public static final ResponseCode CHANNEL_TIMEOUT = named(602, 500, "timed out");
    public static final ResponseCode DAILY_LIMIT = named(603, 403, "limit of requests a day reached");
    public static final ResponseCode REGISTRATION_LIMIT = named(604, 403, "limit of registrations reached");
    public static final ResponseCode PREFIX_LIMIT = named(605, 403, "limit of the prefix reached");
    public static final ResponseCode CREDENTIAL_NOT_VERIFIED = named(3001, 403, "credential not verified");

    private record Meaning(int httpStatus, String sentence) {}

    private static ResponseCode named(int code, int httpStatus, String sentence) {
        MEANINGS.put(code, new Meaning(httpStatus, sentence));
        return new ResponseCode(code);
    }

    /** True when this code has a constant here. */
    public boolean isKnown() {
        return MEANINGS.containsKey(code);
    }

    /** In a few words. */
    public String sentence() {
        Meaning meaning = MEANINGS.get(code);
        return meaning == null ? "response code " + Integer.toUnsignedString(code) : meaning.sentence();
    }

    /**
     * The HTTP status the Handle REST interface, version 9, answers with: {@link #VALUES_NOT_FOUND} is no failure of a
     * resolution, creating answers 201, and an unknown code is 500.
     */
    public int httpStatus(OpCode operation) {
        if (operation.equals(OpCode.RESOLUTION) && equals(VALUES_NOT_FOUND)) {
            return HTTP_OK;
        }
        if (operation.equals(OpCode.CREATE_HANDLE) && equals(SUCCESS)) {
            return HTTP_CREATED;
        }
        Meaning meaning = MEANINGS.get(code);
        return meaning == null ? HTTP_SERVER_ERROR : meaning.httpStatus();
    }

    @Override
    public String toString() {
        return sentence() + " (" + Integer.toUnsignedString(code) + ")";
    }
}
