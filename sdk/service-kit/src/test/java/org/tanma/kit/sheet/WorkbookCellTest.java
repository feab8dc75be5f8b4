// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkbookCellTest {
    @ParameterizedTest
    @CsvSource({
        "yyyy/m/d, true",
        "yyyy\"年\"m\"月\"d\"日\", true",
        "[$-804]yyyy-mm-dd, true",
        "h:mm, true",
        "0.00, false",
        "General, false",
        "'#,##0\"d\"', false",
        "0.00E+00, false",
        "[Red]0.0, false"
    })
    void formats_ofDates(String format, boolean isDate) {
        assertThat(WorkbookCell.isDateFormat(format)).isEqualTo(isDate);
    }
}
