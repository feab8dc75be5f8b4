// SPDX-License-Identifier: Apache-2.0
/**
 * Finding records, and leading them through their life: history, update, transfer, retirement. Entry types: the
 * controllers. The application's wiring depends on it.
 */
@NullMarked
package org.tanma.resolver.rest.records;

import org.jspecify.annotations.NullMarked;
