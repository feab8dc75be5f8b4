// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.regrade;

import java.time.Instant;

/**
 * A regrading that was asked for.
 *
 * @param industry code of GB/T 4754, as its enterprises are registered under it
 */
public record Regrading(String id, String industry, int year, RegradingRules rules, String askedBy, Instant askedAt) {}
