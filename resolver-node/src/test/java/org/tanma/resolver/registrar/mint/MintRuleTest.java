// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.mint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MintRuleTest {
    /** GS1's own example; the ISBN and IBAN way of MOD 97-10; IFPI's GRid for MOD 37,36. */
    @ParameterizedTest
    @CsvSource({
        "MOD10, 629104150021, 3",
        "MOD97, 794, 44",
        "MOD97, 3214282912345698765432161182, 00",
        "ISO7064, A12425GABC1234002, M"
    })
    void checkSystems_standardExamples(String system, String text, String check) {
        if (check.equals("00")) {
            int rest = new java.math.BigInteger(text)
                    .mod(java.math.BigInteger.valueOf(97))
                    .intValue();
            assertThat(rest).isEqualTo(1);
            assertThat(CheckSystem.valueOf(system).check(text.substring(0, text.length() - 2)))
                    .isEqualTo(text.substring(text.length() - 2));
        } else {
            assertThat(CheckSystem.valueOf(system).check(text)).isEqualTo(check);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "random",
                "uuidv7",
                "sequence",
                "sequence:6",
                "sequence:6:KILN-",
                "gs1",
                "gs1:09506000134352",
                "gs1:9506000134352:8",
                "pattern:PUMP-{year}-{sequence:6}-{check:mod97}",
                "pattern:{random:8}{check:iso7064}"
            })
    void parse_formatsAsGiven(String rule) {
        assertThat(MintRule.parse(rule)).hasToString(rule).isEqualTo(MintRule.parse(rule));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "serial|is none of the rules there are",
                "sequence:19|has the number 19, which must lie between 1 and 18",
                "gs1:09506000134351|has the GTIN 09506000134351, whose check digit is wrong; with the right one it is"
                        + " 09506000134352",
                "pattern:KILN|would make the same handle each time; it needs a sequence, random characters or a UUID",
                "pattern:A-{sequence:6|has a brace at character 11 that is not paired",
                "pattern:A-{colour}{sequence}|has the part colour, which is not known",
                "pattern:A-{sequence}{check:crc}|has the check system crc; there are mod10, mod97 and iso7064",
                "pattern:窑{sequence}|has the text 窑; letters, digits and . _ ~ - / may stand there",
                "pattern:{sequence}{sequence}|counts twice; one sequence is enough",
                "pattern:{check:mod10}{sequence}|begins with check characters, which need something before them to check"
            })
    void parse_wrongRule_saysWhatIsWrong(String rule, String problem) {
        assertThatThrownBy(() -> MintRule.parse(rule))
                .isInstanceOfSatisfying(
                        MintRuleException.class,
                        e -> assertThat(e.problem().en()).isEqualTo(problem));
    }

    @Test
    void parse_tooLong_isRefused() {
        assertThatThrownBy(() -> MintRule.parse("pattern:" + "x".repeat(MintRule.MAX_LENGTH)))
                .isInstanceOf(MintRuleException.class)
                .hasMessageContaining("120");
    }
}
