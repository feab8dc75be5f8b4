// SPDX-License-Identifier: Apache-2.0
/**
 * Tokens of other issuers: an identity provider that speaks OpenID Connect, or any that publishes its keys. Entry type: {@link
 * org.tanma.resolver.registrar.issuer.TrustedIssuers}.
 */
@NullMarked
package org.tanma.resolver.registrar.issuer;

import org.jspecify.annotations.NullMarked;
