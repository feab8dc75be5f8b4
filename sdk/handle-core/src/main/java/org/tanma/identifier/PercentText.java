// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Percent-encoding of UTF-8: RFC 3986, 2.1. */
final class PercentText {
    private static final String UNRESERVED = "-._~";
    private static final String HEX = "0123456789ABCDEF";

    private PercentText() {}

    /** True when two hexadecimal digits follow the percent sign at {@code at}. */
    static boolean isEncoded(String text, int at) {
        return at + 2 < text.length() && isHex(text.charAt(at + 1)) && isHex(text.charAt(at + 2));
    }

    private static boolean isHex(char c) {
        return Part.isDigit(c) || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F';
    }

    /** The part without percent-encoding; positions in a part that had some are those of its beginning. */
    static Part decode(IdentifierKind kind, String given, Part part) {
        String text = part.text();
        if (text.indexOf('%') < 0) {
            return part;
        }
        ByteArrayOutputStream octets = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '%') {
                int end = Character.isHighSurrogate(text.charAt(i)) && i + 1 < text.length() ? i + 2 : i + 1;
                octets.writeBytes(text.substring(i, end).getBytes(StandardCharsets.UTF_8));
                i = end - 1;
                continue;
            }
            if (!isEncoded(text, i)) {
                throw part.fault(kind, given, i, FaultReason.PERCENT_ENCODING);
            }
            octets.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
            i += 2;
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets.toByteArray()))
                    .toString();
            return new Part(decoded, part.offset());
        } catch (CharacterCodingException e) {
            throw part.fault(kind, given, text.indexOf('%'), FaultReason.PERCENT_ENCODING);
        }
    }

    /** The text as one segment of a path. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (octet & 0xFF);
            if (Part.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xF));
            }
        }
        return encoded.toString();
    }
}
