// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

/** Memory alone does not say; whoever may wait has to ask. Costs nothing to throw: always the same, without a trace. */
public final class WouldBlockException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    public static final WouldBlockException INSTANCE = new WouldBlockException();

    private WouldBlockException() {
        super("memory alone does not say", null, false, false);
    }
}
