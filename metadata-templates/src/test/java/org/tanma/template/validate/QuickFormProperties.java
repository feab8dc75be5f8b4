// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The quick check and the schema with its rules judge every record alike. */
class QuickFormProperties {
    private static final RecordValidator VALIDATOR = new RecordValidator(EveryType.CATALOG);
    private static final RecordForm FORM = RecordForm.of(EveryType.TEMPLATE.items());

    @Provide
    Arbitrary<Map<String, String>> good() {
        return EveryType.good();
    }

    @Provide
    Arbitrary<Map<String, String>> mixed() {
        return EveryType.mixed();
    }

    @Property(tries = 500)
    void goodRecordsPassQuicklyAndBySchema(@ForAll("good") Map<String, String> items) {
        assertThat(FORM.isRight(items)).isTrue();
        assertThat(VALIDATOR.explain(EveryType.TEMPLATE, items)).isEmpty();
    }

    @Property(tries = 5000)
    void everyRecordIsJudgedAlike(@ForAll("mixed") Map<String, String> items) {
        List<Violation> explained = VALIDATOR.explain(EveryType.TEMPLATE, items);
        assertThat(VALIDATOR.validate(EveryType.TEMPLATE, items)).isEqualTo(explained);
        if (FORM.isRight(items)) {
            List<String> acrossItems = List.of("lessOrEqual", "requiredWhen", "sumEquals", "atMostOne");
            assertThat(explained).extracting(Violation::rule).isSubsetOf(acrossItems);
        }
        assertThat(explained).extracting(Violation::path).doesNotHaveDuplicates();
        for (Violation violation : explained) {
            assertThat(violation.message(Locale.CHINESE)).isNotBlank();
            assertThat(violation.message(Locale.ENGLISH)).isNotBlank();
        }
    }

    @Property(tries = 2000)
    void aRefusalIsAlwaysExplained(@ForAll("mixed") Map<String, String> items) {
        // Blanks and line ends in a handle are left to the schema.
        boolean isPlain = items.getOrDefault("owner", "")
                .chars()
                .noneMatch(c -> c <= ' ' || c == 0x85 || c == 0x2028 || c == 0x2029);
        if (isPlain && VALIDATOR.explain(EveryType.TEMPLATE, items).isEmpty()) {
            assertThat(FORM.isRight(items)).as("slow way for %s", items).isTrue();
        }
    }
}
