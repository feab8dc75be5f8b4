// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.meter;

import java.util.Locale;
import org.tanma.handle.wire.OpCode;

/** What a request asked for: an operation of the Handle protocol, or a method of HTTP. A closed list, so that strangers cannot lengthen it. */
public enum Operation {
    /** None of the others, or one that cannot be read from outside its encrypted session. */
    OTHER(0),
    RESOLUTION(OpCode.RESOLUTION),
    GET_SITE_INFO(OpCode.GET_SITE_INFO),
    CREATE_HANDLE(OpCode.CREATE_HANDLE),
    DELETE_HANDLE(OpCode.DELETE_HANDLE),
    ADD_VALUE(OpCode.ADD_VALUE),
    REMOVE_VALUE(OpCode.REMOVE_VALUE),
    MODIFY_VALUE(OpCode.MODIFY_VALUE),
    LIST_HANDLES(OpCode.LIST_HANDLES),
    LIST_DERIVED_PREFIXES(OpCode.LIST_DERIVED_PREFIXES),
    RESPONSE_TO_CHALLENGE(OpCode.RESPONSE_TO_CHALLENGE),
    VERIFY_CHALLENGE(OpCode.VERIFY_CHALLENGE),
    HOME_PREFIX(OpCode.HOME_PREFIX),
    UNHOME_PREFIX(OpCode.UNHOME_PREFIX),
    LIST_HOMED_PREFIXES(OpCode.LIST_HOMED_PREFIXES),
    SESSION_SETUP(OpCode.SESSION_SETUP),
    SESSION_TERMINATE(OpCode.SESSION_TERMINATE),
    SESSION_EXCHANGE_KEY(OpCode.SESSION_EXCHANGE_KEY),
    LOGIN_BY_PASSWORD(OpCode.LOGIN_BY_PASSWORD),
    LOGIN_BY_KEY(OpCode.LOGIN_BY_KEY),
    GET(0),
    HEAD(0),
    POST(0),
    PUT(0),
    DELETE(0),
    OPTIONS(0);

    private static final Operation[] BY_CODE = byCode();

    private final int code;

    Operation(OpCode code) {
        this(code.code());
    }

    Operation(int code) {
        this.code = code;
    }

    private static Operation[] byCode() {
        Operation[] byCode = new Operation[OpCode.LOGIN_BY_KEY.code() + 1];
        java.util.Arrays.fill(byCode, OTHER);
        for (Operation operation : values()) {
            if (operation.code > 0) {
                byCode[operation.code] = operation;
            }
        }
        return byCode;
    }

    /** The operation with this code of the Handle protocol. */
    public static Operation ofCode(int code) {
        return code >= 0 && code < BY_CODE.length ? BY_CODE[code] : OTHER;
    }

    /** The method of an HTTP request. */
    public static Operation ofMethod(String method) {
        return switch (method) {
            case "GET" -> GET;
            case "HEAD" -> HEAD;
            case "POST" -> POST;
            case "PUT" -> PUT;
            case "DELETE" -> DELETE;
            case "OPTIONS" -> OPTIONS;
            default -> OTHER;
        };
    }

    /** True when the body of its requests begins with the handle asked about. */
    public boolean namesHandleFirst() {
        return ordinal() == RESOLUTION.ordinal()
                || ordinal() >= CREATE_HANDLE.ordinal() && ordinal() <= LIST_HANDLES.ordinal();
    }

    /** In lower case, as metrics and logs write it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
