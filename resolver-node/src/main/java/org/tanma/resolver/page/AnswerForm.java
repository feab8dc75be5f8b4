// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;

/** The forms an identifier is answered in, in the node's order of preference. */
enum AnswerForm {
    JSON("application/json"),
    JSON_LD("application/ld+json"),
    LINKSET_JSON("application/linkset+json"),
    LINKSET("application/linkset"),
    HTML("text/html");

    private final MediaType mediaType;

    AnswerForm(String mediaType) {
        this.mediaType = MediaType.parseMediaType(mediaType);
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** All of them as a sentence lists them. */
    static String all() {
        return String.join(
                ", ", Arrays.stream(values()).map(f -> f.mediaType.toString()).toList());
    }

    /**
     * The form a client prefers: the greatest quality, each form by the most specific range that names it; among equals the
     * one whose range stands first, then the node's order. Empty when all are refused. Source: RFC 9110, 12.5.1.
     */
    static Optional<AnswerForm> choose(List<MediaType> accepted) {
        if (accepted.isEmpty()) {
            return Optional.of(JSON);
        }
        AnswerForm best = null;
        double bestQuality = 0;
        int bestPlace = Integer.MAX_VALUE;
        for (AnswerForm form : values()) {
            int place = form.range(accepted);
            double quality = place < 0 ? 0 : accepted.get(place).getQualityValue();
            boolean isBetter = quality > bestQuality || quality == bestQuality && place < bestPlace;
            if (quality > 0 && isBetter) {
                best = form;
                bestQuality = quality;
                bestPlace = place;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Which range speaks for this form; -1 when none does. */
    private int range(List<MediaType> accepted) {
        int found = -1;
        int closest = 0;
        for (int i = 0; i < accepted.size(); i++) {
            MediaType range = accepted.get(i);
            int closeness = range.isWildcardType() ? 1 : range.isWildcardSubtype() ? 2 : 3;
            boolean isProblem = this == JSON && range.equalsTypeAndSubtype(MediaType.APPLICATION_PROBLEM_JSON);
            if ((range.includes(mediaType) || isProblem) && closeness > closest) {
                found = i;
                closest = closeness;
            }
        }
        return found;
    }
}
