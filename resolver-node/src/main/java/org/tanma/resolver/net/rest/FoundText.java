// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLayout;
import org.tanma.resolver.store.EncodedValueCursor;
import org.tanma.resolver.store.EncodedValues;

/**
 * Writes the values that were found as JSON straight from their wire octets.
 *
 * <p>Contract: the octets that {@link JsonText} makes of the same, or {@link #write} says false, and {@link JsonText} is to be
 * asked. That is so for values with references or an absolute TTL, for predefined types other than {@code HS_ADMIN}, and for
 * what is no plain text. For one thread; keeps its memory for the next answer.
 */
public final class FoundText {
    private static final byte[] START = octets("{\"responseCode\":1,\"handle\":\"");
    private static final byte[] VALUES = octets("\",\"values\":[");
    private static final byte[] INDEX = octets("{\"index\":");
    private static final byte[] TYPE = octets(",\"type\":\"");
    private static final byte[] STRING = octets("\",\"data\":{\"format\":\"string\",\"value\":\"");
    private static final byte[] ADMIN = octets("\",\"data\":{\"format\":\"admin\",\"value\":{\"handle\":\"");
    private static final byte[] ADMIN_INDEX = octets("\",\"index\":");
    private static final byte[] ADMIN_PERMISSIONS = octets(",\"permissions\":\"");
    private static final byte[] STRING_END = octets("\"}");
    private static final byte[] ADMIN_END = octets("\"}}");
    private static final byte[] PERMISSIONS = octets(",\"permissions\":\"");
    private static final byte[] TTL = octets(",\"ttl\":");
    private static final byte[] TIMESTAMP = octets(",\"timestamp\":\"");
    private static final byte[] PREDEFINED = octets("HS_");
    private static final byte[] ADMIN_TYPE = octets(AdminRecord.TYPE);

    private static final int PUBLIC = 0b1110;
    private static final int PERMISSION_BITS = 0b1111;
    private static final int DELETE = 0x7F;
    private static final int FOUR_OCTETS = 0xF0;
    private static final int TWICE = 2;
    private static final int MOST_DIGITS = 20;
    private static final int FIRST_OCTETS = 4_096;

    private final CharsetDecoder utf8 = StandardCharsets.UTF_8.newDecoder();
    private byte[] in = new byte[FIRST_OCTETS];
    private byte[] out = new byte[FIRST_OCTETS];
    private int length;
    private byte[] lastAdmin = new byte[0];
    private byte[] lastAdminText = new byte[0];
    private int lastTimestamp;
    private byte[] lastTimestampText = new byte[0];

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Octets written. */
    public int length() {
        return length;
    }

    /** Copies what was written to {@code to} from {@code at} on. */
    public void copy(byte[] to, int at) {
        System.arraycopy(out, 0, to, at, length);
    }

    /** Writes the body for a handle, as it was asked for; false when this is not for this writer. */
    public boolean write(String handle, EncodedValues values) {
        length = 0;
        int count = values.octetCount();
        if (in.length < count) {
            in = new byte[Math.max(count, in.length * TWICE)];
        }
        values.octets().get(in, 0, count);
        put(START);
        if (!putPlain(handle)) {
            return false;
        }
        put(VALUES);
        EncodedValueCursor cursor = EncodedValueCursor.over(
                values.count(), ByteBuffer.wrap(in, 0, count).slice());
        boolean isFirst = true;
        while (cursor.next()) {
            if (!isFirst) {
                put((byte) ',');
            }
            isFirst = false;
            if (!putValue(cursor.start(), cursor.end())) {
                return false;
            }
        }
        put((byte) ']');
        put((byte) '}');
        return true;
    }

    private boolean putValue(int start, int end) {
        int type = start + WireLayout.VALUE_TYPE + WireLayout.LENGTH_OCTETS;
        int typeLength = getInt(start + WireLayout.VALUE_TYPE);
        int data = type + typeLength + WireLayout.LENGTH_OCTETS;
        int dataLength = getInt(type + typeLength);
        boolean hasReferences = data + dataLength + WireLayout.LENGTH_OCTETS != end;
        if (hasReferences || in[start + WireLayout.VALUE_TTL_TYPE] != 0) {
            return false;
        }
        put(INDEX);
        put(getInt(start + WireLayout.VALUE_INDEX) & 0xFFFF_FFFFL);
        put(TYPE);
        if (!putPlain(type, typeLength) || !putData(type, typeLength, data, dataLength)) {
            return false;
        }
        int permissions = in[start + WireLayout.VALUE_PERMISSIONS] & PERMISSION_BITS;
        if (permissions != PUBLIC) {
            put(PERMISSIONS);
            for (int bit = 3; bit >= 0; bit--) {
                put((byte) ('0' + (permissions >>> bit & 1)));
            }
            put((byte) '"');
        }
        put(TTL);
        put(getInt(start + WireLayout.VALUE_TTL) & 0xFFFF_FFFFL);
        putTimestamp(getInt(start + WireLayout.VALUE_TIMESTAMP));
        put((byte) '}');
        return true;
    }

