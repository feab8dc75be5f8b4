// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.admission;

/** How far an application has come. */
public enum ApplicationState {
    /** Waits to be looked at. */
    SUBMITTED,
    /** Went back to the applicant, with reasons by field. */
    RETURNED,
    /** The applicant is who it says it is. */
    VERIFIED,
    /** Admitted; the end. */
    APPROVED,
    /** Refused; the end. */
    REJECTED,
    /** Taken back by the applicant; the end. */
    WITHDRAWN;

    /** True while something can still become of it. */
    public boolean isOpen() {
        return this == SUBMITTED || this == RETURNED || this == VERIFIED;
    }
}
