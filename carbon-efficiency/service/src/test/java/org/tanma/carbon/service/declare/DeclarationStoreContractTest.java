// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.declare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tanma.kit.testing.SqlEngines;

abstract class DeclarationStoreContractTest {
    private static final String ENTERPRISE = "88.118.1/ENTERPRISE";
    private static final Instant NOW = Instant.parse("2026-01-15T08:00:00Z");

    abstract SqlEngines engine();

    private static GradingDeclaration declaration(String output) {
        return new GradingDeclaration(
                "large",
                List.of(new GradingDeclaration.Product(
                        "clinker", output, "t", new TreeMap<>(Map.of("KILN-1", "0.5")), new TreeMap<>())),
                new TreeMap<>(Map.of("natural-gas", new GradingDeclaration.Coefficient("1.29", "kgce/Nm3", "供气证明"))),
                "2026-12-31");
    }

    @Test
    void store_keepsEveryVersion_andComesBackAsItWas() {
        DeclarationStore store = new DeclarationStore(engine().open().jdbi(), () -> NOW);
        DeclaredVersion first =
                store.store(ENTERPRISE, 2025, 0, declaration("1"), "clerk").orElseThrow();
        assertThat(first.edition()).isEqualTo("declaration/2025/v1");
        assertThat(store.findNewest(ENTERPRISE, 2025)).contains(first);
        assertThat(store.store(ENTERPRISE, 2025, 1, declaration("1"), "clerk")).contains(first);
        assertThat(store.store(ENTERPRISE, 2025, 1, declaration("2"), "clerk"))
                .map(DeclaredVersion::version)
                .contains(2);
        assertThat(store.findNewest(ENTERPRISE, 2025))
                .map(DeclaredVersion::content)
                .contains(declaration("2"));
    }

    @Test
    void store_afterAnothersChange_storesNothing() {
        DeclarationStore store = new DeclarationStore(engine().open().jdbi(), () -> NOW);
        store.store(ENTERPRISE, 2025, 0, declaration("1"), "clerk");
        assertThat(store.store(ENTERPRISE, 2025, 0, declaration("2"), "another"))
                .isEmpty();
        assertThat(store.findNewest(ENTERPRISE, 2024)).isEmpty();
        assertThat(store.findNewest("88.118.2/ENTERPRISE", 2025)).isEmpty();
    }
}
