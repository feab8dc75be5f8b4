// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.tls;

/** A key or certificate file that cannot be used; the message names the file, the reason and what to do. */
public final class TlsFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TlsFileException(String message) {
        super(message);
    }

    TlsFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
