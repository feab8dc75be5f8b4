// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.node;

/** Something answered, but not as a node does. */
public final class UnreadableAnswerException extends NodeException {
    private static final long serialVersionUID = 1L;
    private final String address;

    public UnreadableAnswerException(String address, String what, Throwable cause) {
        super(address + " answered, but not as a node does: " + what, cause);
        this.address = address;
    }

    public UnreadableAnswerException(String address, String what) {
        super(address + " answered, but not as a node does: " + what);
        this.address = address;
    }

    /** The address as it was given to the client. */
    public String address() {
        return address;
    }
}
