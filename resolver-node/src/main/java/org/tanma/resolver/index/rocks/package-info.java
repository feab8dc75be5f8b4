// SPDX-License-Identifier: Apache-2.0
/**
 * The keys of the index in an embedded RocksDB of their own. Entry type: {@link
 * org.tanma.resolver.index.rocks.RocksSortedKeys}. The application's wiring depends on it.
 */
@NullMarked
package org.tanma.resolver.index.rocks;

import org.jspecify.annotations.NullMarked;
