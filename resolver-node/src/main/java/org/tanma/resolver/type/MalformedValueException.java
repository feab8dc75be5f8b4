// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.type;

/** A value's data are not what its type says; the message says why, to follow «is no HS_CERT:». */
final class MalformedValueException extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedValueException(String message) {
        super(message);
    }
}
