// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.change;

import org.tanma.template.change.MigrationPreview;

/**
 * What became of the records.
 *
 * @param summary what the newer version says of them
 * @param written how many were carried over
 * @param kept how many fit and were left, because the steps would take something from them
 * @param changedMeanwhile how many were changed by somebody else at the same moment and left; running again takes them
 */
public record MigrationReport(MigrationPreview.Summary summary, long written, long kept, long changedMeanwhile) {}
