// SPDX-License-Identifier: Apache-2.0
/**
 * The goods CBAM covers by CN code, with the default values, benchmarks and parameters published for them.
 *
 * <p>Entry type: {@link org.tanma.carbon.cbam.goods.CbamCatalog}. The packages under cbam and data may depend on it; it
 * depends on factor and quantity. Editions come in as values; the package reads no file.
 */
@NullMarked
package org.tanma.carbon.cbam.goods;

import org.jspecify.annotations.NullMarked;
