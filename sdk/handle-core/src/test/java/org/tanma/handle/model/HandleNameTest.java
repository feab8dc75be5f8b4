// SPDX-License-Identifier: Apache-2.0
package org.tanma.handle.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class HandleNameTest {
    @Test
    void parse_prefixEndsAtFirstSlash() {
        HandleName name = HandleName.parse("88.118.5/line/KILN-2");
        assertThat(name.prefix()).isEqualTo("88.118.5");
        assertThat(name.suffix()).isEqualTo("line/KILN-2");
    }

    @Test
    void equals_foldsAsciiOnly() {
        assertThat(HandleName.parse("88.118.a/kiln")).isEqualTo(HandleName.parse("88.118.A/KILN"));
        assertThat(HandleName.parse("88.118.5/é")).isNotEqualTo(HandleName.parse("88.118.5/É"));
        assertThat(HandleName.parse("88.118.5/kiln")).hasToString("88.118.5/kiln");
    }

    @Test
    void parse_refusals_nameReasonAndPosition() {
        assertThatThrownBy(() -> HandleName.parse("no-slash"))
                .hasMessageContaining("no '/'")
                .hasMessageContaining("8");
        assertThatThrownBy(() -> HandleName.parse("/x")).hasMessageContaining("empty prefix");
        assertThatThrownBy(() -> HandleName.parse("a/b\n")).hasMessageContaining("control character (at octet 3)");
        assertThatThrownBy(() -> HandleName.parse("a/" + "b".repeat(HandleName.MAX_OCTETS - 1)))
                .hasMessageContaining("2049 octets");
        assertThatThrownBy(() -> HandleName.decode(new byte[] {'a', '/', (byte) 0xFF}))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void isUnder_matchesWholePrefixSegments() {
        assertThat(HandleName.parse("88.118.5/x").isUnder("88.118")).isTrue();
        assertThat(HandleName.parse("88.118/x").isUnder("88.118")).isTrue();
        assertThat(HandleName.parse("88.1185/x").isUnder("88.118")).isFalse();
        assertThat(HandleName.parse("88/x").isUnder("88.118")).isFalse();
    }
}
