// SPDX-License-Identifier: Apache-2.0
/**
 * What a report says, before it takes a shape: the figures of one kept or computed result, their steps, and its digests.
 *
 * <p>Entry type: {@link org.tanma.carbon.report.content.CarbonReport}. The writers of workbooks and pages depend on it, and
 * whoever has a result to print; no calculation package does.
 */
@NullMarked
package org.tanma.carbon.report.content;

import org.jspecify.annotations.NullMarked;
