// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.wire;

/**
 * The flags of a request or an answer.
 *
 * <p>Shape: 32 bits, of which twelve have a meaning here and the others are carried on. Source: RFC 3652 section 2.2.2;
 * {@code OVERWRITE}, {@code MINT_SUFFIX} and {@code DO_NOT_REFER} from DO-IRP 3.0.
 */
public record OpFlags(int bits) {
    public static final OpFlags NONE = new OpFlags(0);
    /** Ask primary servers only. */
    public static final int AUTHORITATIVE = 0x8000_0000;
    /** Sign the answer. */
    public static final int CERTIFIED = 0x4000_0000;
    /** Encrypt the answer. */
    public static final int ENCRYPTED = 0x2000_0000;
    /** Resolve further on behalf of the client. */
    public static final int RECURSIVE = 0x1000_0000;
    /** Let a caching server verify what it was told; in an answer, that it did. */
    public static final int CACHE_CERTIFIED = 0x0800_0000;
    /** More messages of this answer follow. */
    public static final int CONTINUOUS = 0x0400_0000;
    /** Keep the connection open. */
    public static final int KEEP_ALIVE = 0x0200_0000;
    /** Leave out values the public may not read. */
    public static final int PUBLIC_ONLY = 0x0100_0000;
    /** Begin the answer with the digest of the request. */
    public static final int RETURN_DIGEST = 0x0080_0000;
    /** Replace a handle that exists. */
    public static final int OVERWRITE = 0x0040_0000;
    /** Let the server choose the end of the suffix. */
    public static final int MINT_SUFFIX = 0x0020_0000;
    /** Answer, or fail; do not refer. */
    public static final int DO_NOT_REFER = 0x0010_0000;

    /** Of the Chinese system: check what was found against its signatures; in an answer, that this was tried. */
    public static final int TRUSTED_QUERY = 0x0000_0002;
    /** Of the Chinese system: what was found was checked against its signatures. */
    public static final int TRUSTED_RESULT = 0x0000_0001;

    /** True when every bit of {@code flag} is set. */
    public boolean has(int flag) {
        return (bits & flag) == flag;
    }

    public OpFlags with(int flag) {
        return new OpFlags(bits | flag);
    }

    public OpFlags without(int flag) {
        return new OpFlags(bits & ~flag);
    }
}
