// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.artwork;

import org.tanma.label.qr.QrSymbol;

/**
 * A symbol as a PNG of one bit a pixel: whole pixels a module, quiet zone 4, black on white.
 *
 * <p>A demonstration gets a strip below the quiet zone with the letters DEMO, drawn from modules.
 */
public final class PngQrRenderer {
    /** Fewest pixels a module; with less, decoders begin to fail. */
    public static final int MIN_SCALE = 3;

    /** Most pixels a module. */
    public static final int MAX_SCALE = 40;

    private static final int STRIP_MODULES = DemoLettering.HEIGHT + 2;

    /** Throws {@link IllegalArgumentException} when {@code scale} is not {@value #MIN_SCALE} to {@value #MAX_SCALE} pixels. */
    public byte[] render(QrSymbol symbol, int scale, boolean isDemonstration) {
        if (scale < MIN_SCALE || scale > MAX_SCALE) {
            throw new IllegalArgumentException(
                    "scale " + scale + " pixels a module; allowed: " + MIN_SCALE + " to " + MAX_SCALE);
        }
        int modules = symbol.sizeWithQuietZone();
        int rows = modules + (isDemonstration ? STRIP_MODULES : 0);
        int left = (modules - DemoLettering.WIDTH) / 2;
        OneBitPng png = new OneBitPng(modules * scale, rows * scale);
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < modules; x++) {
                boolean isDark = y < modules
                        ? symbol.isDark(x - QrSymbol.QUIET_ZONE, y - QrSymbol.QUIET_ZONE)
                        : DemoLettering.isDark(x - left, y - modules);
                if (isDark) {
                    png.fill(x * scale, y * scale, scale);
                }
            }
        }
        return png.encode();
    }
}
