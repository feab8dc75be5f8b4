// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

/** A line is no record; the message says why in one sentence. */
public final class RecordJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    RecordJsonException(String message) {
        super(message);
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
