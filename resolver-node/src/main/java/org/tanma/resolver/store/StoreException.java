// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

/** The store's engine could not do what was asked: disk full, damage, closed. The engine's own error is the cause. */
public class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