    private boolean putData(int type, int typeLength, int data, int dataLength) {
        if (typeLength >= PREDEFINED.length && isFolded(type, PREDEFINED)) {
            return typeLength == ADMIN_TYPE.length && isFolded(type, ADMIN_TYPE) && putAdmin(data, dataLength);
        }
        put(STRING);
        if (!putText(data, dataLength)) {
            return false;
        }
        put(STRING_END);
        return true;
    }

    /** Records under one prefix have the same administrator, so the last one is remembered. */
    private boolean putAdmin(int data, int dataLength) {
        if (!Arrays.equals(in, data, data + dataLength, lastAdmin, 0, lastAdmin.length)) {
            int before = length;
            try {
                AdminRecord admin =
                        AdminRecord.decode(ByteBuffer.wrap(in, data, dataLength).slice());
                put(ADMIN);
                if (!putPlain(admin.admin().toString())) {
                    return false;
                }
                put(ADMIN_INDEX);
                put(admin.adminIndex());
                put(ADMIN_PERMISSIONS);
                putPlain(admin.permissionDigits());
                put(ADMIN_END);
            } catch (WireFormatException e) {
                return false;
            }
            lastAdmin = Arrays.copyOfRange(in, data, data + dataLength);
            lastAdminText = Arrays.copyOfRange(out, before, length);
            return true;
        }
        put(lastAdminText);
        return true;
    }

    private void putTimestamp(int seconds) {
        if (seconds == 0) {
            return;
        }
        if (seconds != lastTimestamp) {
            lastTimestampText = octets(Instant.ofEpochSecond(seconds & 0xFFFF_FFFFL) + "\"");
            lastTimestamp = seconds;
        }
        put(TIMESTAMP);
        put(lastTimestampText);
    }

    /** Text that JSON needs no escape for, in ASCII. */
    private boolean putPlain(int at, int count) {
        for (int i = at; i < at + count; i++) {
            byte b = in[i];
            if (b < ' ' || b == '"' || b == '\\' || b == DELETE) {
                return false;
            }
        }
        room(count);
        System.arraycopy(in, at, out, length, count);
        length += count;
        return true;
    }

    private boolean putPlain(String text) {
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || c >= DELETE) {
                return false;
            }
            out[length++] = (byte) c;
        }
        return true;
    }

    /** Text with the few escapes that JSON asks for; false for what is none, and for characters beyond the first plane. */
    private boolean putText(int at, int count) {
        room(TWICE * count);
        boolean isAscii = true;
        int to = length;
        for (int i = at; i < at + count; i++) {
            int b = in[i] & 0xFF;
            switch (b) {
                case '"', '\\' -> {
                    out[to++] = '\\';
                    out[to++] = (byte) b;
                }
                case '\t' -> {
                    out[to++] = '\\';
                    out[to++] = 't';
                }
                case '\n' -> {
                    out[to++] = '\\';
                    out[to++] = 'n';
                }
                case '\r' -> {
                    out[to++] = '\\';
                    out[to++] = 'r';
                }
                default -> {
                    if (b < ' ' || b == DELETE || b >= FOUR_OCTETS) {
                        return false;
                    }
                    isAscii &= b < DELETE;
                    out[to++] = (byte) b;
                }
            }
        }
        length = to;
        return isAscii || isUtf8(at, count);
    }

    private boolean isUtf8(int at, int count) {
        try {
            utf8.decode(ByteBuffer.wrap(in, at, count));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private boolean isFolded(int at, byte[] upper) {
        for (int i = 0; i < upper.length; i++) {
            byte b = in[at + i];
            if ((b >= 'a' && b <= 'z' ? b - ('a' - 'A') : b) != upper[i]) {
                return false;
            }
        }
        return true;
    }

    private int getInt(int at) {
        return (in[at] & 0xFF) << 24 | (in[at + 1] & 0xFF) << 16 | (in[at + 2] & 0xFF) << 8 | in[at + 3] & 0xFF;
    }

    private void put(byte[] octets) {
        room(octets.length);
        System.arraycopy(octets, 0, out, length, octets.length);
        length += octets.length;
    }

    private void put(byte octet) {
        room(1);
        out[length++] = octet;
    }

    private void put(long number) {
        room(MOST_DIGITS);
        int digits = 1;
        for (long rest = number; rest >= 10; rest /= 10) {
            digits++;
        }
        int at = length + digits;
        length = at;
        long rest = number;
        do {
            out[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
    }

    private void room(int more) {
        if (out.length - length < more) {
            out = Arrays.copyOf(out, Math.max(out.length * TWICE, length + more));
        }
    }
}
