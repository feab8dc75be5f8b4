// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.reading;

import java.util.List;
import org.tanma.carbon.service.ingest.MeterReading;
import org.tanma.kit.rest.WordedViolation;

/** What became of a statement that was to be appended. */
public sealed interface Appended {
    /** It is kept, and so are its readings. */
    record Kept(List<MeterReading> readings) implements Appended {
        public Kept {
            readings = List.copyOf(readings);
        }
    }

    /** The same statement is kept already; nothing was counted twice. */
    record Repeated() implements Appended {}

    /**
     * It is not the next of its terminal.
     *
     * @param sequence the one that is next
     * @param previous the digest that the next one names
     */
    record OutOfTurn(long sequence, String previous) implements Appended {}

    /** Its readings do not go on where those kept of the meter end. */
    record Refused(List<WordedViolation> violations) implements Appended {
        public Refused {
            violations = List.copyOf(violations);
        }
    }
}
