// SPDX-License-Identifier: Apache-2.0
/**
 * How complete a request is, and how good the data are that an inventory rests on; each by a formula whose parts are shown.
 *
 * <p>Entry types: {@link org.tanma.carbon.quality.Completeness}, {@link org.tanma.carbon.quality.DataQualityScore}. The
 * packages data and report may depend on it; it depends on inventory, method, factor and quantity.
 */
@NullMarked
package org.tanma.carbon.quality;

import org.jspecify.annotations.NullMarked;
