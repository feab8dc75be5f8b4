// SPDX-License-Identifier: Apache-2.0
/**
 * Emission factors, default parameters and GWP values in dated editions, with where each came from.
 *
 * <p>Entry types: {@link org.tanma.carbon.factor.FactorCatalog}, {@link org.tanma.carbon.factor.Factor}, {@link
 * org.tanma.carbon.factor.EditionRef}. The packages method, inventory, grading, report and data may depend on it; it
 * depends on quantity and text only. Editions come in as values; the package reads no file.
 */
@NullMarked
package org.tanma.carbon.factor;

import org.jspecify.annotations.NullMarked;
