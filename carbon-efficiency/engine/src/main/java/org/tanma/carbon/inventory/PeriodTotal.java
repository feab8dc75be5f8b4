// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import org.tanma.carbon.quantity.Quantity;

/**
 * The emission of one period.
 *
 * @param period the months
 * @param emission tCO2e
 */
public record PeriodTotal(ActivityPeriod period, Quantity emission) {}
