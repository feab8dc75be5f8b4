// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.rest;

import java.util.List;

/**
 * The body of every error answer: {@code application/problem+json} of RFC 9457, with all violations at once.
 *
 * @param type {@code urn:tanma:problem:<name>}, stable across versions
 * @param title the kind of problem, in few words
 * @param status HTTP status
 * @param detail what happened to what
 */
public record Problem(String type, String title, int status, String detail, List<Violation> violations) {
    public Problem {
        violations = List.copyOf(violations);
    }

    /** A problem of kind {@code name}, for instance {@code of("not-found", 404, …)}. */
    public static Problem of(String name, int status, String title, String detail, List<Violation> violations) {
        return new Problem("urn:tanma:problem:" + name, title, status, detail, violations);
    }
}
