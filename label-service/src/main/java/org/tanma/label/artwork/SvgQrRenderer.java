// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.artwork;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.tanma.label.qr.QrSymbol;

/**
 * A symbol as an SVG file to print: exact size in millimetres, black on white, quiet zone 4.
 *
 * <p>The symbol with its quiet zone is {@code sizeMm} wide and high. Below the quiet zone stand a caption for those who cannot
 * scan and, on a demonstration, the words {@value #DEMO_WORDS}.
 */
public final class SvgQrRenderer {
    /** Words on every code that stands for no real enterprise. */
    public static final String DEMO_WORDS = "演示 DEMO";

    /** Smallest module that shop and phone scanners read well, in millimetres. */
    public static final BigDecimal MIN_MODULE_MM = new BigDecimal("0.4");

    /** Largest size offered, in millimetres. */
    public static final int MAX_SIZE_MM = 500;

    private static final int CAPTION_MODULES = 4;
    private static final int DEMO_MODULES = 6;
    private static final String FONTS = "Noto Sans CJK SC,PingFang SC,Microsoft YaHei,sans-serif";

    /** Least size of this symbol with its quiet zone, in whole millimetres. */
    public static int minSizeMm(QrSymbol symbol) {
        return MIN_MODULE_MM
                .multiply(BigDecimal.valueOf(symbol.sizeWithQuietZone()))
                .setScale(0, RoundingMode.CEILING)
                .intValueExact();
    }

    /**
     * @param sizeMm from {@link #minSizeMm} to {@value #MAX_SIZE_MM}; anything else throws {@link IllegalArgumentException}
     * @param caption what a person types instead of scanning, at most 30 characters
     * @param title read aloud in place of the picture; the text carried is its description
     */
    public String render(QrSymbol symbol, int sizeMm, String caption, String title, boolean isDemonstration) {
        if (sizeMm < minSizeMm(symbol) || sizeMm > MAX_SIZE_MM) {
            throw new IllegalArgumentException(
                    "size " + sizeMm + " mm; allowed: " + minSizeMm(symbol) + " to " + MAX_SIZE_MM);
        }
        int width = symbol.sizeWithQuietZone();
        int foot = width + CAPTION_MODULES;
        int height = foot + (isDemonstration ? DEMO_MODULES : 0);
        String heightMm = BigDecimal.valueOf(sizeMm)
                .multiply(BigDecimal.valueOf(height))
                .divide(BigDecimal.valueOf(width), 4, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + sizeMm + "mm\" height=\"" + heightMm
                + "mm\" viewBox=\"0 0 " + width + " " + height + "\" role=\"img\" aria-labelledby=\"t d\">\n"
                + "<title id=\"t\">" + escape(title) + "</title>\n<desc id=\"d\">" + escape(symbol.text()) + "</desc>\n"
                + "<rect width=\"" + width + "\" height=\"" + height + "\" fill=\"#fff\"/>\n"
                + "<path d=\"" + QrPath.of(symbol) + "\" fill=\"#000\" shape-rendering=\"crispEdges\"/>\n"
                + text(width, width + 2, "2.2", "400", caption)
                + (isDemonstration ? text(width, foot + 4, "4.5", "700", DEMO_WORDS) : "")
                + "</svg>\n";
    }

    private static String text(int width, int y, String size, String weight, String words) {
        return "<text x=\"" + width / 2.0 + "\" y=\"" + y + "\" text-anchor=\"middle\" font-size=\"" + size
                + "\" font-weight=\"" + weight + "\" font-family=\"" + FONTS + "\">" + escape(words) + "</text>\n";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
