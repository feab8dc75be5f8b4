// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.register;

import java.util.OptionalLong;
import tools.jackson.databind.JsonNode;

/**
 * A registration of a whole file, as it stands.
 *
 * @param state {@code waiting}, {@code running}, {@code done}, {@code cancelled} or {@code failed}
 * @param message what there is to say about it
 * @param read rows read and judged
 * @param expected about how many there are
 * @param registered rows on disk
 * @param unchanged rows registered before with the same content
 * @param refused rows with something wrong
 * @param rowsPerSecond while it runs
 * @param secondsLeft while it runs
 * @param document as the node sent it
 */
public record RegistrationJob(
        String id,
        String state,
        String message,
        boolean isDryRun,
        long read,
        OptionalLong expected,
        long registered,
        long unchanged,
        long refused,
        OptionalLong rowsPerSecond,
        OptionalLong secondsLeft,
        JsonNode document) {
    static RegistrationJob parse(JsonNode document) {
        JsonNode rows = document.path("rows");
        return new RegistrationJob(
                document.path("id").asString(""),
                document.path("state").asString(""),
                document.path("message").asString(""),
                document.path("dryRun").asBoolean(false),
                rows.path("read").asLong(0),
                number(rows.path("expected")),
                rows.path("registered").asLong(0),
                rows.path("unchanged").asLong(0),
                rows.path("refused").asLong(0),
                number(document.path("rowsPerSecond")),
                number(document.path("secondsLeft")),
                document);
    }

    private static OptionalLong number(JsonNode node) {
        return node.isNumber() ? OptionalLong.of(node.asLong()) : OptionalLong.empty();
    }

    /** True once nothing more comes of it. */
    public boolean isEnded() {
        return state.equals("done") || state.equals("cancelled") || state.equals("failed");
    }

    /** True when every row was tried and none refused. */
    public boolean isAllAccepted() {
        return state.equals("done") && refused == 0;
    }
}
