// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Handles in ascending order of their folded octets, read from the index as far as they are asked for. For one thread. */
interface HandleList extends AutoCloseable {
    /** The first handle that is not below this one; null when there is none. What is asked for never goes back. */
    byte @Nullable [] atOrAfter(byte[] handle);

    @Override
    void close();

    /** The handles of one list of the index. */
    final class Stored implements HandleList {
        private final SortedKeys.Cursor cursor;
        private final byte[] list;
        private byte @Nullable [] here;
        private boolean isBegun;

        Stored(SortedKeys.Cursor cursor, byte[] list) {
            this.cursor = cursor;
            this.list = list;
        }

        @Override
        public byte @Nullable [] atOrAfter(byte[] handle) {
            if (isBegun && (here == null || Arrays.compareUnsigned(here, handle) >= 0)) {
                return here;
            }
            here = isBegun ? tail(cursor.next()) : null;
            if (!isBegun || here != null && Arrays.compareUnsigned(here, handle) < 0) {
                here = tail(cursor.seek(IndexKeys.join(list, handle)));
                isBegun = true;
            }
            return here;
        }

        private byte @Nullable [] tail(byte @Nullable [] key) {
            return key != null && IndexKeys.startsWith(key, list)
                    ? Arrays.copyOfRange(key, list.length, key.length)
                    : null;
        }

        @Override
        public void close() {
            cursor.close();
        }
    }

    /** The handles that are in one of two lists. */
    record Either(HandleList one, HandleList other) implements HandleList {
        @Override
        public byte @Nullable [] atOrAfter(byte[] handle) {
            byte @Nullable [] first = one.atOrAfter(handle);
            byte @Nullable [] second = other.atOrAfter(handle);
            if (first == null || second == null) {
                return first == null ? second : first;
            }
            return Arrays.compareUnsigned(first, second) <= 0 ? first : second;
        }

        @Override
        public void close() {
            one.close();
            other.close();
        }
    }

    /** The handles that are in all of some lists: each is asked in turn for what the one before it has. */
    final class All implements HandleList {
        private final List<HandleList> lists;
        private final Work work;

        All(List<HandleList> lists, Work work) {
            this.lists = lists;
            this.work = work;
        }

        @Override
        public byte @Nullable [] atOrAfter(byte[] handle) {
            byte[] wanted = handle;
            int agreed = 0;
            for (int i = 0; agreed < lists.size(); i = (i + 1) % lists.size()) {
                if (!work.isLeft()) {
                    return wanted;
                }
                byte @Nullable [] found = lists.get(i).atOrAfter(wanted);
                if (found == null) {
                    return null;
                }
                agreed = Arrays.equals(found, wanted) ? agreed + 1 : 1;
                wanted = found;
            }
            return wanted;
        }

        @Override
        public void close() {
            lists.forEach(HandleList::close);
        }
    }

    /** How much may still be looked at for one page. */
    final class Work {
        private int left;

        Work(int most) {
            this.left = most;
        }

        /** Takes one step; false when there is none left. */
        boolean isLeft() {
            return left-- > 0;
        }

        /** True when all steps have been taken. */
        boolean isSpent() {
            return left <= 0;
        }
    }
}
