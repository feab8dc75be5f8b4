// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import org.tanma.carbon.method.Computed;

/** One reading with its CO2. */
record CalculatedReading(ActivityEntry entry, Computed computed) {}
