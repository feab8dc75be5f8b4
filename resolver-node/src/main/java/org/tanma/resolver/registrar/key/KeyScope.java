// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.key;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tanma.kit.rest.Caller;

/** What an API key is made for. */
public enum KeyScope {
    /** Reads what anyone may read, in the enterprise's name. */
    READ("read"),
    /** Registers, changes and searches records. */
    REGISTER(Caller.REGISTER),
    /** Reports activity data, has them evaluated and codes issued. */
    REPORT(Caller.REPORT),
    /** Reads what only the enterprise may read. */
    RESOLVE_PRIVATE(Caller.RESOLVE_PRIVATE);

    private final String code;

    KeyScope(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    public static Optional<KeyScope> find(String code) {
        return Arrays.stream(values()).filter(s -> s.code.equals(code)).findFirst();
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(KeyScope::code).toList();
    }
}
