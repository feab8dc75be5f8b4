// SPDX-License-Identifier: Apache-2.0
/**
 * The embedded engine of the record store, on RocksDB. Entry type: {@link
 * org.tanma.resolver.store.rocks.RocksHandleStore}. Only the application's wiring may depend on it; no other engine may.
 */
@NullMarked
package org.tanma.resolver.store.rocks;

import org.jspecify.annotations.NullMarked;
