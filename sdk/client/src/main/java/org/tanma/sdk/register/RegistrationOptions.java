// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.register;

/**
 * How a batch is registered.
 *
 * @param isAtomic one bad row refuses them all
 * @param isDryRun check everything, store nothing
 */
public record RegistrationOptions(boolean isAtomic, boolean isDryRun) {
    /** Good rows are registered, bad ones reported. */
    public static final RegistrationOptions DEFAULT = new RegistrationOptions(false, false);
}
