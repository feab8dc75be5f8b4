// SPDX-License-Identifier: Apache-2.0
/**
 * Reads the engine's files: units, places, factor editions, methods, schemes, and requests.
 *
 * <p>Entry types: {@link org.tanma.carbon.data.EngineCatalog}, {@link org.tanma.carbon.data.InventoryRequestReader},
 * {@link org.tanma.carbon.data.GradingRequestReader}. Whoever runs the engine may depend on it; no calculation package
 * does. The only package, with report, that uses libraries.
 */
@NullMarked
package org.tanma.carbon.data;

import org.jspecify.annotations.NullMarked;
