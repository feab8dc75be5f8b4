// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What has become of a code since it was issued: a statement of its own, signed anew with every change.
 *
 * @param token of the code
 * @param contentDigest of what the code says, so that a standing cannot be moved to another code
 * @param sequence 1 when issued, one more with every change
 * @param since when it came to stand so
 * @param by account that brought it about
 * @param reason of a revocation; null otherwise
 * @param successor token of the code that took its place; null while there is none
 */
public record Standing(
        String token,
        String contentDigest,
        int sequence,
        Kind kind,
        Instant since,
        String by,
        @Nullable String reason,
        @Nullable String successor) {

    /** How a code stands, time aside. */
    public enum Kind {
        ISSUED,
        SUPERSEDED,
        REVOKED;

        /** As the {@code status} item of the label template has it. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Standing issued(CodeToken token, String contentDigest, Instant now, String by) {
        return new Standing(token.text(), contentDigest, 1, Kind.ISSUED, now, by, null, null);
    }

    Standing superseded(CodeToken next, Instant now, String actor) {
        return new Standing(token, contentDigest, sequence + 1, Kind.SUPERSEDED, now, actor, null, next.text());
    }

    Standing revoked(String why, Instant now, String actor) {
        return new Standing(token, contentDigest, sequence + 1, Kind.REVOKED, now, actor, why, successor);
    }
}
