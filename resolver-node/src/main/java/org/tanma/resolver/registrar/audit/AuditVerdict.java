// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.audit;

/**
 * What a check of the whole audit log found.
 *
 * @param rows that were read
 * @param head digest of the last row; whoever keeps it elsewhere can tell later that nothing before it was changed
 * @param brokenAt sequence of the first row that does not fit, 0 when all fit
 * @param fault what does not fit there: {@code digest}, {@code chain}, {@code gap}, {@code end}; empty when all fit
 */
public record AuditVerdict(long rows, String head, long brokenAt, String fault) {
    public boolean isWhole() {
        return fault.isEmpty();
    }
}
