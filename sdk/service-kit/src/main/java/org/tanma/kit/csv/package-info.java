// SPDX-License-Identifier: Apache-2.0
/**
 * Tables as people save them: CSV in UTF-8 or GB18030, with a header row. Entry type: {@link
 * org.tanma.kit.csv.CsvTable}.
 */
@NullMarked
package org.tanma.kit.csv;

import org.jspecify.annotations.NullMarked;
