// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.app;

import org.tanma.kit.sql.SqlConfig;

/**
 * What the carbon service must be told.
 *
 * @param database where the ledger, peer sets and evaluations are kept
 * @param gradingScheme name of the grading scheme in force, for instance {@code zhejiang-carbon-efficiency}; its newest edition is used
 */
public record CarbonConfig(SqlConfig database, String gradingScheme) {}
