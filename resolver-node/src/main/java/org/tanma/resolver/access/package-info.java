// SPDX-License-Identifier: Apache-2.0
/**
 * Who a caller is and what they may do to a record. Entry types: {@link org.tanma.resolver.access.Caller}, {@link
 * org.tanma.resolver.access.Authenticator}, {@link org.tanma.resolver.access.AccessRules}, {@link
 * org.tanma.resolver.access.KeySource}. Knows the store and no protocol; resolution, administration and the faces depend
 * on it.
 */
@NullMarked
package org.tanma.resolver.access;

import org.jspecify.annotations.NullMarked;
