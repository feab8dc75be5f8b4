// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.content;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.text.LocalText;

/**
 * Whose result a report is about.
 *
 * @param name its name; the same text twice when it has one name only
 * @param identifier its identifier; empty when it has none
 * @param industry its industry; null when unknown
 * @param isDemonstration true when enterprise or peers are invented: every page then says so
 */
public record ReportSubject(
        LocalText name, String identifier, @Nullable LocalText industry, boolean isDemonstration) {}
