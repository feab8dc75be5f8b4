// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.rest;

import java.util.List;

/** Ends a request with a {@link Problem}. */
public final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    public ProblemException(Problem problem) {
        super(problem.detail());
        this.problem = problem;
    }

    public static ProblemException badRequest(String detail, Violation... violations) {
        return new ProblemException(Problem.of("bad-request", 400, "Bad request", detail, List.of(violations)));
    }

    public static ProblemException notFound(String detail) {
        return new ProblemException(Problem.of("not-found", 404, "Not found", detail, List.of()));
    }

    public static ProblemException forbidden(String detail) {
        return new ProblemException(Problem.of("forbidden", 403, "Not permitted", detail, List.of()));
    }

    public static ProblemException conflict(String detail) {
        return new ProblemException(Problem.of("conflict", 409, "Conflict", detail, List.of()));
    }

    /** Understood, but cannot be done as it stands; the violations say what to mend. */
    public static ProblemException unprocessable(String name, String detail, List<Violation> violations) {
        return new ProblemException(Problem.of(name, 422, "Refused", detail, violations));
    }

    public Problem problem() {
        return problem;
    }
}
