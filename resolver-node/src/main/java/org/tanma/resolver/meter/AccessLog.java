// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.meter;

/** Is told of requests that were answered, on event loops: nothing in it blocks. Safe between threads. */
public interface AccessLog {
    /** Is never told of any. */
    AccessLog NONE = new AccessLog() {
        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public boolean wantsNext() {
            return false;
        }

        @Override
        public void write(AccessLine line) {}
    };

    /** Whether it is told of any request; does not change. */
    boolean isOn();

    /** Whether it is to be told of the request at hand; to be asked once a request. */
    boolean wantsNext();

    /** Keeps the line, or drops it when there is no room. */
    void write(AccessLine line);
}
