// SPDX-License-Identifier: Apache-2.0
/**
 * Identifiers of the kinds that the node takes: read, checked, brought to their one canonical form, written. Entry type:
 * {@link org.tanma.identifier.Oid}. Anyone may depend on it; it depends on the JDK alone.
 */
@NullMarked
package org.tanma.identifier;

import org.jspecify.annotations.NullMarked;
