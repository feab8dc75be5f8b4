// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
}
