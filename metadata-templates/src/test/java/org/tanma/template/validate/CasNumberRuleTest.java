// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;

class CasNumberRuleTest {
    private static final TemplateCatalog CATALOG = TemplateCatalog.load();
    private static final RecordValidator VALIDATOR = new RecordValidator(CATALOG);

    /** Published numbers: water, caffeine, sodium hydroxide, urea, nitric acid, ethylene. */
    @ParameterizedTest
    @ValueSource(strings = {"7732-18-5", "58-08-2", "1310-73-2", "57-13-6", "7697-37-2", "74-85-1"})
    void checkDigit_ofPublishedNumbers(String number) {
        String digits = number.replace("-", "");
        assertThat(CasNumberRule.checkDigit(digits.substring(0, digits.length() - 1)))
                .isEqualTo(digits.charAt(digits.length() - 1) - '0');
    }

    @Test
    void wrongDigit_isNamedWithTheRightOne() {
        MetadataTemplate product = CATALOG.get("chemicals-product");
        Violation violation = VALIDATOR
                .validate(
                        product,
                        Map.of(
                                "productName",
                                "水",
                                "declaredUnit",
                                "t",
                                "enterprise",
                                "88.118.3/ENTERPRISE",
                                "productGroup",
                                "other",
                                "casNumber",
                                "7732-18-6"))
                .get(0);
        assertThat(violation.message(Locale.ENGLISH)).contains("7732-18-6", "should be 5");
        assertThat(violation.message(Locale.CHINESE)).contains("5");
    }
}
