// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.JdbiException;
import org.tanma.handle.model.HandleName;
import org.tanma.label.credential.CanonicalJson;
import org.tanma.label.credential.StatementSigner;
import org.tanma.label.credential.Verification;
import tools.jackson.core.JacksonException;

/**
 * Finds codes and checks them: every time, digest and signature of what a code says and of how it stands.
 *
 * <p>A row that was changed by anything but this service comes back as {@link CheckedCode.Unverifiable}, never as valid. Safe
 * between threads.
 */
public final class CodeRegister {
    private final CodeStore store;
    private final StatementSigner signer;
    private final InstantSource clock;

    public CodeRegister(CodeStore store, StatementSigner signer, InstantSource clock) {
        this.store = store;
        this.signer = signer;
        this.clock = clock;
    }

    /** The code with its standing at this moment; empty when no such code was issued. */
    public Optional<CheckedCode> find(CodeToken token) {
        try {
            return store.find(token).map(this::check);
        } catch (JdbiException e) {
            return Optional.of(new CheckedCode.Unverifiable(token, Doubt.STORE_UNAVAILABLE));
        }
    }

    /** The codes of an enterprise, the newest first, at most 200. */
    public List<CheckedCode> list(HandleName enterprise) {
        return store.list(key(enterprise)).stream().map(this::check).toList();
    }

    /** The newest code of an enterprise that can be verified, whatever its state; empty when it has none. */
    public Optional<CheckedCode.Verified> findNewest(HandleName enterprise) {
        return list(enterprise).stream()
                .filter(CheckedCode.Verified.class::isInstance)
                .map(CheckedCode.Verified.class::cast)
                .findFirst();
    }

    CheckedCode check(CodeRow row) {
        CodeToken token = new CodeToken(row.token());
        for (Verification found : List.of(signer.verify(row.content()), signer.verify(row.standing()))) {
            if (found != Verification.GENUINE) {
                Doubt doubt = found == Verification.UNKNOWN_KEY ? Doubt.UNKNOWN_KEY : Doubt.CHANGED;
                return new CheckedCode.Unverifiable(token, doubt);
            }
        }
        try {
            LabelContent content = CanonicalJson.read(row.content().json(), LabelContent.class);
            Standing standing = CanonicalJson.read(row.standing().json(), Standing.class);
            if (!belongTogether(row, content, standing)) {
                return new CheckedCode.Unverifiable(token, Doubt.CHANGED);
            }
            CodeState state = state(content, standing, row.isPublished(), clock.instant());
            return new CheckedCode.Verified(token, state, content, standing, row.content(), row.standing());
        } catch (JacksonException e) {
            return new CheckedCode.Unverifiable(token, Doubt.CHANGED);
        }
    }

    private static boolean belongTogether(CodeRow row, LabelContent content, Standing standing) {
        GradedResult result = content.result();
        return content.token().equals(row.token())
                && standing.token().equals(row.token())
                && standing.contentDigest().equals(row.content().digest())
                && result.evaluationId().equals(row.evaluation())
                && key(HandleName.parse(result.enterpriseHandle())).equals(row.enterprise())
                && result.year() == row.year()
                && content.version() == row.version();
    }

    private static CodeState state(LabelContent content, Standing standing, boolean isPublished, Instant now) {
        if (standing.kind() == Standing.Kind.REVOKED) {
            return CodeState.REVOKED;
        }
        if (standing.kind() == Standing.Kind.SUPERSEDED) {
            return CodeState.SUPERSEDED;
        }
        if (!now.isBefore(content.validUntil())) {
            return CodeState.EXPIRED;
        }
        return isPublished ? CodeState.VALID : CodeState.UNPUBLISHED;
    }

    /** How the store names an enterprise: its handle with ASCII letters folded. */
    static String key(HandleName enterprise) {
        return new String(enterprise.foldedOctets(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
