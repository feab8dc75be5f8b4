// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store.exchange;

/** Ends the reading of one part of a file. */
final class FaultException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Fault fault;

    FaultException(Fault fault) {
        super(fault.kind() + " at line " + fault.line());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
