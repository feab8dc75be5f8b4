// SPDX-License-Identifier: Apache-2.0
/**
 * Finds the record behind an identifier of any kind, and keeps what records say of their other identifiers. Entry types:
 * {@link org.tanma.resolver.identify.IdentifierFinder}, {@link org.tanma.resolver.identify.EquivalentRegistrar}. The page,
 * rest and application packages may depend on it.
 */
@NullMarked
package org.tanma.resolver.identify;

import org.jspecify.annotations.NullMarked;
