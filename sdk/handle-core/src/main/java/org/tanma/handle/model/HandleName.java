// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.model;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A handle: prefix, {@code "/"}, suffix, in UTF-8.
 *
 * <p>Shape: {@code prefix "/" suffix}; the prefix ends at the first slash and has at least one octet, the suffix may be
 * empty. Length: 3 to {@value #MAX_OCTETS} octets. Two names are equal when their octets are equal after ASCII letters
 * are folded to upper case; no other normalisation is made, as the Global Handle
 * Registry does; docs/adr/0004-case-folding.md says why. The spelling given is kept for display. Immutable and safe between threads.
 */
public final class HandleName implements Comparable<HandleName> {
    /** Longest handle accepted, in octets. */
    public static final int MAX_OCTETS = 2048;

    private final String text;
    private final byte[] folded;
    private final int slash;
    private final int hash;

    private HandleName(String text, byte[] folded, int slash) {
        this.text = text;
        this.folded = folded;
        this.slash = slash;
        this.hash = Arrays.hashCode(folded);
    }

    /** Parses a handle as people write it; throws {@link InvalidHandleException} naming the reason and the position. */
    public static HandleName parse(String text) {
        return of(text, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads a handle from its UTF-8 octets; throws {@link InvalidHandleException} naming the reason and the position. */
    public static HandleName decode(byte[] utf8) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(java.nio.ByteBuffer.wrap(utf8))
                    .toString();
            return of(text, utf8.clone());
        } catch (CharacterCodingException e) {
            throw new InvalidHandleException("handle is not valid UTF-8", 0);
        }
    }

    private static HandleName of(String text, byte[] octets) {
        if (octets.length > MAX_OCTETS) {
            throw new InvalidHandleException(
                    "handle has " + octets.length + " octets; at most " + MAX_OCTETS + " are allowed", MAX_OCTETS);
        }
        int slash = -1;
        for (int i = 0; i < octets.length; i++) {
            byte b = octets[i];
            if (b >= 0 && b < 0x20 || b == 0x7F) {
                throw new InvalidHandleException("handle has a control character", i);
            }
            if (b == '/' && slash < 0) {
                slash = i;
            }
            if (b >= 'a' && b <= 'z') {
                octets[i] = (byte) (b - 0x20);
            }
        }
        if (slash < 0) {
            throw new InvalidHandleException("handle has no '/' between prefix and suffix", octets.length);
        }
        if (slash == 0) {
            throw new InvalidHandleException("handle has an empty prefix", 0);
        }
        return new HandleName(text, octets, slash);
    }

    /** The part before the first slash, as given. */
    public String prefix() {
        return text.substring(0, text.indexOf('/'));
    }

    /** The part after the first slash, as given; may be empty. */
    public String suffix() {
        return text.substring(text.indexOf('/') + 1);
    }

    /** A copy of the UTF-8 octets with ASCII letters folded to upper case: the key this name is stored under. */
    public byte[] foldedOctets() {
        return folded.clone();
    }

    /** True when this name lies under {@code prefix} itself or under a prefix derived from it ({@code prefix.…}). */
    public boolean isUnder(String prefix) {
        byte[] other = prefix.getBytes(StandardCharsets.UTF_8);
        if (other.length > slash) {
            return false;
        }
        for (int i = 0; i < other.length; i++) {
            byte b = other[i];
            if (folded[i] != (b >= 'a' && b <= 'z' ? (byte) (b - 0x20) : b)) {
                return false;
            }
        }
        return other.length == slash || folded[other.length] == '.';
    }

    @Override
    public int compareTo(HandleName other) {
        return Arrays.compareUnsigned(folded, other.folded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HandleName name && hash == name.hash && Arrays.equals(folded, name.folded);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The handle as it was given. */
    @Override
    public String toString() {
        return text;
    }
}
