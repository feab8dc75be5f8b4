// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.Instant;

/**
 * Who changed a record, when, and how: kept beside the version that the change made, for as long as the store lasts.
 *
 * <p>Shape: each text at most {@value #MAX_OCTETS} octets of UTF-8. The instant is kept to the millisecond.
 *
 * @param account of who asked for the change; an administrator's handle where there is no account
 * @param action what was asked for, a short word such as {@code create}
 * @param template name and version, {@code device 1.0.0}; empty when the change was not made by a template
 * @param batch of the registration that the change belongs to; empty when there is none
 * @param reason in words, as given; often empty
 */
public record ChangeNote(Instant at, String account, String action, String template, String batch, String reason) {
    /** Longest text. */
    public static final int MAX_OCTETS = 4_000;

    public ChangeNote {
        for (String text : new String[] {account, action, template, batch, reason}) {
            int octets = text.getBytes(UTF_8).length;
            if (octets > MAX_OCTETS) {
                throw new IllegalArgumentException(
                        "a text of a change has " + octets + " octets; at most " + MAX_OCTETS + " are kept");
            }
        }
    }

    /** The octets that {@link #decode} reads. */
    public byte[] encode() {
        byte[][] texts = {
            account.getBytes(UTF_8),
            action.getBytes(UTF_8),
            template.getBytes(UTF_8),
            batch.getBytes(UTF_8),
            reason.getBytes(UTF_8)
        };
        int length = Long.BYTES;
        for (byte[] text : texts) {
            length += Short.BYTES + text.length;
        }
        ByteBuffer out = ByteBuffer.allocate(length).putLong(at.toEpochMilli());
        for (byte[] text : texts) {
            out.putShort((short) text.length).put(text);
        }
        return out.array();
    }

    /** The note that stands from the buffer's position on; {@link StoreException} when it is damaged. */
    public static ChangeNote decode(ByteBuffer in) {
        try {
            return new ChangeNote(Instant.ofEpochMilli(in.getLong()), text(in), text(in), text(in), text(in), text(in));
        } catch (BufferUnderflowException | IllegalArgumentException | NegativeArraySizeException e) {
            throw new StoreException("what is kept about a change is damaged", e);
        }
    }

    private static String text(ByteBuffer in) {
        byte[] octets = new byte[in.getShort()];
        in.get(octets);
        return new String(octets, UTF_8);
    }
}
