// SPDX-License-Identifier: Apache-2.0
/**
 * The registrar over HTTP and JSON, under {@code /api/v1}: templates, registrations, identifiers, tokens. Entry types: the
 * controllers, which the application package makes. The page package shares {@link
 * org.tanma.resolver.rest.IdentifierAnswer}.
 */
@NullMarked
package org.tanma.resolver.rest;

import org.jspecify.annotations.NullMarked;
