// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.declare;

import java.time.Instant;

/** A version of an enterprise's declaration for a year. Immutable: a change is the next version. */
public record DeclaredVersion(
        String enterprise, int year, int version, GradingDeclaration content, String recordedBy, Instant recordedAt) {
    /** Names this version within the enterprise, for instance {@code declaration/2025/v1}. */
    public String edition() {
        return "declaration/" + year + "/v" + version;
    }
}
