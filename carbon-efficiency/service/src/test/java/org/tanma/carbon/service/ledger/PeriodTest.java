// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {
    @ParameterizedTest
    @CsvSource({
        "2025-03,2025-03",
        "2025/3,2025-03",
        "2025.12,2025-12",
        "202503,2025-03",
        "2025年3月,2025-03",
        "2025年,2025",
        "2025,2025",
        "' 2025-10 ',2025-10"
    })
    void parse_whatClerksWrite_isOnePeriod(String written, String text) {
        assertThat(Period.parse(written)).map(Period::text).contains(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2025-13", "2025-00", "25-03", "March", "2025-03-01", "1950-01", "2025-3O"})
    void parse_anythingElse_isEmpty(String written) {
        assertThat(Period.parse(written)).isEmpty();
    }
}
