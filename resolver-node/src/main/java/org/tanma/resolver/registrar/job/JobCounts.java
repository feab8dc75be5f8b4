// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.job;

import org.tanma.resolver.registrar.RegistrationReport;
import org.tanma.resolver.registrar.RowReport;

/**
 * How far a job is.
 *
 * @param pass 1, or 2 once an atomic job has found every row good and writes them
 * @param read rows read and judged
 * @param registered rows written, in a dry run those that would be
 * @param unchanged rows registered before with the same content
 * @param refused rows with violations
 * @param refusedOctets octets of the file in which the refused rows' reasons are kept
 */
record JobCounts(int pass, long read, long registered, long unchanged, long refused, long refusedOctets) {
    static final JobCounts NONE = new JobCounts(1, 0, 0, 0, 0, 0);

    JobCounts plus(RegistrationReport report, long nowRefusedOctets) {
        return new JobCounts(
                pass,
                read + report.rows().size(),
                registered + report.count(RowReport.Status.REGISTERED),
                unchanged + report.count(RowReport.Status.UNCHANGED),
                refused + report.count(RowReport.Status.REJECTED),
                nowRefusedOctets);
    }

    static JobCounts startOf(int pass) {
        return new JobCounts(pass, 0, 0, 0, 0, 0);
    }
}
