// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import java.util.List;
import org.tanma.carbon.service.finding.Finding;
import org.tanma.carbon.service.ledger.Period;
import org.tanma.kit.page.Language;

/**
 * Something that looks wrong, in the language asked for.
 *
 * @param kind stable code of the kind of finding
 * @param title what that is called
 * @param method how it is found
 * @param source where; empty where it concerns several sources
 * @param activity code of the kind of activity data
 * @param periods months or year it concerns
 * @param text what was seen
 */
public record FindingAnswer(
        String kind, String title, String method, String source, String activity, List<String> periods, String text) {
    static FindingAnswer of(Finding finding, Language language) {
        return new FindingAnswer(
                finding.kind().code(),
                finding.kind().title().in(language),
                finding.kind().method().in(language),
                finding.source(),
                finding.activity(),
                finding.periods().stream().map(Period::text).toList(),
                finding.text().in(language));
    }
}
