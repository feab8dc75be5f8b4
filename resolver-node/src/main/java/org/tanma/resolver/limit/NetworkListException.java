// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.limit;

/** A file of networks cannot be read; the message names file and line. */
public final class NetworkListException extends RuntimeException {
    private static final long serialVersionUID = 1;

    NetworkListException(String message, Throwable cause) {
        super(message, cause);
    }
}
