// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.scheme;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who did what with a scheme, when.
 *
 * @param sequence 1, 2, 3 … without a gap
 * @param action {@code scheme.drafted}, {@code scheme.previewed} or {@code scheme.published}
 * @param subject {@code name/edition}
 */
public record SchemeEvent(
        long sequence, Instant at, String actor, String action, String subject, Map<String, String> details) {
    public static final String DRAFTED = "scheme.drafted";
    public static final String PREVIEWED = "scheme.previewed";
    public static final String PUBLISHED = "scheme.published";

    public SchemeEvent {
        details = java.util.Collections.unmodifiableMap(new TreeMap<>(details));
    }
}
