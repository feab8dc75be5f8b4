// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;

class DecimalTextProperties {
    @Property
    void plainDecimals_areTaken(@ForAll @BigRange(min = "-1e15", max = "1e15") @Scale(9) BigDecimal number) {
        assertThat(DecimalText.violation("amount", number.toPlainString())).isEmpty();
    }

    @Property
    void whatIsTaken_isADecimal(@ForAll String text) {
        if (DecimalText.violation("amount", text).isEmpty()) {
            assertThatCode(() -> new BigDecimal(text)).doesNotThrowAnyException();
        }
    }

    @Property
    void letterForAZero_isNamedWithTheFigureMeant(@ForAll @BigRange(min = "10", max = "99999") BigDecimal number) {
        String digits = number.toBigInteger() + "0";
        assertThat(DecimalText.violation("amount", digits.replace('0', 'O')))
                .hasValueSatisfying(v -> assertThat(v.hint().zh()).contains(digits));
    }
}
