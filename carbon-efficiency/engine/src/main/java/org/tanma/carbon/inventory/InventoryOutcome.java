// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

/** What a request came to: a whole inventory, or what keeps it from being one. There is nothing in between. */
public sealed interface InventoryOutcome permits Inventory, Incomplete {}
