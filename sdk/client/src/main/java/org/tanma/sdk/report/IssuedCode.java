// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.report;

import org.tanma.sdk.node.UnreadableAnswerException;
import tools.jackson.databind.JsonNode;

/**
 * A code that was issued.
 *
 * @param token what the code says after the address
 * @param version from 1; a new version supersedes the one before
 * @param url what a phone opens
 * @param handle where the code is published as handle values
 * @param document all of it, as the node sent it
 */
public record IssuedCode(String token, int version, String url, String handle, JsonNode document) {
    static IssuedCode parse(JsonNode document, String address) {
        IssuedCode code = new IssuedCode(
                document.path("token").asString(""),
                document.path("version").asInt(0),
                document.path("url").asString(""),
                document.path("handle").asString(""),
                document);
        if (code.token.isEmpty() || code.url.isEmpty()) {
            throw new UnreadableAnswerException(address, "a code without a token and an address");
        }
        return code;
    }
}
