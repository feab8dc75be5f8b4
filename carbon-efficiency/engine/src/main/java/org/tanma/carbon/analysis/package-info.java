// SPDX-License-Identifier: Apache-2.0
/**
 * Looks at inventories from other sides: by site, process and device, and one against another.
 *
 * <p>Entry types: {@link org.tanma.carbon.analysis.Breakdown}, {@link org.tanma.carbon.analysis.Comparison}. The packages
 * whatif, data and report may depend on it; it depends on inventory, quantity and text.
 */
@NullMarked
package org.tanma.carbon.analysis;

import org.jspecify.annotations.NullMarked;
