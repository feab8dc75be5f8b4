// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tanma.handle.wire.ErrorResponse;
import org.tanma.handle.wire.MessageBody;
import org.tanma.handle.wire.RawBody;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.admin.AdminOutcome;

/** How an operation ended: the code and body of its answer. */
record Outcome(ResponseCode code, MessageBody body) {
    static final Outcome DONE = new Outcome(ResponseCode.SUCCESS, RawBody.EMPTY);

    /** Longest sentence sent; a longer one is cut. */
    private static final int MOST_CHARACTERS = 1_000;

    static Outcome refused(ResponseCode code, String message) {
        return refused(code, message, List.of());
    }

    static Outcome refused(ResponseCode code, String message, List<Integer> indexes) {
        String cut = message.length() > MOST_CHARACTERS ? message.substring(0, MOST_CHARACTERS) : message;
        String text = new String(cut.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        return new Outcome(code, new ErrorResponse(text, indexes));
    }

    static Outcome of(AdminOutcome outcome, MessageBody done) {
        return outcome instanceof AdminOutcome.Refused refused
                ? refused(refused.responseCode(), refused.message(), refused.indexes())
                : new Outcome(ResponseCode.SUCCESS, done);
    }

    boolean needsKey() {
        return code.equals(ResponseCode.AUTHENTICATION_NEEDED);
    }
}
