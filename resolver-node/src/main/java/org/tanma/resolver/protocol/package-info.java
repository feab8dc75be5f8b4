// SPDX-License-Identifier: Apache-2.0
/**
 * The operations of the Handle protocol that need more than a look-up: changes, lists, challenges, sessions, log-ins, signed
 * answers. Entry type: {@link org.tanma.resolver.protocol.ProtocolVersion}. Knows messages and no network; the faces depend
 * on it, it depends on administration, access and resolution. Everything it keeps of peers is bounded.
 */
@NullMarked
package org.tanma.resolver.protocol;

import org.jspecify.annotations.NullMarked;
