// SPDX-License-Identifier: Apache-2.0
/**
 * The node's own arc of the tree of object identifiers: who was allotted what below it, and what the object identifier
 * resolution system (ITU-T X.672) is told of that. Entry types: {@link org.tanma.resolver.oid.OidRegistrar}, {@link
 * org.tanma.resolver.oid.OidAllotments}, {@link org.tanma.resolver.oid.OrsZone}. The DNS face, {@code rest} and {@code app}
 * may depend on it.
 */
@NullMarked
package org.tanma.resolver.oid;

import org.jspecify.annotations.NullMarked;
