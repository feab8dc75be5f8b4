// SPDX-License-Identifier: Apache-2.0
/**
 * Where identifier records are kept: what every engine promises, and nothing about how. Entry types: {@link
 * org.tanma.resolver.store.HandleStore} to read, {@link org.tanma.resolver.store.HandleAdminStore} to write, {@link
 * org.tanma.resolver.store.StoredRecord}. The resolution, registrar, page and application packages may depend on it; it
 * depends on the handle model and its wire encoding alone.
 */
@NullMarked
package org.tanma.resolver.store;

import org.jspecify.annotations.NullMarked;
