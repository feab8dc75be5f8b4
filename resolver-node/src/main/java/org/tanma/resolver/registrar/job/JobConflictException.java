// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.job;

/** An idempotency key that was used for another request. */
public final class JobConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String jobId;

    JobConflictException(String jobId) {
        super("the idempotency key was used for job " + jobId);
        this.jobId = jobId;
    }

    /** The job that was made under the key. */
    public String jobId() {
        return jobId;
    }
}
