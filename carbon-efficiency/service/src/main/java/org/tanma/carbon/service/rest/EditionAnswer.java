// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import java.util.List;
import java.util.Map;
import org.tanma.carbon.factor.EditionSource;
import org.tanma.carbon.text.LocalText;

/**
 * An edition with its provenance.
 *
 * @param edition {@code name/edition}
 * @param originals SHA-256 of each original file held, by name
 */
public record EditionAnswer(
        String edition,
        String title,
        String publisher,
        String url,
        String retrieved,
        Map<String, String> originals,
        String licence,
        String transformation,
        String enteredBy,
        String checkedBy,
        List<LocalText> notCovered) {
    static EditionAnswer of(EditionSource source) {
        return new EditionAnswer(
                source.ref().toString(),
                source.title(),
                source.publisher(),
                source.url(),
                source.retrieved().toString(),
                source.originals(),
                source.licence(),
                source.transformation(),
                source.enteredBy(),
                source.checkedBy(),
                source.notCovered());
    }
}
