// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.model;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * One typed value of a handle.
 *
 * <p>Shape: index 1..2³¹−1, unique in its record; type a UTF-8 name ({@code URL}, {@code HS_ADMIN}, a template item's
 * code …); data any octets; timestamp seconds since 1970 of the last change. Arrays are copied in and out. Source: RFC
 * 3651 section 3.1.
 */
public record HandleValue(
        int index,
        String type,
        byte[] data,
        Ttl ttl,
        ValuePermissions permissions,
        long timestampSeconds,
        List<ValueReference> references) {

    public HandleValue {
        if (index < 1) {
            throw new IllegalArgumentException("handle value index " + index + " is outside 1..2147483647");
        }
        if (timestampSeconds < 0 || timestampSeconds > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("timestamp " + timestampSeconds + " s is outside 0..4294967295");
        }
        Objects.requireNonNull(type, "type");
        data = data.clone();
        references = List.copyOf(references);
    }

    /** A publicly readable text value with the default TTL and no references. */
    public static HandleValue text(int index, String type, String text, long timestampSeconds) {
        return new HandleValue(
                index,
                type,
                text.getBytes(StandardCharsets.UTF_8),
                Ttl.DEFAULT,
                ValuePermissions.PUBLIC,
                timestampSeconds,
                List.of());
    }

    @Override
    public byte[] data() {
        return data.clone();
    }

    public int dataLength() {
        return data.length;
    }

    /** The data read as UTF-8; octets that are not UTF-8 come out as U+FFFD. */
    public String dataAsText() {
        return new String(data, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HandleValue value
                && index == value.index
                && timestampSeconds == value.timestampSeconds
                && type.equals(value.type)
                && ttl.equals(value.ttl)
                && permissions.equals(value.permissions)
                && references.equals(value.references)
                && Arrays.equals(data, value.data);
    }

    @Override
    public int hashCode() {
        return 31 * Objects.hash(index, type, ttl, permissions, timestampSeconds, references) + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
        return "HandleValue[" + index + " " + type + ", " + data.length + " octets]";
    }
}
