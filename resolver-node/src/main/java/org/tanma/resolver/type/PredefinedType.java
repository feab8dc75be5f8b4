// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.type;

import java.nio.charset.StandardCharsets;
import org.tanma.handle.model.HandleValue;

/** Types of values that decide who may do what, and are guarded however they are spelled. */
public enum PredefinedType {
    /** Who administers the handle. */
    HS_ADMIN,
    /** A group of administrators. */
    HS_VLIST,
    /** A secret key; never the public's to read. */
    HS_SECKEY,
    /** A public key. */
    HS_PUBKEY;

    private final byte[] withSubtypes = (name() + ".").getBytes(StandardCharsets.US_ASCII);

    /** True for the type itself, ASCII letter case aside. Only such a value has the type's effect. */
    public boolean is(HandleValue value) {
        return value.type().length() == name().length() && startsAs(value.type());
    }

    /** True also for its subtypes ({@code HS_ADMIN.x}), which are guarded alike, since some peers take them for the type. */
    public boolean covers(HandleValue value) {
        String type = value.type();
        return startsAs(type) && (type.length() == name().length() || type.charAt(name().length()) == '.');
    }

    private boolean startsAs(String type) {
        if (type.length() < name().length()) {
            return false;
        }
        for (int i = 0; i < name().length(); i++) {
            char c = type.charAt(i);
            if ((c >= 'a' && c <= 'z' ? (char) (c - ('a' - 'A')) : c) != name().charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** What an encoded value's type is asked for to meet the type and its subtypes; not to be changed. */
    public byte[] withSubtypes() {
        return withSubtypes.clone();
    }

    /** True when a value of any of these types decides who may do what. */
    public static boolean isAuthority(HandleValue value) {
        for (PredefinedType type : values()) {
            if (type.covers(value)) {
                return true;
            }
        }
        return false;
    }
}
