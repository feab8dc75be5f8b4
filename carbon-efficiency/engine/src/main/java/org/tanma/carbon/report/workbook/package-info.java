// SPDX-License-Identifier: Apache-2.0
/**
 * Writes a report as a workbook (XLSX) whose formulas compute the result once more, from readings and factors in cells.
 *
 * <p>Entry type: {@link org.tanma.carbon.report.workbook.WorkbookWriter}. Whoever prints results may depend on it.
 */
@NullMarked
package org.tanma.carbon.report.workbook;

import org.jspecify.annotations.NullMarked;
