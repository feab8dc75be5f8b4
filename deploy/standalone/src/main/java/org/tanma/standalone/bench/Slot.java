// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import io.netty.buffer.ByteBuf;

/** Room for one question under way on one connection, used again and again; for the connection's event loop alone. */
final class Slot {
    final LoadConnection connection;
    final int place;
    /** The question; never written to while it may still be sent. */
    final ByteBuf question;
    /** When the question was to be sent, in {@link System#nanoTime()}. */
    long intendedNanos;

    int requestId;
    /** What the question asks with. */
    long number;

    boolean isBusy;
    /** Given to its connection; false while there is none that could take it. */
    boolean isSent;
    /** How often it was sent again because its connection ended. */
    int resends;
    /** Octets of an answer in several datagrams that have come. */
    int received;

    Slot(LoadConnection connection, int place, ByteBuf question) {
        this.connection = connection;
        this.place = place;
        this.question = question;
    }
}
