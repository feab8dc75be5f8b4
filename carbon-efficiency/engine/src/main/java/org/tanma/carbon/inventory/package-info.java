// SPDX-License-Identifier: Apache-2.0
/**
 * A year of readings in, an inventory of emissions out, or the full list of what is missing.
 *
 * <p>Entry types: {@link org.tanma.carbon.inventory.InventoryEngine}, {@link org.tanma.carbon.inventory.InventoryRequest},
 * {@link org.tanma.carbon.inventory.InventoryOutcome}. The packages grading, report and data may depend on it; it depends on
 * quantity, factor, method and text only.
 */
@NullMarked
package org.tanma.carbon.inventory;

import org.jspecify.annotations.NullMarked;
