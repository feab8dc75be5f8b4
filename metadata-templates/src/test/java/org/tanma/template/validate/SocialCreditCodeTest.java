// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocialCreditCodeTest {
    /** The example of GB 32100-2015, and codes printed by five listed companies in their public imprints. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "91350100M000100Y43",
                "91110000802100433B",
                "91330100799655058B",
                "914403001922038216",
                "9144030071526726XG",
                "91110108551385082Q"
            })
    void isValid_publishedCodes(String code) {
        assertThat(SocialCreditCode.isValid(code)).isTrue();
        assertThat(SocialCreditCode.findCheckCharacter(code)).hasValue(code.substring(17));
        assertThat(SocialCreditCode.findCheckCharacter(code.substring(0, 17))).hasValue(code.substring(17));
    }

    @Test
    void isValid_everySingleWrongCharacter_isFound() {
        String code = "91350100M000100Y43";
        for (int i = 0; i < code.length(); i++) {
            for (char c : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
                String other = code.substring(0, i) + c + code.substring(i + 1);
                assertThat(SocialCreditCode.isValid(other)).as(other).isEqualTo(other.equals(code));
            }
        }
    }

    @Test
    void findCheckCharacter_otherLengthOrLetter_isEmpty() {
        assertThat(SocialCreditCode.findCheckCharacter("91350100M000100Y")).isEmpty();
        assertThat(SocialCreditCode.findCheckCharacter("9135010OM000100Y4")).isEmpty();
        assertThat(SocialCreditCode.isValid("91350100M000100Y4")).isFalse();
    }

    @Test
    void gtinCheckDigit_goldenKeys() {
        assertThat(GtinRule.checkDigit("690123456789")).isEqualTo(2);
        assertThat(GtinRule.checkDigit("629104150021")).isEqualTo(3);
        assertThat(GtinRule.checkDigit("9638507")).isEqualTo(4);
    }
}
