// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import java.time.Instant;
import java.util.List;

/**
 * The signed readings of meters, as they were counted.
 *
 * <p>Contract: what is found never changes later, though more may be added after the newest reading of a meter. Safe between
 * threads.
 */
public interface ReadingSeries {
    /**
     * The readings of a meter whose intervals end after {@code from} and not after {@code to}, by time and then by kind; empty
     * when there are none.
     */
    List<MeterReading> find(String meter, Instant from, Instant to);
}
