// SPDX-License-Identifier: Apache-2.0
/**
 * Signed statements: canonical JSON, its digest, an Ed25519 signature, and the keys that make it. Entry types: {@link
 * org.tanma.label.credential.IssuerKeys}, {@link org.tanma.label.credential.StatementSigner}. Any package of the label
 * service may depend on it; it depends on none of them.
 */
@NullMarked
package org.tanma.label.credential;

import org.jspecify.annotations.NullMarked;
