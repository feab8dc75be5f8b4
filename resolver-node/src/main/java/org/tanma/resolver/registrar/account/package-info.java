// SPDX-License-Identifier: Apache-2.0
/**
 * What each role may do, and the accounts of an enterprise's people. Entry types: {@link
 * org.tanma.resolver.registrar.account.Permissions}, {@link org.tanma.resolver.registrar.account.Accounts}.
 */
@NullMarked
package org.tanma.resolver.registrar.account;

import org.jspecify.annotations.NullMarked;
