// SPDX-License-Identifier: Apache-2.0
/**
 * Electricity by the hours of a time-of-use tariff: sharp, peak, flat, valley, deep valley. No prices.
 *
 * <p>Entry types: {@link org.tanma.carbon.tariff.Tariff}, {@link org.tanma.carbon.tariff.TimeOfUse}. The data package and
 * services may depend on it; it depends on quantities, text and editions.
 */
@NullMarked
package org.tanma.carbon.tariff;

import org.jspecify.annotations.NullMarked;
