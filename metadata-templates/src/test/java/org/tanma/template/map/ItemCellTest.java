// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.map;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.template.validate.EveryType;

class ItemCellTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "grade | First | a",
                "grade | 乙 | b",
                "grade | third | third",
                "active | 是 | true",
                "made | 2008/6/30 | 2008-06-30",
                "tags | a; b；c | [\"a\",\"b\",\"c\"]",
                "tags | [\"a\", \"b\"] | [\"a\",\"b\"]",
                "tags | [\"a | [\"a",
                "place | { \"floor\": 2, \"city\": \"杭州\" } | {\"city\":\"杭州\",\"floor\":\"2\"}",
                "place | 杭州 | 杭州",
                "components | [{\"share\":0.5,\"material\":\"clay\"}] | [{\"material\":\"clay\",\"share\":\"0.5\"}]",
                "massKg | 1O | 1O",
            })
    void text_readsWhatCanOnlyMeanOneThing(String code, String cell, String expected) {
        assertThat(ItemCell.text(EveryType.TEMPLATE.findItem(code).orElseThrow(), cell))
                .isEqualTo(expected);
    }
}
