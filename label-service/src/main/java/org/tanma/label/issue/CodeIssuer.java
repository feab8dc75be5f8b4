// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.Wording;
import org.tanma.label.credential.SignedStatement;
import org.tanma.label.credential.StatementSigner;

/**
 * Issues a code from a complete, graded evaluation.
 *
 * <p>Contract: one evaluation has one code; asking again gives it back. A second evaluation of the same enterprise and year
 * gives the next version and supersedes the code before it. The code, the standing of the one before and the records to be
 * published are on disk together when {@link #issue} returns; publishing is tried at once and otherwise goes on by itself.
 */
public final class CodeIssuer {
    private static final int MAX_RACES = 20;

    private final ResultSource results;
    private final CodeStore store;
    private final CodeRegister register;
    private final StatementSigner signer;
    private final OutboxPublisher publisher;
    private final LabelComposer composer;
    private final LabelRecords records;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public CodeIssuer(
            ResultSource results,
            CodeStore store,
            StatementSigner signer,
            OutboxPublisher publisher,
            CodeLinks links,
            BilingualText issuer,
            InstantSource clock) {
        this.results = results;
        this.store = store;
        this.register = new CodeRegister(store, signer, clock);
        this.signer = signer;
        this.publisher = publisher;
        this.composer = new LabelComposer(issuer);
        this.records = new LabelRecords(links);
        this.clock = clock;
    }

    /**
     * @param validUntil last day ({@code 2027-06-30}, to its end in UTC+8) or first instant outside; null for the default
     * @throws ProblemException 404 without such an evaluation, 403 for another's enterprise, 422 when no code may be issued
     */
    public IssuedCode issue(String evaluationId, @Nullable String validUntil, Caller caller) {
        EvaluationResult found = results.find(evaluationId)
                .orElseThrow(() -> ProblemException.notFound(new Wording(
                        "没有编号为“" + evaluationId + "”的评价。", "There is no evaluation '" + evaluationId + "'.")));
        HandleName enterprise = HandleName.parse(found.enterpriseHandle());
        caller.requireWriteUnder(enterprise.prefix(), new Wording(enterprise + " 的碳效码", "a code for " + enterprise));
        GradedResult result = graded(found);
        for (int race = 0; race < MAX_RACES; race++) {
            Optional<CodeRow> existing = store.findByEvaluation(evaluationId);
            if (existing.isPresent()) {
                return new IssuedCode(register.check(existing.get()), false);
            }
            CodeToken token = CodeToken.draw(random);
            if (write(result, enterprise, token, validUntil, caller)) {
                return new IssuedCode(register.find(token).orElseThrow(), true);
            }
        }
        throw ProblemException.conflict(new Wording(
                "正在为 " + enterprise + " 签发其他碳效码，请重试。",
                "Other codes of " + enterprise + " are being issued now; ask again."));
    }

    private static GradedResult graded(EvaluationResult found) {
        if (found instanceof UngradedResult refused) {
            throw ProblemException.unprocessable(
                    "no-code",
                    new Wording(
                            "不能签发碳效码：" + found.enterpriseHandle() + " " + found.year() + " 年度，评价 "
                                    + found.evaluationId() + "。",
                            "No code may be issued from evaluation '" + found.evaluationId() + "' of "
                                    + found.enterpriseHandle() + ", " + found.year() + "."),
                    refused.refusals());
        }
        return (GradedResult) found;
    }

    private boolean write(
            GradedResult result, HandleName enterprise, CodeToken token, @Nullable String validUntil, Caller caller) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Validity validity = Validity.of(now, result.year(), validUntil);
        Optional<CodeRow> before = store.findLatest(CodeRegister.key(enterprise), result.year());
        int version = before.map(row -> row.version() + 1).orElse(1);
        LabelContent content = composer.compose(result, token, version, validity);
        SignedStatement signed = signer.sign(content);
        Standing standing = Standing.issued(token, signed.digest(), now, caller.name());
        CodeRow row = new CodeRow(
                token.text(),
                result.evaluationId(),
                CodeRegister.key(enterprise),
                result.year(),
                version,
                signed,
                signer.sign(standing),
                false);
        Optional<StandingChange> superseded = before.flatMap(b -> superseded(b, token, now, caller));
        boolean isWritten = store.insert(row, records.of(content, signed, standing), superseded, now);
        if (isWritten) {
            publisher.publishNow(content.handle());
            superseded.ifPresent(change -> publisher.publishNow(change.record().handle()));
        }
        return isWritten;
    }

    /** A code that was revoked, or that nobody can verify, keeps its standing. */
    private Optional<StandingChange> superseded(CodeRow before, CodeToken next, Instant now, Caller caller) {
        if (!(register.check(before) instanceof CheckedCode.Verified code)
                || code.standing().kind() != Standing.Kind.ISSUED) {
            return Optional.empty();
        }
        Standing standing = code.standing().superseded(next, now, caller.name());
        return Optional.of(new StandingChange(
                before.token(),
                before.standing(),
                signer.sign(standing),
                records.of(code.content(), before.content(), standing)));
    }
}
