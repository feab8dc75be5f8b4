// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.job;

/** More jobs wait than may. */
public final class TooManyJobsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final int mostWaiting;

    TooManyJobsException(int mostWaiting) {
        super("there wait already " + mostWaiting);
        this.mostWaiting = mostWaiting;
    }

    /** Most jobs that may wait. */
    public int mostWaiting() {
        return mostWaiting;
    }
}
