// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a message asks for.
 *
 * <p>Range: 0..2³²−1, kept as the four octets. Codes without a constant here are allowed and carried on. Source: RFC 3652
 * section 2.2.2; 106 from DO-IRP 3.0.
 */
public record OpCode(int code) {
    private static final Map<Integer, String> NAMES = new TreeMap<>();

    public static final OpCode RESOLUTION = named(1, "resolve a handle");
    public static final OpCode GET_SITE_INFO = named(2, "get site information");
    public static final OpCode CREATE_HANDLE = named(100, "create a handle");
    public static final OpCode DELETE_HANDLE = named(101, "delete a handle");
    public static final OpCode ADD_VALUE = named(102, "add values");
    public static final OpCode REMOVE_VALUE = named(103, "remove values");
    public static final OpCode MODIFY_VALUE = named(104, "modify values");
    public static final OpCode LIST_HANDLES = named(105, "list handles");
    public static final OpCode LIST_DERIVED_PREFIXES = named(106, "list derived prefixes");
    public static final OpCode RESPONSE_TO_CHALLENGE = named(200, "answer a challenge");
    public static final OpCode VERIFY_CHALLENGE = named(201, "verify an answered challenge");
    public static final OpCode HOME_PREFIX = named(300, "home a prefix");
    public static final OpCode UNHOME_PREFIX = named(301, "unhome a prefix");
    public static final OpCode LIST_HOMED_PREFIXES = named(302, "list homed prefixes");
    public static final OpCode SESSION_SETUP = named(400, "set up a session");
    public static final OpCode SESSION_TERMINATE = named(401, "end a session");
    public static final OpCode SESSION_EXCHANGE_KEY = named(402, "exchange a session key");

    /** Of the Chinese system, as the next. */
    public static final OpCode LOGIN_BY_PASSWORD = named(2000, "log in by password");

    public static final OpCode LOGIN_BY_KEY = named(2001, "log in by key");

    private static OpCode named(int code, String name) {
        NAMES.put(code, name);
        return new OpCode(code);
    }

    /** True when this code has a constant here. */
    public boolean isKnown() {
        return NAMES.containsKey(code);
    }

    @Override
    public String toString() {
        return NAMES.getOrDefault(code, "unknown operation") + " (" + Integer.toUnsignedString(code) + ")";
    }
}
