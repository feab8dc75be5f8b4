// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.tanma.kit.page.Language;
import org.tanma.kit.rest.ProblemException;

/** Whatever is posted, it is read or refused with a problem. */
class RegistrationReaderProperties {
    private static final String START = "{\"template\":\"device\",\"records\":[{\"items\":{\"a\":";

    @Provide
    Arbitrary<String> scalars() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "1e999999999",
                        "-1e-999999999",
                        "null",
                        "true",
                        "[]",
                        "{}",
                        "\"\"",
                        "0",
                        "1.50",
                        "[".repeat(5000)),
                Arbitraries.strings().withChars("0123456789.eE-+\"{}[],: ").ofMaxLength(20));
    }

    @Property(tries = 500)
    void read_anyScalar_isReadOrRefused(@ForAll("scalars") String scalar) {
        readOrRefuse((START + scalar + "}}]}").getBytes(StandardCharsets.UTF_8));
    }

    @Property(tries = 500)
    void read_anyOctets_isReadOrRefused(@ForAll byte[] body) {
        readOrRefuse(body);
    }

    private static void readOrRefuse(byte[] body) {
        try {
            assertThat(RegistrationReader.read(body).rows()).isNotEmpty();
        } catch (ProblemException e) {
            assertThat(e.problem(Language.EN).status()).isEqualTo(400);
        }
    }

    @Example
    void read_hugeExponent_staysShort() {
        var rows = RegistrationReader.read((START + "1e999999999}}]}").getBytes(StandardCharsets.UTF_8))
                .rows();
        assertThat(rows.get(0).items()).containsEntry("a", "1E+999999999");
    }
}
