// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.qr;

import java.util.BitSet;

/**
 * A QR symbol: a square of dark and light modules, quiet zone not included. Immutable.
 *
 * <p>Coordinates run from 0 to {@code size() - 1}, x to the right, y downwards.
 */
public final class QrSymbol {
    /** Light modules that must surround a symbol on every side (ISO/IEC 18004). */
    public static final int QUIET_ZONE = 4;

    private final String text;
    private final int size;
    private final BitSet dark;

    QrSymbol(String text, int size, BitSet dark) {
        this.text = text;
        this.size = size;
        this.dark = (BitSet) dark.clone();
    }

    /** What it carries. */
    public String text() {
        return text;
    }

    /** Modules along one side: 21 for version 1, four more for each version. */
    public int size() {
        return size;
    }

    /** Modules along one side with the quiet zone. */
    public int sizeWithQuietZone() {
        return size + 2 * QUIET_ZONE;
    }

    /** True for a dark module; everything outside the symbol is light. */
    public boolean isDark(int x, int y) {
        return x >= 0 && y >= 0 && x < size && y < size && dark.get(y * size + x);
    }
}
