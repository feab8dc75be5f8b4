// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.tanma.label.credential.CanonicalJson;
import org.tanma.label.credential.SignedStatement;
import org.tanma.label.issue.CheckedCode;
import org.tanma.label.issue.CodeLinks;
import org.tanma.label.issue.LabelContent;
import org.tanma.label.issue.Standing;
import tools.jackson.databind.JsonNode;

/**
 * A code as it was found and checked at the time of asking.
 *
 * @param state {@code valid}, {@code unpublished}, {@code expired}, {@code superseded}, {@code revoked}, or {@code
 *     unverifiable}: then {@code doubt} says why, and nothing else is given
 * @param url what the QR symbol carries
 * @param content what it says, exactly as it was signed: the proof is over its canonical form (RFC 8785)
 * @param standing what has become of it since, signed likewise
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CodeAnswer(
        String token,

        @Schema(allowableValues = {"valid", "unpublished", "expired", "superseded", "revoked", "unverifiable"})
        String state,

        @Nullable String doubt,
        @Nullable Integer version,
        String url,
        @Nullable String handle,
        Qr qr,

        @Schema(implementation = LabelContent.class) @Nullable
        JsonNode content,

        @Nullable Proof proof,
        @Schema(implementation = Standing.class) @Nullable JsonNode standing,
        @Nullable Proof standingProof) {

    /** Where the symbol is drawn. */
    public record Qr(String svg, String png) {}

    /**
     * How to check what was signed without this node.
     *
     * @param digest SHA-256 of its canonical form, in hexadecimal
     * @param alg {@code EdDSA}
     * @param kid which of the keys at {@code /api/v1/issuer-keys}
     * @param signature in base64url
     */
    public record Proof(String digest, String alg, String kid, String signature) {
        static Proof of(SignedStatement signed) {
            return new Proof(signed.digest(), "EdDSA", signed.keyId(), signed.signature());
        }
    }

    static CodeAnswer of(CheckedCode code, CodeLinks links) {
        String token = code.token().text();
        String path = "/api/v1/codes/" + token;
        String url = links.url(token);
        Qr qr = new Qr(path + "/qr.svg", path + "/qr.png");
        if (code instanceof CheckedCode.Verified verified) {
            LabelContent content = verified.content();
            return new CodeAnswer(
                    token,
                    verified.state().code(),
                    null,
                    content.version(),
                    url,
                    content.handle(),
                    qr,
                    CanonicalJson.tree(verified.proof().json()),
                    Proof.of(verified.proof()),
                    CanonicalJson.tree(verified.standingProof().json()),
                    Proof.of(verified.standingProof()));
        }
        String doubt = ((CheckedCode.Unverifiable) code).doubt().code();
        return new CodeAnswer(token, "unverifiable", doubt, null, url, null, qr, null, null, null, null);
    }
}
