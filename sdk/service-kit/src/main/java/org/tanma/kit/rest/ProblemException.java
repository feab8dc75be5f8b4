// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.rest;

import java.util.List;
import org.tanma.kit.page.Language;

/** Ends a request with a {@link Problem}, which is answered in the language the request asks for. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final Wording BAD_REQUEST = new Wording("请求有误", "Bad request");
    private static final Wording NOT_FOUND = new Wording("未找到", "Not found");
    private static final Wording FORBIDDEN = new Wording("没有权限", "Not permitted");
    private static final Wording CONFLICT = new Wording("与现状冲突", "Conflict");
    private static final Wording REFUSED = new Wording("未受理", "Refused");

    private final transient WordedProblem problem;

    public ProblemException(WordedProblem problem) {
        super(problem.detail().en());
        this.problem = problem;
    }

    public static ProblemException badRequest(Wording detail, WordedViolation... violations) {
        return new ProblemException(new WordedProblem("bad-request", 400, BAD_REQUEST, detail, List.of(violations)));
    }

    public static ProblemException notFound(Wording detail) {
        return new ProblemException(new WordedProblem("not-found", 404, NOT_FOUND, detail, List.of()));
    }

    public static ProblemException forbidden(Wording detail) {
        return new ProblemException(new WordedProblem("forbidden", 403, FORBIDDEN, detail, List.of()));
    }

    public static ProblemException conflict(Wording detail) {
        return new ProblemException(new WordedProblem("conflict", 409, CONFLICT, detail, List.of()));
    }

    /** Understood, but cannot be done as it stands; the violations say what to mend. */
    public static ProblemException unprocessable(String name, Wording detail, List<WordedViolation> violations) {
        return new ProblemException(new WordedProblem(name, 422, REFUSED, detail, violations));
    }

    public Problem problem(Language language) {
        return problem.in(language);
    }
}
