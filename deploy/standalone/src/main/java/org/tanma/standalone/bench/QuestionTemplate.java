// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/** Questions that differ in their request id and in the number of their handle, written over one another in place. */
interface QuestionTemplate {
    /** A buffer that {@link #write} can be called with, its owner the caller. */
    ByteBuf newBuffer(ByteBufAllocator allocator);

    /** Tells the answers on one connection apart. */
    AnswerReader newReader(LoadConnection connection);

    /** Makes the buffer hold, from its first octet, the question for this number. */
    void write(ByteBuf question, int requestId, long number);
}
