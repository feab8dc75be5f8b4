// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.tanma.resolver.store.StoreException;

/**
 * Values as octets whose unsigned order is the order of the values, each such that none is the beginning of another.
 *
 * <p>A number: its sign, the place of its first digit, its digits two an octet, an end; all but the sign turned round when
 * it is negative. A text: folded, at most {@value #TEXT_OCTETS} octets of it, an end.
 */
final class OrderedText {
    /** Of a longer text only this much is kept. */
    static final int TEXT_OCTETS = 128;

    private static final byte NEGATIVE = 0x40;
    private static final byte ZERO = (byte) 0x80;
    private static final byte POSITIVE = (byte) 0xC0;
    private static final byte[] END = {0, 0};

    private OrderedText() {}

    /** Letter case, width and other forms of the same characters aside. */
    static String fold(String text) {
        boolean isPlain = text.chars().allMatch(c -> c < 0x80);
        return (isPlain ? text : Normalizer.normalize(text, Normalizer.Form.NFKC)).toLowerCase(Locale.ROOT);
    }

    /** True when nothing of the text is left out. */
    static boolean isWhole(String text) {
        return fold(text).getBytes(UTF_8).length <= TEXT_OCTETS;
    }

    static byte[] text(String text) {
        byte[] octets = fold(text).getBytes(UTF_8);
        return exact(octets.length <= TEXT_OCTETS ? octets : Arrays.copyOf(octets, TEXT_OCTETS));
    }

    /** Octets as they are; one of them that is 0 becomes 0 255, so that the end is told from it. */
    static byte[] exact(byte[] octets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(octets.length + END.length);
        for (byte octet : octets) {
            out.write(octet);
            if (octet == 0) {
                out.write(0xFF);
            }
        }
        out.writeBytes(END);
        return out.toByteArray();
    }

    static byte[] number(BigDecimal number) {
        if (number.signum() == 0) {
            return new byte[] {ZERO};
        }
        BigDecimal plain = number.abs().stripTrailingZeros();
        String digits = plain.unscaledValue().toString();
        int pairs = (digits.length() + 1) / 2;
        ByteBuffer out = ByteBuffer.allocate(1 + Integer.BYTES + pairs + 1);
        out.put(number.signum() > 0 ? POSITIVE : NEGATIVE);
        out.putInt((digits.length() - plain.scale()) ^ Integer.MIN_VALUE);
        for (int i = 0; i < pairs; i++) {
            int first = digits.charAt(2 * i) - '0';
            int second = 2 * i + 1 < digits.length() ? digits.charAt(2 * i + 1) - '0' : 0;
            out.put((byte) (first * 10 + second + 1));
        }
        out.put((byte) 0);
        byte[] octets = out.array();
        if (number.signum() < 0) {
            for (int i = 1; i < octets.length; i++) {
                octets[i] = (byte) ~octets[i];
            }
        }
        return octets;
    }

    /** Octets of the text that stands at {@code from}. */
    static int textOctets(byte[] key, int from) {
        for (int i = from; i + 1 < key.length; i++) {
            if (key[i] == 0 && key[++i] == 0) {
                return i + 1 - from;
            }
        }
        throw new StoreException("a key of the index has no end to its text");
    }

    /** Octets of the number that stands at {@code from}. */
    static int numberOctets(byte[] key, int from) {
        if (key[from] == ZERO) {
            return 1;
        }
        byte end = key[from] == POSITIVE ? 0 : (byte) 0xFF;
        for (int i = from + 1 + Integer.BYTES; i < key.length; i++) {
            if (key[i] == end) {
                return i + 1 - from;
            }
        }
        throw new StoreException("a key of the index has no end to its number");
    }

    static byte[] seconds(long seconds) {
        return ByteBuffer.allocate(Long.BYTES).putLong(seconds ^ Long.MIN_VALUE).array();
    }

    static byte[] instant(Instant instant) {
        return ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(instant.getEpochSecond() ^ Long.MIN_VALUE)
                .putInt(instant.getNano())
                .array();
    }
}
