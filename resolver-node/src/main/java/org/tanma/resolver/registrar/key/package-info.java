// SPDX-License-Identifier: Apache-2.0
/**
 * API keys: made for one enterprise and a few scopes, kept as hashes, rotated and revoked. Entry type: {@link
 * org.tanma.resolver.registrar.key.ApiKeys}.
 */
@NullMarked
package org.tanma.resolver.registrar.key;

import org.jspecify.annotations.NullMarked;
