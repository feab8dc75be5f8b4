// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.security.GeneralSecurityException;
import org.tanma.handle.wire.MessageCredential;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLayout;

/** Requests to create records in a session, each vouched for by the session's key. For one connection. */
final class NativeCreates implements QuestionTemplate {
    private final NumberedOctets message;
    private final NativeSession session;
    private final int bodyEnd;
    private long counter = NativeSession.COUNTERS_USED;

    NativeCreates(CreatedRecords records, NativeSession session) {
        this.session = session;
        try {
            byte[] octets =
                    session.vouched(NativeSession.create(session.id(), records.record(NumberedOctets.PLACE)), counter);
            this.message = new NumberedOctets(octets);
            this.bodyEnd = WireLayout.BODY + java.nio.ByteBuffer.wrap(octets).getInt(WireLayout.BODY_LENGTH);
        } catch (WireFormatException | GeneralSecurityException e) {
            throw new IllegalArgumentException("requests to create such records cannot be made", e);
        }
    }

    @Override
    public ByteBuf newBuffer(ByteBufAllocator allocator) {
        return message.into(allocator.directBuffer(message.length(), message.length()));
    }

    @Override
    public AnswerReader newReader(LoadConnection connection) {
        return new NativeAnswerReader(connection);
    }

    @Override
    public void write(ByteBuf question, int requestId, long number) {
        message.number(question, number);
        question.setInt(WireLayout.REQUEST_ID, requestId);
        counter++;
        try {
            byte[] credential = MessageCredential.code(
                            session.key().toArray(),
                            counter,
                            NativeSession.envelope(session.id(), requestId),
                            question.nioBuffer(WireLayout.ENVELOPE_OCTETS, bodyEnd - WireLayout.ENVELOPE_OCTETS))
                    .encode()
                    .toArray();
            question.setBytes(bodyEnd + WireLayout.LENGTH_OCTETS, credential);
        } catch (WireFormatException | GeneralSecurityException e) {
            throw new IllegalStateException("a code that could be made once cannot be made again", e);
        }
    }
}
