// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.Violation;
import org.tanma.label.credential.StatementSigner;

/** Takes codes back for good, with a reason everyone can read. */
public final class CodeRevoker {
    private static final int MAX_REASON = 500;
    private static final int MAX_RACES = 20;

    private final CodeStore store;
    private final CodeRegister register;
    private final StatementSigner signer;
    private final OutboxPublisher publisher;
    private final LabelRecords records;
    private final InstantSource clock;

    public CodeRevoker(
            CodeStore store, StatementSigner signer, OutboxPublisher publisher, CodeLinks links, InstantSource clock) {
        this.store = store;
        this.register = new CodeRegister(store, signer, clock);
        this.signer = signer;
        this.publisher = publisher;
        this.records = new LabelRecords(links);
        this.clock = clock;
    }

    /**
     * Revokes {@code token}; asking again with the same reason changes nothing.
     *
     * @throws ProblemException 403 unless a regulator or the operator asks, 404 for an unknown code, 400 without a reason, 409
     *     when it was revoked for another reason or cannot be verified
     */
    public CheckedCode revoke(CodeToken token, @Nullable String reason, Caller caller) {
        if (!caller.isRegulator() && !caller.isOperator()) {
            throw ProblemException.forbidden("Account '" + caller.name()
                    + "' may not revoke codes; a regulator or the operator of the node may.");
        }
        String why = requireReason(reason);
        for (int race = 0; race < MAX_RACES; race++) {
            CodeRow row = store.find(token)
                    .orElseThrow(() -> ProblemException.notFound("No code " + token + " was issued here."));
            CheckedCode checked = register.check(row);
            if (!(checked instanceof CheckedCode.Verified code)) {
                throw ProblemException.conflict("Code " + token
                        + " cannot be verified: its stored row is not what was signed. It shows as not valid and cannot be"
                        + " changed; look into the store.");
            }
            if (code.standing().kind() == Standing.Kind.REVOKED) {
                return requireSameReason(code, why);
            }
            if (change(row, code, why, caller)) {
                publisher.publishNow(code.content().handle());
                return register.find(token).orElseThrow();
            }
        }
        throw ProblemException.conflict("Code " + token + " is being changed by others now; ask again.");
    }

    private boolean change(CodeRow row, CheckedCode.Verified code, String reason, Caller caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Standing standing = code.standing().revoked(reason, now, caller.name());
        LabelRecord record = records.of(code.content(), row.content(), standing);
        return store.change(new StandingChange(row.token(), row.standing(), signer.sign(standing), record), now);
    }

    private static CheckedCode requireSameReason(CheckedCode.Verified code, String reason) {
        if (reason.equals(code.standing().reason())) {
            return code;
        }
        throw ProblemException.conflict("Code " + code.token() + " was revoked at "
                + code.standing().since() + " already: " + code.standing().reason());
    }

    private static String requireReason(@Nullable String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > MAX_REASON) {
            throw ProblemException.badRequest(
                    "Nothing was revoked: a reason is needed.",
                    new Violation(
                            "reason",
                            why.isEmpty() ? "" : why.length() + " characters",
                            "1 to " + MAX_REASON + " characters",
                            "Everyone who opens the code will read it."));
        }
        return why;
    }
}
