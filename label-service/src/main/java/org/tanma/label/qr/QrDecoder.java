// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.qr;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.ChecksumException;
import com.google.zxing.FormatException;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Optional;

/** Reads a symbol the way a camera would: finds it in a picture of {@value #SCALE} pixels a module, then decodes it. */
final class QrDecoder {
    private static final int SCALE = 3;

    Optional<String> decode(QrSymbol symbol) {
        try {
            BinaryBitmap picture = new BinaryBitmap(new GlobalHistogramBinarizer(new Picture(symbol)));
            return Optional.of(new QRCodeReader().decode(picture).getText());
        } catch (NotFoundException | ChecksumException | FormatException e) {
            return Optional.empty();
        }
    }

    /** The symbol with its quiet zone, black on white. */
    private static final class Picture extends LuminanceSource {
        private final QrSymbol symbol;

        Picture(QrSymbol symbol) {
            super(symbol.sizeWithQuietZone() * SCALE, symbol.sizeWithQuietZone() * SCALE);
            this.symbol = symbol;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            byte[] grey = row != null && row.length >= getWidth() ? row : new byte[getWidth()];
            for (int x = 0; x < getWidth(); x++) {
                grey[x] = luminance(x, y);
            }
            return grey;
        }

        @Override
        public byte[] getMatrix() {
            byte[] grey = new byte[getWidth() * getHeight()];
            for (int y = 0; y < getHeight(); y++) {
                for (int x = 0; x < getWidth(); x++) {
                    grey[y * getWidth() + x] = luminance(x, y);
                }
            }
            return grey;
        }

        private byte luminance(int x, int y) {
            return symbol.isDark(x / SCALE - QrSymbol.QUIET_ZONE, y / SCALE - QrSymbol.QUIET_ZONE) ? 0 : (byte) 255;
        }
    }
}
