// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ledger;

/**
 * A property of what was used, measured by the enterprise: a calorific value, a carbon content, a CaO content.
 *
 * @param value decimal text, as given
 * @param unit as given, for instance {@code GJ/t}
 */
public record MeasuredValue(String value, String unit) {}
