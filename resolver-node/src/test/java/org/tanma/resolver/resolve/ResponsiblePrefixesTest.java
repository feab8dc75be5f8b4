// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.handle.model.HandleName;

class ResponsiblePrefixesTest {
    private final ResponsiblePrefixes prefixes = ResponsiblePrefixes.of("88.118");

    @ParameterizedTest
    @ValueSource(strings = {"88.118/x", "88.118.1/x", "88.118.1.2/x", "0.NA/88.118", "0.na/88.118.1"})
    void covers_ownAndDerivedPrefixesAndTheirPrefixHandles(String handle) {
        assertThat(prefixes.covers(HandleName.parse(handle))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"88.1180/x", "88/x", "88.119/88.118", "0.NA/88.119", "0.NA/", "0.NA.1/88.118", "0.NA/88.118/x"})
    void covers_nothingElse(String handle) {
        assertThat(prefixes.covers(HandleName.parse(handle))).isFalse();
    }

    @Test
    void prefixWithSlash_isRefused() {
        assertThatThrownBy(() -> ResponsiblePrefixes.of("88.118/x")).hasMessageContaining("has a '/'");
    }

    @Test
    void replaceHomed_prefixes_areAnsweredForUntilTheyAreReplaced() {
        ResponsiblePrefixes prefixes = ResponsiblePrefixes.of("20.500.12345");
        List<List<String>> told = new ArrayList<>();
        prefixes.onChange(() -> told.add(prefixes.prefixes()));

        prefixes.replaceHomed(List.of("20.Abc", "21.7"));

        assertThat(prefixes.covers(HandleName.parse("20.aBC/x"))).isTrue();
        assertThat(prefixes.covers(HandleName.parse("20.abc.1/x"))).isTrue();
        assertThat(prefixes.covers(HandleName.parse("20.abcd/x"))).isFalse();
        assertThat(prefixes.covers(HandleName.parse("20/x"))).isFalse();
        assertThat(prefixes.covers(HandleName.parse("0.NA/21.7"))).isTrue();
        assertThat(prefixes.isOwn("20.abc")).isFalse();
        assertThat(prefixes.isOwn("20.500.12345.9")).isTrue();

        prefixes.replaceHomed(List.of("21.7"));

        assertThat(prefixes.covers(HandleName.parse("20.abc/x"))).isFalse();
        assertThat(told).containsExactly(List.of("20.500.12345", "20.Abc", "21.7"), List.of("20.500.12345", "21.7"));
    }
}
