// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.model.ValueReference;

class EncodedValuesTest {
    private static EncodedValues ofType(String type) {
        return EncodedValues.encode(List.of(HandleValue.text(1, type, "x", 0)));
    }

    @ParameterizedTest
    @CsvSource({
        "URL, url, true", "URL, URL., true", "URL.x, URL., true", "url.X, URL., true", "URL.x, URL, false",
        "URLX, URL., false", "URL., URL., true", "URL.x.y, URL.x., true", "URL, ., false", "URL, '', false"
    })
    void hasType_asExistingServersMatch(String type, String asked, boolean isMatch) {
        EncodedValueCursor cursor = ofType(type).cursor();
        assertThat(cursor.next()).isTrue();
        assertThat(cursor.hasType(asked.getBytes(StandardCharsets.UTF_8))).isEqualTo(isMatch);
    }

    @Test
    void cursor_findsEachValueWhereItIs() {
        List<HandleValue> values = List.of(
                new HandleValue(
                        7,
                        "T",
                        new byte[300],
                        Ttl.DEFAULT,
                        ValuePermissions.PRIVATE,
                        1,
                        List.of(new ValueReference("a/b", 1), new ValueReference("a/c", 2))),
                HandleValue.text(9, "", "", 2));
        EncodedValues encoded = EncodedValues.encode(values);
        EncodedValueCursor cursor = encoded.cursor();

        assertThat(cursor.next()).isTrue();
        assertThat(cursor.index()).isEqualTo(7);
        assertThat(cursor.permissions()).isEqualTo(ValuePermissions.PRIVATE);
        int end = cursor.end();
        assertThat(cursor.next()).isTrue();
        assertThat(cursor.start()).isEqualTo(end);
        assertThat(cursor.index()).isEqualTo(9);
        assertThat(cursor.end()).isEqualTo(encoded.octetCount());
        assertThat(cursor.next()).isFalse();
    }

    @Test
    void equalsIgnoringTimestamps_seesEveryOtherDifference() {
        HandleValue value = HandleValue.text(1, "URL", "https://a.example/", 5);
        EncodedValues encoded = EncodedValues.encode(List.of(value));

        assertThat(encoded.equalsIgnoringTimestamps(
                        EncodedValues.encode(List.of(HandleValue.text(1, "URL", "https://a.example/", 99)))))
                .isTrue();
        for (HandleValue other : List.of(
                HandleValue.text(2, "URL", "https://a.example/", 5),
                HandleValue.text(1, "URI", "https://a.example/", 5),
                HandleValue.text(1, "URL", "https://b.example/", 5),
                HandleValue.text(1, "URL", "https://a.example", 5),
                new HandleValue(1, "URL", value.data(), Ttl.ofSeconds(1), value.permissions(), 5, List.of()),
                new HandleValue(1, "URL", value.data(), value.ttl(), ValuePermissions.PRIVATE, 5, List.of()),
                new HandleValue(
                        1,
                        "URL",
                        value.data(),
                        value.ttl(),
                        value.permissions(),
                        5,
                        List.of(new ValueReference("a/b", 1))))) {
            assertThat(encoded.equalsIgnoringTimestamps(EncodedValues.encode(List.of(other))))
                    .as(other.toString())
                    .isFalse();
        }
    }

    @Test
    void octetsCutAnywhere_areDamageAndNothingElse() {
        EncodedValues whole = EncodedValues.encode(List.of(new HandleValue(
                1, "T", new byte[3], Ttl.DEFAULT, ValuePermissions.PUBLIC, 0, List.of(new ValueReference("a/b", 1)))));
        byte[] octets = new byte[whole.octetCount()];
        whole.octets().get(octets);
        for (int length = 0; length < octets.length; length++) {
            EncodedValues cut = EncodedValues.wrap(1, java.util.Arrays.copyOf(octets, length));
            assertThatThrownBy(() -> cut.cursor().next())
                    .as("%d octets", length)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("damaged");
            assertThatThrownBy(cut::decode).isInstanceOf(StoreException.class);
        }
    }
}
