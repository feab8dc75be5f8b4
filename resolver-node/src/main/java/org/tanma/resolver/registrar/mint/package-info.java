// SPDX-License-Identifier: Apache-2.0
/**
 * How handles are made for records that name none: numbers, UUIDs, GS1 serials, patterns. Entry types: {@link
 * org.tanma.resolver.registrar.mint.MintRule}, {@link org.tanma.resolver.registrar.mint.Mint}. The registrar and its jobs
 * depend on it.
 */
@NullMarked
package org.tanma.resolver.registrar.mint;

import org.jspecify.annotations.NullMarked;
