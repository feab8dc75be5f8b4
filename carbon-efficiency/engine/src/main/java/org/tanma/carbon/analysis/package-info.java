// SPDX-License-Identifier: Apache-2.0
/**
 * Looks at inventories from other sides: by site, process and device, one against another, and how far they can
 * be relied on.
 *
 * <p>Entry types: {@link org.tanma.carbon.analysis.Breakdown}, {@link org.tanma.carbon.analysis.Comparison}, {@link
 * org.tanma.carbon.analysis.AssessmentEngine}. The packages whatif, data and report may depend on it; it depends on inventory,
 * quality, uncertainty, method, quantity and text.
 */
@NullMarked
package org.tanma.carbon.analysis;

import org.jspecify.annotations.NullMarked;
