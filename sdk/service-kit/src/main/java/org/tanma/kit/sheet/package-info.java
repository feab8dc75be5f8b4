// SPDX-License-Identifier: Apache-2.0
/**
 * Workbooks (XLSX) as spreadsheet programs save them: looked through, read row by row, and given back with answers in added
 * columns. Entry types: {@link org.tanma.kit.sheet.WorkbookRows}, {@link org.tanma.kit.sheet.WorkbookAnswer}. Every service may
 * depend on it.
 */
@NullMarked
package org.tanma.kit.sheet;

import org.jspecify.annotations.NullMarked;
