// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.factor;

/**
 * A factor that was found, and how far it is from what was asked.
 *
 * @param factor the factor
 * @param level how wide a place it holds for
 * @param yearsEarlier how many years before the day asked about it ended; 0 when it holds on that day
 */
public record FactorMatch(Factor factor, FallbackLevel level, int yearsEarlier) {}
