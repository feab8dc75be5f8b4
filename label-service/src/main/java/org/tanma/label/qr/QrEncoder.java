// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.qr;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.decoder.Mode;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import com.google.zxing.qrcode.encoder.QRCode;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;

/**
 * Makes QR symbols of upper-case addresses: error correction level M, alphanumeric mode, no character set marker (ECI).
 *
 * <p>Contract: what {@link #encode} returns was read back by a decoder from a raster of itself and gave exactly the text. The
 * standard's choice of mask is taken unless the decoder cannot read that symbol; then the first mask that it can.
 * Safe between threads.
 */
public final class QrEncoder {
    /** Most characters taken: what a symbol of 33 modules (version 4, level M) holds. */
    public static final int MAX_TEXT = 90;

    private final QrDecoder decoder = new QrDecoder();

    /** Throws {@link IllegalArgumentException} for a text that is not alphanumeric in QR's sense, or too long. */
    public QrSymbol encode(String text) {
        if (text.isEmpty() || text.length() > MAX_TEXT) {
            throw new IllegalArgumentException(
                    "a QR symbol of " + text.length() + " characters was asked for; allowed: 1 to " + MAX_TEXT);
        }
        QRCode code = matrixOf(text, Map.of());
        if (code.getMode() != Mode.ALPHANUMERIC) {
            throw new IllegalArgumentException(
                    "'" + text + "' does not fit the alphanumeric mode; allowed: A-Z 0-9 blank $ % * + - . / :");
        }
        QrSymbol best = symbolOf(text, code.getMatrix());
        if (reads(best)) {
            return best;
        }
        for (int mask = 0; mask < QRCode.NUM_MASK_PATTERNS; mask++) {
            QRCode other = matrixOf(text, Map.of(EncodeHintType.QR_MASK_PATTERN, mask));
            QrSymbol symbol = symbolOf(text, other.getMatrix());
            if (reads(symbol)) {
                return symbol;
            }
        }
        return verified(best);
    }

    private boolean reads(QrSymbol symbol) {
        return decoder.decode(symbol).equals(Optional.of(symbol.text()));
    }

    QrSymbol verified(QrSymbol symbol) {
        String read = decoder.decode(symbol).orElse("nothing");
        if (!read.equals(symbol.text())) {
            throw new IllegalStateException(
                    "the symbol made of '" + symbol.text() + "' reads as '" + read + "'; it is not handed out");
        }
        return symbol;
    }

    private static QRCode matrixOf(String text, Map<EncodeHintType, ?> hints) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR symbol can be made of '" + text + "': " + e.getMessage(), e);
        }
    }

    private static QrSymbol symbolOf(String text, ByteMatrix matrix) {
        int size = matrix.getWidth();
        BitSet dark = new BitSet(size * size);
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                dark.set(y * size + x, matrix.get(x, y) == 1);
            }
        }
        return new QrSymbol(text, size, dark);
    }
}
