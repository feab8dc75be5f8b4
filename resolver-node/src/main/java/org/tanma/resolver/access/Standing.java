// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.access;

import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.ResponseCode;

/**
 * What somebody is to a handle: the permissions of all its {@code HS_ADMIN} values that name them, together.
 *
 * <p>Shape: an administrator may hold no permission at all; whoever is none holds none.
 */
public record Standing(boolean isPublic, boolean isAdministrator, int permissions) {
    /** Somebody nobody knows. */
    public static final Standing OF_THE_PUBLIC = new Standing(true, false, 0);

    /** Somebody known who administers something else. */
    public static final Standing OF_A_STRANGER = new Standing(false, false, 0);

    public Standing {
        if (!isAdministrator && permissions != 0) {
            throw new IllegalArgumentException("permissions are an administrator's");
        }
    }

    /** An administrator with these bits of {@link AdminRecord}. */
    public static Standing of(int permissions) {
        return new Standing(false, true, permissions);
    }

    /** True when all of these bits are held. */
    public boolean may(int permission) {
        return (permissions & permission) == permission;
    }

    /** Why something they may not do is refused. */
    public ResponseCode refusal() {
        if (isPublic) {
            return ResponseCode.AUTHENTICATION_NEEDED;
        }
        return isAdministrator ? ResponseCode.NO_PERMISSION : ResponseCode.INVALID_ADMIN;
    }

    /** The same in words, about a handle or what is in it. */
    public String refusal(String permission, Object about) {
        if (isPublic) {
            return permission + " of " + about + " needs its administrator's key";
        }
        return isAdministrator
                ? "this administrator of " + about + " has no permission: " + permission
                : "this key administers other handles than " + about;
    }
}
