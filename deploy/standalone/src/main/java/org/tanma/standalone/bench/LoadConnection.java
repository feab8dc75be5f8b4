// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.ChannelFuture;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** One connection of the driver, with so many questions under way at a time. For its lane's loop alone. */
abstract class LoadConnection {
    private final Lane lane;
    private final QuestionTemplate template;
    private final List<Slot> slots = new ArrayList<>();
    private final int placeBits;
    private int turn;
    private boolean isFlushWanted;

    LoadConnection(Lane lane, QuestionTemplate template, int depth, ByteBufAllocator allocator) {
        this.lane = lane;
        this.template = template;
        this.placeBits = Integer.SIZE - Integer.numberOfLeadingZeros(depth - 1);
        for (int place = 0; place < depth; place++) {
            slots.add(new Slot(this, place, template.newBuffer(allocator)));
        }
    }

    /** Makes the connection for the first time. */
    abstract ChannelFuture connect();

    /** Sends a slot's question, at the latest when {@link #flush} is called. */
    abstract void send(Slot slot);

    abstract void flushNow();

    /** Gives questions up that were to be sent before this moment. */
    abstract void giveUpBefore(long nanos);

    abstract void close();

    /** Ends it and lets go of its memory. */
    final void dispose() {
        close();
        slots.forEach(slot -> slot.question.release());
        slots.clear();
    }

    final void flush() {
        isFlushWanted = false;
        flushNow();
    }

    final void flushLater() {
        if (!isFlushWanted) {
            isFlushWanted = true;
            lane.flushLater(this);
        }
    }

    /** An id that no recent question had, from which {@link #slot} finds the slot. */
    final int nextRequestId(Slot slot) {
        turn++;
        return turn << placeBits | slot.place;
    }

    /** The slot whose question has this id; null when its question is over. */
    final @org.jspecify.annotations.Nullable Slot slot(int requestId) {
        int place = requestId & (1 << placeBits) - 1;
        if (place >= slots.size()) {
            return null;
        }
        Slot slot = slots.get(place);
        return slot.isBusy && slot.requestId == requestId ? slot : null;
    }

    /** An answer, right or wrong, ends its question. */
    final void end(Slot slot, String fault, int octets) {
        if (fault.isEmpty()) {
            lane.answered(slot, octets);
        } else {
            lane.failed(slot, fault);
        }
    }

    final Lane lane() {
        return lane;
    }

    final QuestionTemplate template() {
        return template;
    }

    final List<Slot> slots() {
        return Collections.unmodifiableList(slots);
    }
}
