// SPDX-License-Identifier: Apache-2.0
/**
 * The REST face of the label service under {@code /api/v1}: issue, look up, print and revoke codes, and the issuer's public
 * keys. Wired by {@code org.tanma.label.app}; nothing else depends on it.
 */
@NullMarked
package org.tanma.label.rest;

import org.jspecify.annotations.NullMarked;
