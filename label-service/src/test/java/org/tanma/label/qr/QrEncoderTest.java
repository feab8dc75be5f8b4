// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.qr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import org.junit.jupiter.api.Test;

class QrEncoderTest {
    private static final String URL = "HTTPS://TANMA.EXAMPLE.ORG.CN:8443/C/0123456789ABCDEFGHJK";
    private final QrEncoder encoder = new QrEncoder();

    @Test
    void encode_anOrdinaryAddress_fits29Modules() {
        assertThat(encoder.encode(URL).size()).isEqualTo(29);
        assertThat(encoder.encode("HTTP://127.0.0.1:8080/C/0123456789ABCDEFGHJK")
                        .size())
                .isEqualTo(29);
        assertThat(encoder.encode("A".repeat(QrEncoder.MAX_TEXT)).size()).isEqualTo(33);
    }

    @Test
    void encode_whatIsNotAlphanumericOrTooLong_isRefused() {
        assertThatThrownBy(() -> encoder.encode("https://a/c/1")).hasMessageContaining("alphanumeric");
        assertThatThrownBy(() -> encoder.encode("HTTP://碳/C/1")).hasMessageContaining("alphanumeric");
        assertThatThrownBy(() -> encoder.encode("")).hasMessageContaining("0 characters");
        assertThatThrownBy(() -> encoder.encode("A".repeat(91))).hasMessageContaining("91");
    }

    @Test
    void verified_symbolThatReadsOtherwise_isNotHandedOut() {
        QrSymbol genuine = encoder.encode(URL);
        BitSet dark = new BitSet();
        for (int i = 0; i < genuine.size() * genuine.size(); i++) {
            dark.set(i, genuine.isDark(i % genuine.size(), i / genuine.size()));
        }
        assertThatThrownBy(() -> encoder.verified(new QrSymbol(URL + "X", genuine.size(), dark)))
                .hasMessageContaining("reads as '" + URL + "'");
        dark.flip(0, 29 * 12);
        assertThatThrownBy(() -> encoder.verified(new QrSymbol(URL, genuine.size(), dark)))
                .hasMessageContaining("not handed out");
    }

    @Test
    void encode_standardMaskNotReadable_takesAnotherThatIs() {
        String text = "HTTP://127.0.0.1:8080/C/2QR0Z4K2GV6Z54PWZ8K5";

        assertThat(new QrDecoder().decode(new QrEncoder().encode(text))).contains(text);
    }
}
