// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.collect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tanma.sdk.node.NodeConnection;
import org.tanma.sdk.node.NodeProblemException;
import org.tanma.sdk.node.QueryText;
import tools.jackson.databind.JsonNode;

/**
 * Signs readings and sends them in the order the node expects, going on where it left off.
 *
 * <p>Readings that the node has already are passed over, so that the same file may be sent again. Errors: {@link
 * org.tanma.sdk.node.NodeException}; what was sent before stays. For one terminal use one client at a time.
 */
public final class CollectClient {
    /** Most readings of one statement. */
    public static final int MOST_READINGS = 10_000;

    private static final String MEDIA_TYPE = "application/jose";
    private static final int CONFLICT = 409;

    private final NodeConnection node;
    private final TerminalKey key;

    public CollectClient(NodeConnection node, TerminalKey key) {
        this.node = node;
        this.key = key;
    }

    /**
     * Where a terminal stands.
     *
     * @param sequence of its next statement
     * @param previous digest that the next one names; empty for the first
     * @param last when the newest reading of the meter and kind ends; empty when there is none
     */
    public record Standing(long sequence, String previous, Optional<Instant> last) {}

    /** Asks where the terminal and its meter stand. */
    public Standing standing(Meter meter) {
        QueryText path = QueryText.of("/api/v1/readings/terminal")
                .and("terminal", meter.terminal())
                .and("meter", meter.meter())
                .and("kind", meter.kind());
        JsonNode body = node.get(path.toString()).required();
        String last = body.path("last").asString("");
        return new Standing(
                body.path("sequence").asLong(1),
                body.path("previous").asString(""),
                last.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(last)));
    }

    /**
     * Sends the readings that the node does not have yet.
     *
     * @param readings in the order of time
     * @param from start of the first interval of a meter that has no readings yet; null for a counter
     * @param isRestart true when a counter was set back or exchanged before the first of them
     * @param told each receipt as it comes
     */
    public List<ReadingReceipt> send(
            Meter meter,
            List<Reading> readings,
            @Nullable Instant from,
            boolean isRestart,
            Consumer<ReadingReceipt> told) {
        Standing standing = standing(meter);
        List<Reading> fresh = readings.stream()
                .filter(r -> standing.last().map(r.at()::isAfter).orElse(true))
                .toList();
        long sequence = standing.sequence();
        String previous = standing.previous();
        @Nullable Instant start = meter.isCounter() ? null : standing.last().orElse(from);
        List<ReadingReceipt> receipts = new ArrayList<>();
        for (int i = 0; i < fresh.size(); i += MOST_READINGS) {
            List<Reading> part = fresh.subList(i, Math.min(fresh.size(), i + MOST_READINGS));
            SignedStatement statement =
                    SignedStatement.sign(key, meter, sequence, previous, start, isRestart && i == 0, part);
            ReadingReceipt receipt = post(statement, sequence);
            told.accept(receipt);
            receipts.add(receipt);
            sequence++;
            previous = statement.digest();
            start = meter.isCounter() ? null : part.get(part.size() - 1).at();
        }
        return receipts;
    }

    /** Sends one statement; one that the node has already counts as sent. */
    public ReadingReceipt post(SignedStatement statement, long sequence) {
        try {
            return ReadingReceipt.parse(node.post("/api/v1/readings", MEDIA_TYPE, statement.octets())
                    .required());
        } catch (NodeProblemException e) {
            if (e.status() == CONFLICT && e.type().endsWith("already-received")) {
                return new ReadingReceipt(sequence, 0, List.of(), true, e.document());
            }
            throw e;
        }
    }
}
