// SPDX-License-Identifier: Apache-2.0
/**
 * Warnings (预警): thresholds, and anomalies of daily and monthly series.
 *
 * <p>Pure functions of figures, in decimals; what is missing is found as missing and never filled. Entry types: {@link
 * org.tanma.carbon.warning.Anomalies}, {@link org.tanma.carbon.warning.ThresholdCheck}, {@link
 * org.tanma.carbon.warning.WarningState}. Services may depend on it; it depends on text alone. The methods and why they were chosen:
 * docs/carbon/portrait.md.
 */
@NullMarked
package org.tanma.carbon.warning;

import org.jspecify.annotations.NullMarked;
