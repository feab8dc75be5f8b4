// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;

/** Whatever a record holds, it is judged and explained, never choked on; and judged the same in any order. */
class RecordValidatorProperties {
    private static final TemplateCatalog CATALOG = TemplateCatalog.load();
    private static final RecordValidator VALIDATOR = new RecordValidator(CATALOG);

    record Sample(MetadataTemplate template, Map<String, String> items) {}

    /** Texts close to what items hold: that is where mistakes hide. */
    private static Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings()
                        .withChars("0123456789.,-+eE OolI|kWMtT:Z/年月日　０１２％")
                        .ofMaxLength(24),
                Arbitraries.strings().withChars("0123456789-").ofLength(10),
                Arbitraries.strings()
                        .withChars("0123456789ABCDEFGHJKLMNPQRTUWXYOISVZ")
                        .ofLength(18),
                Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(14),
                Arbitraries.of(
                        "88.118.1/X",
                        "88.118.1/",
                        "/",
                        "sha256:",
                        "true",
                        "1",
                        "2",
                        "C",
                        "330000",
                        "2025-12-31T23:59:60Z"),
                Arbitraries.strings().ofMaxLength(40));
    }

    @Provide
    Arbitrary<Sample> samples() {
        return Arbitraries.of(CATALOG.all()).flatMap(template -> {
            List<String> codes =
                    template.items().stream().map(TemplateItem::code).toList();
            return Arbitraries.maps(Arbitraries.of(codes), texts())
                    .ofMinSize(1)
                    .map(items -> new Sample(template, items));
        });
    }

    @Property(tries = 2000)
    void everyRecordIsJudgedAndExplained(@ForAll("samples") Sample sample) {
        List<Violation> violations = VALIDATOR.validate(sample.template(), sample.items());
        for (Violation violation : violations) {
            assertThat(violation.message(Locale.CHINESE)).isNotBlank();
            assertThat(violation.message(Locale.ENGLISH)).isNotBlank();
            assertThat(violation.given().length()).isLessThanOrEqualTo(Violation.MAX_GIVEN);
        }
        Map<String, String> shuffled = new HashMap<>(sample.items());
        assertThat(VALIDATOR.validate(sample.template(), shuffled)).isEqualTo(violations);
    }
}
