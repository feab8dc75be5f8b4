// SPDX-License-Identifier: Apache-2.0
/**
 * An installation under CBAM: its emissions, their attribution to production processes, and the specific embedded emissions
 * of the goods made there, precursors included.
 *
 * <p>Entry types: {@link org.tanma.carbon.cbam.CbamEngine}, {@link org.tanma.carbon.cbam.CbamRequest}, {@link
 * org.tanma.carbon.cbam.CbamOutcome}. The packages data and report may depend on it; it depends on inventory (for what is
 * missing), method, factor, quantity and text. Source: Implementing Regulation (EU) 2025/2547.
 */
@NullMarked
package org.tanma.carbon.cbam;

import org.jspecify.annotations.NullMarked;
