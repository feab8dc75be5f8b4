// SPDX-License-Identifier: Apache-2.0
/**
 * Creating, changing, deleting and listing handles, and homing prefixes, for callers that may; no protocol. Entry types:
 * {@link org.tanma.resolver.admin.HandleAdministration}, {@link org.tanma.resolver.admin.AdminOutcome}. Network faces and
 * the application's wiring may depend on it; it depends on the store, on access and on the prefixes the node answers for.
 */
@NullMarked
package org.tanma.resolver.admin;

import org.jspecify.annotations.NullMarked;
