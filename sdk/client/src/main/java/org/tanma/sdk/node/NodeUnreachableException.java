// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.node;

/** Nothing answered at this address, or it stopped answering. */
public final class NodeUnreachableException extends NodeException {
    private static final long serialVersionUID = 1L;
    private final String address;

    public NodeUnreachableException(String address, Throwable cause) {
        super("no node answers at " + address, cause);
        this.address = address;
    }

    /** The address as it was given to the client. */
    public String address() {
        return address;
    }
}
