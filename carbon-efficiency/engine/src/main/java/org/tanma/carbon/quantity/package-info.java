// SPDX-License-Identifier: Apache-2.0
/**
 * Decimal figures with typed units.
 *
 * <p>Entry types: {@link org.tanma.carbon.quantity.Quantity}, {@link org.tanma.carbon.quantity.UnitCatalog}. Mass of
 * material, of carbon, of CO2 and of CO2e are different dimensions, and so are volume at metering and at normal
 * conditions: they never add up or convert by accident. Every other package of the engine may depend on this one; it
 * depends on the JDK only.
 */
@NullMarked
package org.tanma.carbon.quantity;

import org.jspecify.annotations.NullMarked;
