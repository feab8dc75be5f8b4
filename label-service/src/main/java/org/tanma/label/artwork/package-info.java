// SPDX-License-Identifier: Apache-2.0
/**
 * Codes to print: the QR symbol as SVG in millimetres or as PNG, with the words that mark a demonstration. Entry types: {@link
 * org.tanma.label.artwork.SvgQrRenderer}, {@link org.tanma.label.artwork.PngQrRenderer}. Pages and REST depend on it.
 */
@NullMarked
package org.tanma.label.artwork;

import org.jspecify.annotations.NullMarked;
