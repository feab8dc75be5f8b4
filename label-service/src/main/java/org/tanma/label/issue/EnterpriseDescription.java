// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

/**
 * The enterprise a code speaks of, as it was when the evaluation was made.
 *
 * @param handle its identifier
 * @param industry name of its industry class, with the class's code where there is one
 */
public record EnterpriseDescription(String handle, BilingualText name, BilingualText region, BilingualText industry) {}
