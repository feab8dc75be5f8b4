// SPDX-License-Identifier: Apache-2.0
/**
 * From activity data to a code. Entry types: {@link org.tanma.sdk.report.ActivityDataClient}, {@link
 * org.tanma.sdk.report.EvaluationClient}, {@link org.tanma.sdk.report.CodeClient}. It depends on {@code
 * org.tanma.sdk.node}.
 */
@NullMarked
package org.tanma.sdk.report;

import org.jspecify.annotations.NullMarked;
