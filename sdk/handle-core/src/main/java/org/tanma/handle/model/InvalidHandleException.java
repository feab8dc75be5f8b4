// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.model;

/** A text that is no handle: says why, and at which octet. */
public final class InvalidHandleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final int offset;

    public InvalidHandleException(String reason, int offset) {
        super(reason + " (at octet " + offset + ")");
        this.offset = offset;
    }

    /** Octet at which the text stops being a handle, from 0. */
    public int offset() {
        return offset;
    }
}
