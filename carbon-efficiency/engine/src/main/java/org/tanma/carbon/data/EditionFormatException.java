// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import org.jspecify.annotations.Nullable;

/** A data file is missing or not of its form; the message names file and place. */
public final class EditionFormatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String place;
    private final String problem;

    EditionFormatException(String place, String problem) {
        this(place, problem, null);
    }

    EditionFormatException(String place, String problem, @Nullable Throwable cause) {
        super(place + ": " + problem, cause);
        this.place = place;
        this.problem = problem;
    }

    /** File, and path within it. */
    String place() {
        return place;
    }

    /** What is wrong there. */
    String problem() {
        return problem;
    }
}
