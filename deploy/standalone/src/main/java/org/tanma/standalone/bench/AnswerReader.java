// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.buffer.ByteBuf;

/** Cuts what comes over a connection into answers and says which question each ends. For one connection. */
interface AnswerReader {
    /** What {@link #take} answers when there is no telling where the next answer begins. */
    int LOST = -1;

    /** Looks at the octets from {@code at} on; how many the answer there has, 0 while it is not whole, or {@link #LOST}. */
    int take(ByteBuf in, int at);

    /** This question was written to the connection. */
    void sent(Slot slot);

    /** A new connection begins: nothing is under way on it. */
    void reset();
}
