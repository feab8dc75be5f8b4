// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import org.tanma.handle.wire.MessageEnvelope;
import org.tanma.handle.wire.OpCode;
import org.tanma.handle.wire.OpFlags;
import org.tanma.handle.wire.WireLayout;

/** Resolution requests of the Handle protocol for all public values, version 2.11, without a credential. */
final class NativeQuestions implements QuestionTemplate {
    private static final int HANDLE = WireLayout.BODY + WireLayout.LENGTH_OCTETS;
    private static final int NO_INDEXES_NO_TYPES = 2 * WireLayout.LENGTH_OCTETS;
    private static final int NO_CREDENTIAL = WireLayout.LENGTH_OCTETS;

    private final byte[] before;
    private final byte[] after;
    private final byte[] tail;
    private final int flags;

    NativeQuestions(NamePattern pattern, boolean keepsConnection) {
        this.before = pattern.beforeOctets();
        this.after = pattern.afterOctets();
        this.tail = new byte[after.length + NO_INDEXES_NO_TYPES + NO_CREDENTIAL];
        System.arraycopy(after, 0, tail, 0, after.length);
        this.flags = OpFlags.PUBLIC_ONLY | (keepsConnection ? OpFlags.KEEP_ALIVE : 0);
    }

    @Override
    public ByteBuf newBuffer(ByteBufAllocator allocator) {
        int most = HANDLE + before.length + Digits.MOST + tail.length;
        ByteBuf question = allocator.directBuffer(most, most).writeZero(most);
        question.setByte(WireLayout.MAJOR_VERSION, MessageEnvelope.MAJOR_VERSION);
        question.setByte(WireLayout.MINOR_VERSION, MessageEnvelope.MINOR_VERSION);
        question.setByte(WireLayout.MESSAGE_FLAGS, MessageEnvelope.MAJOR_VERSION);
        question.setByte(WireLayout.SUGGESTED_MINOR_VERSION, MessageEnvelope.MINOR_VERSION);
        question.setInt(WireLayout.OP_CODE, OpCode.RESOLUTION.code());
        question.setInt(WireLayout.OP_FLAGS, flags);
        question.setBytes(HANDLE, before);
        return question;
    }

    @Override
    public AnswerReader newReader(LoadConnection connection) {
        return new NativeAnswerReader(connection);
    }

    @Override
    public void write(ByteBuf question, int requestId, long number) {
        int end = Digits.write(question, HANDLE + before.length, number);
        question.setBytes(end, tail);
        int handleOctets = end + after.length - HANDLE;
        int body = WireLayout.LENGTH_OCTETS + handleOctets + NO_INDEXES_NO_TYPES;
        question.setInt(WireLayout.REQUEST_ID, requestId);
        question.setInt(WireLayout.MESSAGE_LENGTH, WireLayout.HEADER_OCTETS + body + NO_CREDENTIAL);
        question.setInt(WireLayout.BODY_LENGTH, body);
        question.setInt(WireLayout.BODY, handleOctets);
        question.setIndex(0, WireLayout.BODY + body + NO_CREDENTIAL);
    }
}
