// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.util.Set;
import java.util.regex.Pattern;
import org.tanma.kit.rest.Wording;
import tools.jackson.databind.JsonNode;

/**
 * What a verifier says, read from a request.
 *
 * @param statement {@code sha256:} and 64 hexadecimal digits
 * @param remark empty where there is nothing to add
 */
public record VerificationStatement(VerificationOutcome outcome, String statement, String remark) {
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern REMARK = Pattern.compile("(?s).{0,1000}");
    private static final Pattern NEEDED = Pattern.compile("(?s).{1,1000}");

    /** Reads a body; throws a problem that names everything wrong with it. */
    public static VerificationStatement read(byte[] octets) {
        JsonNode node = StrictBody.object(octets);
        StrictBody body = new StrictBody();
        body.allow(node, "", Set.of("outcome", "statement", "remark"));
        VerificationOutcome outcome = body.value(
                node,
                "",
                "outcome",
                Wording.same("confirmed, confirmed-with-reservations, refused"),
                VerificationOutcome::fromCode);
        String statement = body.text(
                node,
                "",
                "statement",
                new Wording(
                        "核查声明的摘要，sha256: 加 64 位十六进制数", "digest of the statement, sha256: and 64 hexadecimal digits"),
                DIGEST);
        String remark = "";
        if (node.has("remark") || (outcome != null && outcome != VerificationOutcome.CONFIRMED)) {
            boolean isNeeded = outcome != VerificationOutcome.CONFIRMED;
            remark = body.text(
                    node,
                    "",
                    "remark",
                    isNeeded
                            ? new Wording(
                                    "保留意见或不通过的理由，不超过 1000 个字符", "the reservations or why, in at most 1000 characters")
                            : new Wording("不超过 1000 个字符", "at most 1000 characters"),
                    isNeeded ? NEEDED : REMARK);
        }
        body.requireSound("verification", new Wording("核查结果未受理。", "What the verifier said is not taken."));
        if (outcome == null || statement == null || remark == null) {
            throw new IllegalStateException("a sound body has every member");
        }
        return new VerificationStatement(outcome, statement, remark);
    }
}
