// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.share.redis;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;

/**
 * What one node says to all others.
 *
 * <p>Shape on the channel: kind u8, sender u64, number u64 (grows by one with each message of a sender), writer u8, number
 * answered u64, count u16, then count × (length u16, handle's folded octets).
 *
 * @param number of the sender's message, from 1
 * @param answered for {@link Kind#HEARD}, the number of the message that was acted on; {@code about} is its sender
 */
record PeerMessage(
        Kind kind, long sender, long number, boolean isWriter, long about, long answered, List<HandleName> names) {
    /** Most handles of one message; more are told as everything. */
    static final int MOST_NAMES = 1_000;

    private static final int FIXED_OCTETS = 1 + Long.BYTES + Long.BYTES + 1 + Long.BYTES + Long.BYTES + Short.BYTES;

    /** What is said. */
    enum Kind {
        /** I am here. */
        BEAT,
        /** These records have changed. */
        CHANGED,
        /** Any record may have changed. */
        EVERYTHING,
        /** I have acted on that message. */
        HEARD,
        /** I am going, and change nothing more. */
        GOODBYE
    }

    PeerMessage {
        names = List.copyOf(names);
    }

    byte[] encode() {
        List<byte[]> keys = names.stream().map(HandleName::foldedOctets).toList();
        int octets = FIXED_OCTETS
                + keys.stream().mapToInt(key -> Short.BYTES + key.length).sum();
        ByteBuffer out = ByteBuffer.allocate(octets)
                .put((byte) kind.ordinal())
                .putLong(sender)
                .putLong(number)
                .put((byte) (isWriter ? 1 : 0))
                .putLong(about)
                .putLong(answered)
                .putShort((short) keys.size());
        keys.forEach(key -> out.putShort((short) key.length).put(key));
        return out.array();
    }

    /** The message these octets are; empty when they are none. */
    static Optional<PeerMessage> decode(byte[] octets) {
        try {
            ByteBuffer in = ByteBuffer.wrap(octets);
            int kind = in.get();
            if (kind < 0 || kind >= Kind.values().length) {
                return Optional.empty();
            }
            long sender = in.getLong();
            long number = in.getLong();
            boolean isWriter = in.get() != 0;
            long about = in.getLong();
            long answered = in.getLong();
            int count = in.getShort();
            List<HandleName> names = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                byte[] name = new byte[in.getShort()];
                in.get(name);
                names.add(HandleName.decode(name));
            }
            return in.hasRemaining()
                    ? Optional.empty()
                    : Optional.of(
                            new PeerMessage(Kind.values()[kind], sender, number, isWriter, about, answered, names));
        } catch (BufferUnderflowException | NegativeArraySizeException | InvalidHandleException e) {
            return Optional.empty();
        }
    }
}
