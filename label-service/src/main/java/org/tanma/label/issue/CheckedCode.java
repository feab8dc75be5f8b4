// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import org.tanma.label.credential.SignedStatement;

/** A code as found and checked just now. */
public sealed interface CheckedCode {
    CodeToken token();

    /**
     * Digest and signature of what it says and of how it stands were both checked and fit.
     *
     * @param proof what the code says as it was signed, and the signature
     * @param standingProof how it stands as that was signed, and the signature
     */
    record Verified(
            CodeToken token,
            CodeState state,
            LabelContent content,
            Standing standing,
            SignedStatement proof,
            SignedStatement standingProof)
            implements CheckedCode {}

    /** Found, or perhaps there, but nothing it says may be relied on; nothing of it is handed out. */
    record Unverifiable(CodeToken token, Doubt doubt) implements CheckedCode {}
}
