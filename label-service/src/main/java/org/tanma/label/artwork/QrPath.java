// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.artwork;

import org.tanma.label.qr.QrSymbol;

/** The dark modules of a symbol as one SVG path: a rectangle a run of modules, in units of modules, quiet zone included. */
public final class QrPath {
    private QrPath() {}

    public static String of(QrSymbol symbol) {
        StringBuilder path = new StringBuilder(2048);
        for (int y = 0; y < symbol.size(); y++) {
            int x = 0;
            while (x < symbol.size()) {
                int run = run(symbol, x, y);
                if (run > 0) {
                    path.append('M').append(x + QrSymbol.QUIET_ZONE).append(' ').append(y + QrSymbol.QUIET_ZONE);
                    path.append('h').append(run).append("v1h-").append(run).append('z');
                }
                x += run + 1;
            }
        }
        return path.toString();
    }

    private static int run(QrSymbol symbol, int x, int y) {
        int end = x;
        while (symbol.isDark(end, y)) {
            end++;
        }
        return end - x;
    }
}
