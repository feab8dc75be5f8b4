// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest.grading;

import org.tanma.carbon.service.scheme.SchemeDraft;

/** The newest version of a draft; {@code body} is the scheme as it was given. */
public record DraftAnswer(
        String scheme, int version, String digest, String recordedBy, String recordedAt, String body) {
    static DraftAnswer of(SchemeDraft draft) {
        return new DraftAnswer(
                draft.id(),
                draft.version(),
                draft.digest(),
                draft.recordedBy(),
                draft.recordedAt().toString(),
                draft.body());
    }
}
