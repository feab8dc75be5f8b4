// SPDX-License-Identifier: Apache-2.0
/**
 * QR symbols as matrices of modules, each decoded again before it is handed out. Entry types: {@link
 * org.tanma.label.qr.QrEncoder}, {@link org.tanma.label.qr.QrSymbol}. Artwork, pages and REST depend on it; it knows nothing of
 * codes.
 */
@NullMarked
package org.tanma.label.qr;

import org.jspecify.annotations.NullMarked;
