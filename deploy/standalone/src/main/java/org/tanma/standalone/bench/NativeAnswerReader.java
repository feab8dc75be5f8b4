// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.buffer.ByteBuf;
import org.tanma.handle.wire.WireLayout;
import org.tanma.handle.wire.WireLimits;

/** Messages of the Handle protocol, matched to questions by request id. */
final class NativeAnswerReader implements AnswerReader {
    private final LoadConnection connection;

    NativeAnswerReader(LoadConnection connection) {
        this.connection = connection;
    }

    @Override
    public int take(ByteBuf in, int at) {
        int there = in.writerIndex() - at;
        if (there < WireLayout.ENVELOPE_OCTETS) {
            return 0;
        }
        long length = in.getUnsignedInt(at + WireLayout.MESSAGE_LENGTH);
        if (length > WireLimits.MESSAGE_OCTETS) {
            return LOST;
        }
        int octets = WireLayout.ENVELOPE_OCTETS + (int) length;
        if (there < octets) {
            return 0;
        }
        Slot slot = connection.slot(in.getInt(at + WireLayout.REQUEST_ID));
        if (slot == null) {
            connection.lane().tally().stray();
        } else {
            connection.end(slot, connection.lane().check().nativeAnswer(in, at, octets, slot.question), octets);
        }
        return octets;
    }

    @Override
    public void sent(Slot slot) {
        // The request id in the answer says which question it is to.
    }

    @Override
    public void reset() {
        // Nothing is remembered.
    }
}
