// SPDX-License-Identifier: Apache-2.0
/**
 * Codes of standards: industries (GB/T 4754), administrative divisions (GB/T 2260), units (UCUM, UN/ECE Rec. 20). Entry types:
 * {@link org.tanma.template.code.CodeTable}, {@link org.tanma.template.code.UnitCodes}, {@link
 * org.tanma.template.code.TradeUnits}. Anyone may depend on it.
 */
@NullMarked
package org.tanma.template.code;

import org.jspecify.annotations.NullMarked;
