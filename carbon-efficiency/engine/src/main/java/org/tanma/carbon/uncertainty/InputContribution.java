// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.uncertainty;

import java.math.BigDecimal;

/**
 * What one figure adds to the uncertainty of the total.
 *
 * @param input the figure
 * @param varianceShare part of the variance of the total that it causes, of 1; the shares of all figures sum to 1
 */
public record InputContribution(UncertainInput input, BigDecimal varianceShare) {}
