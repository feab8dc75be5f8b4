// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.util.List;
import java.util.Locale;

/** A text that is no identifier of the kind asked for; {@link #fault()} says where and why. */
public final class MalformedIdentifierException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final transient IdentifierFault fault;

    public MalformedIdentifierException(IdentifierFault fault) {
        super(fault.message(Locale.ENGLISH));
        this.fault = fault;
    }

    static MalformedIdentifierException at(
            IdentifierKind kind, String given, int position, FaultReason reason, Object... arguments) {
        return new MalformedIdentifierException(new IdentifierFault(
                kind,
                given,
                position,
                reason,
                List.of(arguments).stream().map(String::valueOf).toList()));
    }

    public IdentifierFault fault() {
        return fault;
    }
}
