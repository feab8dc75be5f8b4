// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.text.LocalText;

/**
 * One figure that entered a formula.
 *
 * @param symbol as in the formula
 * @param label its name
 * @param value the figure in the unit it was given in
 * @param origin where it comes from
 */
public record TraceInput(String symbol, LocalText label, Quantity value, Origin origin) {}
