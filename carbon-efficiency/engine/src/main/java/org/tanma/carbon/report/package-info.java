// SPDX-License-Identifier: Apache-2.0
/**
 * Writes results as canonical JSON with a digest.
 *
 * <p>Entry type: {@link org.tanma.carbon.report.ResultDocument}. Whoever runs the engine may depend on it; no calculation
 * package does.
 */
@NullMarked
package org.tanma.carbon.report;

import org.jspecify.annotations.NullMarked;
