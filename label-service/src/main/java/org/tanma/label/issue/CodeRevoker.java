// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.label.credential.StatementSigner;

/** Takes codes back for good, with a reason everyone can read. */
public final class CodeRevoker {
    private static final int MAX_REASON = 500;
    private static final int MAX_RACES = 20;
    private static final int MAX_SHOWN = 80;

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
            throw ProblemException.forbidden(new Wording(
                    "账户“" + caller.name() + "”不能撤销碳效码；监管部门或节点运营者可以。",
                    "Account '" + caller.name()
                            + "' may not revoke codes; a regulator or the operator of the node may."));
        }
        String why = requireReason(reason);
        for (int race = 0; race < MAX_RACES; race++) {
            CodeRow row = store.find(token).orElseThrow(() -> ProblemException.notFound(none(token)));
            CheckedCode checked = register.check(row);
            if (!(checked instanceof CheckedCode.Verified code)) {
                throw ProblemException.conflict(new Wording(
                        "碳效码 " + token + " 无法核验：存储的内容与签名不符。该码显示为无效且不能改动，请检查存储。",
                        "Code " + token
                                + " cannot be verified: its stored row is not what was signed. It shows as not valid and"
                                + " cannot be changed; look into the store."));
            }
            if (code.standing().kind() == Standing.Kind.REVOKED) {
                return requireSameReason(code, why);
            }
            if (change(row, code, why, caller)) {
                publisher.publishNow(code.content().handle());
                return register.find(token).orElseThrow();
            }
        }
        throw ProblemException.conflict(new Wording(
                "碳效码 " + token + " 正被他人改动，请重试。", "Code " + token + " is being changed by others now; ask again."));
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
        throw ProblemException.conflict(new Wording(
                "碳效码 " + code.token() + " 已于 " + code.standing().since() + " 撤销："
                        + code.standing().reason(),
                "Code " + code.token() + " was revoked at " + code.standing().since() + " already: "
                        + code.standing().reason()));
    }

    /** What is said of a token that no code has. */
    public static Wording none(CodeToken token) {
        return new Wording("本节点没有签发过碳效码 " + token + "。", "No code " + token + " was issued here.");
    }

    private static String requireReason(@Nullable String reason) {
        String why = reason == null ? "" : reason.strip();
        if (why.isEmpty() || why.length() > MAX_REASON) {
            throw ProblemException.badRequest(
                    new Wording("未撤销：需要写明原因。", "Nothing was revoked: a reason is needed."),
                    new WordedViolation(
                            "reason",
                            why.length() <= MAX_SHOWN ? why : why.substring(0, MAX_SHOWN) + "…",
                            new Wording("1 至 " + MAX_REASON + " 个字符", "1 to " + MAX_REASON + " characters"),
                            new Wording("打开碳效码的人都会看到这一原因", "everyone who opens the code will read it")));
        }
        return why;
    }
}
