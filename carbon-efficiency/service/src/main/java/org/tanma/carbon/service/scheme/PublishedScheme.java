// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.scheme;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A scheme as it was published, for good.
 *
 * @param id {@code name/edition}
 * @param body the scheme in YAML or JSON
 * @param digest {@code sha256:} and 64 hexadecimal digits, of the body
 * @param draftVersion version of the draft that was published
 * @param publisher authority and document that set the rule
 * @param inForceFrom first day that evaluations are graded by it
 */
public record PublishedScheme(
        String id,
        String body,
        String digest,
        int draftVersion,
        String publisher,
        LocalDate inForceFrom,
        String publishedBy,
        Instant publishedAt) {}
