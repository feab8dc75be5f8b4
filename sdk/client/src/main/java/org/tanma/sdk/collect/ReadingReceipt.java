// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.collect;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What became of a statement.
 *
 * @param readings how many were kept
 * @param months what they mean for the months they touch
 * @param isRepeated true when the node had the statement already
 * @param document the node's answer as it came, one line of JSON
 */
public record ReadingReceipt(long sequence, int readings, List<Month> months, boolean isRepeated, String document) {
    public ReadingReceipt {
        months = List.copyOf(months);
    }

    /**
     * A month.
     *
     * @param state recorded, unchanged, running, not-whole or closed
     * @param amount of the month; empty where it is not whole
     */
    public record Month(String period, String state, String amount, String unit) {}

    static ReadingReceipt parse(JsonNode body) {
        return new ReadingReceipt(
                body.path("sequence").asLong(0),
                body.path("readings").asInt(0),
                body.path("months")
                        .valueStream()
                        .map(m -> new Month(
                                m.path("period").asString(""),
                                m.path("state").asString(""),
                                m.path("amount").asString(""),
                                m.path("unit").asString("")))
                        .toList(),
                false,
                body.toString());
    }
}
