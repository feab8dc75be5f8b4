// SPDX-License-Identifier: Apache-2.0
/**
 * Identifiers of every kind: read, checked, written in their normal form, and turned into one canonical key each, by which
 * two spellings of the same thing are found equal. Entry types: {@link org.tanma.identifier.Identifiers}, {@link
 * org.tanma.identifier.Identifier}, {@link org.tanma.identifier.Equivalents}. Anyone may depend on it; it depends on the
 * handle model and the JDK alone.
 */
@NullMarked
package org.tanma.identifier;

import org.jspecify.annotations.NullMarked;
