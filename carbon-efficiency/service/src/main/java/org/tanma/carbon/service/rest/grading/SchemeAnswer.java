// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest.grading;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.grading.Scheme;
import org.tanma.carbon.service.scheme.PublishedScheme;
import org.tanma.carbon.text.LocalText;

/**
 * A scheme edition with its text.
 *
 * @param sort {@code peer-ratio}, {@code physical-intensity} or {@code checklist}
 * @param standing {@code shipped} or {@code published}
 * @param inForceFrom first day that evaluations are graded by it; null for a shipped one
 * @param digest of the text; null for a shipped one, whose provenance holds it
 */
public record SchemeAnswer(
        String scheme,
        String sort,
        LocalText title,
        String publisher,
        String standing,
        @Nullable String inForceFrom,
        @Nullable String publishedBy,
        @Nullable String publishedAt,
        @Nullable String digest,
        String body) {
    static SchemeAnswer published(Scheme scheme, PublishedScheme edition) {
        return new SchemeAnswer(
                edition.id(),
                scheme.sort().code(),
                scheme.title(),
                edition.publisher(),
                "published",
                edition.inForceFrom().toString(),
                edition.publishedBy(),
                edition.publishedAt().toString(),
                edition.digest(),
                edition.body());
    }

    static SchemeAnswer shipped(Scheme scheme, String body) {
        return new SchemeAnswer(
                scheme.ref().toString(),
                scheme.sort().code(),
                scheme.title(),
                scheme.source().publisher(),
                "shipped",
                null,
                null,
                null,
                null,
                body);
    }
}
