// SPDX-License-Identifier: Apache-2.0
/**
 * Fills in the European Commission's CBAM communication template.
 *
 * <p>Entry type: {@link org.tanma.carbon.report.commission.CommunicationTemplate}. Whoever runs the engine may depend on it. The
 * template itself is not shipped.
 */
@NullMarked
package org.tanma.carbon.report.commission;

import org.jspecify.annotations.NullMarked;
