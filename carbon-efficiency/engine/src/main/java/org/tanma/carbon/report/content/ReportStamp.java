// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.content;

import org.jspecify.annotations.Nullable;

/**
 * What ties a report to the result it prints.
 *
 * @param resultDigest {@code sha256:} and 64 hexadecimal digits, of the result's canonical JSON
 * @param gradeDigest the same of the grade, where it is a document of its own; else null
 * @param inputsDigest the same of the inputs; null where the result holds them
 * @param evaluation id of the kept evaluation; null without a node
 * @param computedAt when it was computed, as an ISO 8601 instant; null without a node
 */
public record ReportStamp(
        String resultDigest,
        @Nullable String gradeDigest,
        @Nullable String inputsDigest,
        @Nullable String evaluation,
        @Nullable String computedAt) {}
