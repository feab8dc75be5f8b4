// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.artwork;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;

/**
 * A black and white picture written as PNG (ISO/IEC 15948): greyscale, one bit a pixel, no filter.
 *
 * <p>Written here because the JDK's image writer takes some twenty times as long as making the symbol itself.
 */
final class OneBitPng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte BIT_DEPTH = 1;

    private final int width;
    private final int height;
    private final int stride;
    /** Rows of one filter octet (0, none) and the pixels, most significant bit first, 1 for white. */
    private final byte[] rows;

    /** All white. */
    OneBitPng(int width, int height) {
        this.width = width;
        this.height = height;
        this.stride = 1 + (width + 7) / 8;
        this.rows = new byte[stride * height];
        Arrays.fill(rows, (byte) 0xFF);
        for (int y = 0; y < height; y++) {
            rows[y * stride] = 0;
        }
    }

    /** Blackens a square. */
    void fill(int left, int top, int side) {
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                rows[y * stride + 1 + (x >> 3)] &= (byte) ~(0x80 >> (x & 7));
            }
        }
    }

    byte[] encode() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        byte[] header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(BIT_DEPTH)
                .put(new byte[4])
                .array();
        chunk(out, "IHDR", header);
        chunk(out, "IDAT", deflate(rows));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] octets) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(octets);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 check = new CRC32();
        check.update(name);
        check.update(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
        out.writeBytes(name);
        out.writeBytes(content);
        out.writeBytes(ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }
}
