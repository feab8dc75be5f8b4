// SPDX-License-Identifier: Apache-2.0
/**
 * Computes a result once more from the request and the editions that it names, and says which figures differ.
 *
 * <p>Entry type: {@link org.tanma.carbon.report.replay.ResultReplay}. Whoever checks results may depend on it.
 */
@NullMarked
package org.tanma.carbon.report.replay;

import org.jspecify.annotations.NullMarked;
