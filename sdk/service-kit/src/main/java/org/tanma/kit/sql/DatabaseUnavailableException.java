// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.sql;

/** A database that cannot be reached or brought to the version the code needs; the message is for the node's operator. */
public final class DatabaseUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabaseUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
