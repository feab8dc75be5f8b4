// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.cache;

import java.nio.ByteBuffer;

/**
 * What was asked, as the octets it was asked in: the key of an answer.
 *
 * <p>Shape: a tag, which tells apart the faces and the flags that change an answer, and the octets that name handle,
 * indexes and types. Questions are equal when both are equal octet for octet; a handle in other letters is another
 * question with its own answer, so that each answer spells the handle as it was asked for.
 *
 * <p>One object looks at one array after the other, without copying, to look answers up; {@link #copy()} makes one that
 * stays as it is. For one thread; the array must not change while it is looked at.
 */
@HotPath
public final class Question {
    private static final byte[] NOTHING = new byte[0];
    private static final int HALF = 32;

    private byte[] octets = NOTHING;
    private int from;
    private int length;
    private int tag;
    private long hash;

    /** Looks at {@code length} octets of an array from {@code from} on. */
    public Question set(int newTag, byte[] array, int newFrom, int newLength) {
        tag = newTag;
        octets = array;
        from = newFrom;
        length = newLength;
        hash = HashSeed.hash(newTag, array, newFrom, newLength);
        return this;
    }

    /** The same question in an array of its own. */
    Question copy() {
        byte[] own = new byte[length];
        System.arraycopy(octets, from, own, 0, length);
        Question copy = new Question();
        copy.tag = tag;
        copy.octets = own;
        copy.length = length;
        copy.hash = hash;
        return copy;
    }

    int length() {
        return length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Question question
                && hash == question.hash
                && tag == question.tag
                && length == question.length
                && HashSeed.isSame(octets, from, question.octets, question.from, length);
    }

    @Override
    public int hashCode() {
        return (int) (hash >>> HALF);
    }

    /** All 64 bits, each as good as the other. */
    long hash() {
        return hash;
    }

    int tag() {
        return tag;
    }

    /** Whether the question's octets lie there. */
    boolean isAt(ByteBuffer memory, int at) {
        int i = 0;
        for (; i <= length - Long.BYTES; i += Long.BYTES) {
            if (memory.getLong(at + i) != HashSeed.longAt(octets, from + i)) {
                return false;
            }
        }
        for (; i < length; i++) {
            if (memory.get(at + i) != octets[from + i]) {
                return false;
            }
        }
        return true;
    }

    void copyTo(ByteBuffer memory, int at) {
        memory.put(at, octets, from, length);
    }
}
