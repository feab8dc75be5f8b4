// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocationsTest {
    private static Optional<Locations> parse(String xml) {
        return Locations.parse(xml.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void parse_keepsEveryAttributeAndPassesOtherElementsOver() {
        Locations list = parse("<?xml version='1.0'?><!-- c --><locations chooseby=' Weighted ,,locatt'>\n"
                        + "<location ID='1' href='https://a/?x=1&amp;y=2' new='n'><location href='https://in/'/></location>"
                        + "<xlocation href='https://x/'/></locations>")
                .orElseThrow();

        assertThat(list.methods()).containsExactly("weighted", "locatt");
        assertThat(list.locations()).singleElement().satisfies(one -> {
            assertThat(one.attribute("href")).isEqualTo("https://a/?x=1&y=2");
            assertThat(one.attribute("id")).isEqualTo("1");
            assertThat(one.attribute("new")).isEqualTo("n");
            assertThat(one.attribute("absent")).isEmpty();
            assertThat(one.weight()).isEqualTo(1);
        });
    }

    @ParameterizedTest
    @CsvSource({"303, 303", "307, 307", "302, 302", "301, 302", "200, 302", "x, 302", "'', 302"})
    void status_isARedirectThatMayChange(String given, int expected) {
        assertThat(parse("<locations http_sc='" + given + "'/>").orElseThrow().status())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<locations>",
                "<places/>",
                "<locations></locations><locations/>",
                "<locations><location href='a' href='b'/></locations>",
                "<!DOCTYPE locations [<!ENTITY a 'https://a/'>]><locations><location href='&a;'/></locations>",
                "<!DOCTYPE locations SYSTEM 'file:///etc/passwd'><locations/>",
                "<!DOCTYPE l [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><locations><location href='https://a/'>&x;</location></locations>",
                "<locations><location href='&undeclared;'/></locations>"
            })
    void parse_whatIsNoListOrNamesEntities_isNone(String xml) {
        assertThat(parse(xml)).isEmpty();
    }

    @Test
    void parse_moreThanIsRead_isNone() {
        String one = "<location href='https://a/'/>";
        assertThat(parse("<locations>" + one.repeat(Locations.MOST_LOCATIONS) + "</locations>"))
                .get()
                .satisfies(list -> assertThat(list.locations()).hasSize(256));
        assertThat(parse("<locations>" + one.repeat(Locations.MOST_LOCATIONS + 1) + "</locations>"))
                .isEmpty();

        String longest = "<locations/>" + " ".repeat(Locations.MOST_OCTETS - "<locations/>".length());
        assertThat(parse(longest)).isPresent();
        assertThat(parse(longest + " ")).isEmpty();
    }

    @Test
    void parse_changedOctets_neverFails() {
        byte[] list = "<locations chooseby='locatt'><location id='1' href='https://a/' weight='1'/></locations>"
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(7);
        int read = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] changed = list.clone();
            for (int n = 1 + random.nextInt(4); n > 0; n--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            }
            read += Locations.parse(changed)
                            .map(Locations::methods)
                            .map(List::size)
                            .isPresent()
                    ? 1
                    : 0;
        }
        assertThat(read).isBetween(1, 2_999);
    }
}
