// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import java.util.List;
import org.tanma.identifier.Oid;
import org.tanma.identifier.OidSyntaxException;
import org.tanma.kit.page.Language;
import org.tanma.kit.page.Messages;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedProblem;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.oid.OidRefusedException;

/** What is said of object identifiers that are refused, in both languages. */
final class OidWords {
    private static final Messages MESSAGES = Messages.load(OidWords.class, "oids");
    private static final Wording CONFLICT = new Wording("与现状冲突", "Conflict");
    private static final Wording REFUSED = new Wording("未受理", "Refused");
    private static final int CONFLICTING = 409;
    private static final int UNPROCESSABLE = 422;

    private OidWords() {}

    static Wording of(String key, Object... parts) {
        return new Wording(MESSAGES.text(Language.ZH, key, parts), MESSAGES.text(Language.EN, key, parts));
    }

    static ProblemException refused(OidRefusedException e) {
        String key = e.refusal().key();
        Wording problem = of(key + ".problem");
        String given = e.given().isEmpty() ? e.refusal().path() : "'" + e.given() + "'";
        Wording detail = new Wording(
                MESSAGES.text(Language.ZH, "refused", given, problem.zh()),
                MESSAGES.text(Language.EN, "refused", given, problem.en()));
        WordedViolation violation = new WordedViolation(e.refusal().path(), e.given(), of(key + ".allowed"), problem);
        boolean isConflict = e.refusal().isConflict();
        return new ProblemException(new WordedProblem(
                isConflict ? "oid-conflict" : "oid-refused",
                isConflict ? CONFLICTING : UNPROCESSABLE,
                isConflict ? CONFLICT : REFUSED,
                detail,
                List.of(violation)));
    }

    static ProblemException badRequest(String path, String given, String key) {
        Wording problem = of(key + ".problem");
        return ProblemException.badRequest(
                new Wording(path + " " + problem.zh() + "。", path + " " + problem.en() + "."),
                new WordedViolation(path, given, of(key + ".allowed"), problem));
    }

    /** The object identifier that stands in a request, in any notation. */
    static Oid oid(String path, String given) {
        try {
            return Oid.parse(given);
        } catch (OidSyntaxException e) {
            Wording problem = of("oid.problem", e.fault(), e.position() + 1);
            throw ProblemException.badRequest(
                    new Wording("“" + given + "”" + problem.zh() + "。", "'" + given + "' " + problem.en() + "."),
                    new WordedViolation(path, given, of("oid.allowed"), problem));
        }
    }

    static ProblemException missing(Oid oid) {
        return ProblemException.notFound(of("missing", oid.dotted()));
    }
}
