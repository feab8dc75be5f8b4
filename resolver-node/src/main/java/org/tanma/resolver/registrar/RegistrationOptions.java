// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

/**
 * How a request wants to be treated.
 *
 * @param isAtomic all rows or none
 * @param isDryRun check everything, write nothing
 * @param isReplacing write over records whose content differs
 */
public record RegistrationOptions(boolean isAtomic, boolean isDryRun, boolean isReplacing) {
    /** Good rows are written, bad ones reported, existing records kept. */
    public static final RegistrationOptions DEFAULT = new RegistrationOptions(false, false, false);
}
