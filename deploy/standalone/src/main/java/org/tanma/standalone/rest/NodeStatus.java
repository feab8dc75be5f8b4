// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.rest;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Map;

/**
 * How the node is.
 *
 * @param status {@code up} when every check holds, else {@code degraded}
 * @param checks by name: {@code ok}, or what is wrong in a sentence
 * @param faces what listens where: name to URL
 */
public record NodeStatus(
        String status,
        String version,
        String prefix,
        Instant startedAt,
        Instant checkedAt,
        Map<String, String> checks,
        Map<String, String> faces) {
    /** What a check that holds says. */
    public static final String OK = "ok";

    public NodeStatus {
        checks = Map.copyOf(checks);
        faces = Map.copyOf(faces);
    }

    @JsonIgnore
    public boolean isUp() {
        return "up".equals(status);
    }
}
