// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanma.kit.testing.SqlEngines;

abstract class EvaluationStoreContractTest {
    abstract SqlEngines engine();

    private static StoredEvaluation evaluation(String id, int year, String by, String at) {
        return new StoredEvaluation(
                id,
                "88.118.1/ENTERPRISE",
                year,
                "{\"a\":\"煤\"}",
                "sha256:0a",
                "{\"b\":\"1\"}",
                "sha256:0b",
                by,
                Instant.parse(at));
    }

    @Test
    void store_again_keepsTheFirst() {
        EvaluationStore store = new EvaluationStore(engine().open().jdbi());
        StoredEvaluation first = evaluation("E1", 2025, "clerk", "2026-01-15T08:00:00Z");
        assertThat(store.store(first)).isEqualTo(first);
        assertThat(store.store(evaluation("E1", 2025, "another", "2026-02-15T08:00:00Z")))
                .isEqualTo(first);
        assertThat(store.find("E1")).contains(first);
        assertThat(store.find("E2")).isEmpty();
    }

    @Test
    void list_isNewestFirst_andOfTheYearAsked() {
        EvaluationStore store = new EvaluationStore(engine().open().jdbi());
        store.store(evaluation("E1", 2024, "clerk", "2025-01-15T08:00:00Z"));
        store.store(evaluation("E2", 2025, "clerk", "2026-01-15T08:00:00Z"));
        store.store(evaluation("E3", 2025, "clerk", "2026-01-16T08:00:00Z"));
        assertThat(store.list("88.118.1/ENTERPRISE"))
                .extracting(StoredEvaluation::id)
                .containsExactly("E3", "E2", "E1");
        assertThat(store.list("88.118.1/ENTERPRISE", 2024))
                .extracting(StoredEvaluation::id)
                .containsExactly("E1");
        assertThat(store.list("88.118.2/ENTERPRISE")).isEmpty();
    }

    private static StoredEvaluation of(String id, String enterprise, String industry, String at) {
        return new StoredEvaluation(
                id,
                enterprise,
                2025,
                "{\"enterprise\":{\"industryCode\":\"" + industry + "\"}}",
                "sha256:0a",
                "{}",
                "sha256:0b",
                "clerk",
                Instant.parse(at));
    }

    @Test
    void forEachNewest_handsOverOneOfEachEnterprise_ofTheIndustryAndYear() {
        EvaluationStore store = new EvaluationStore(engine().open().jdbi());
        store.store(of("E1", "88.118.2/B", "3011", "2026-01-15T08:00:00Z"));
        store.store(of("E2", "88.118.2/B", "3011", "2026-01-16T08:00:00Z"));
        store.store(of("E3", "88.118.1/A", "3012", "2026-01-16T08:00:00Z"));
        store.store(of("E4", "88.118.3/C", "2612", "2026-01-16T08:00:00Z"));
        assertThat(newest(store, 2025, "30")).containsExactly("E3", "E2");
        assertThat(newest(store, 2025, "3011")).containsExactly("E2");
        assertThat(newest(store, 2024, "30")).isEmpty();
    }

    private static List<String> newest(EvaluationStore store, int year, String industry) {
        List<String> ids = new ArrayList<>();
        store.forEachNewest(year, industry, evaluation -> ids.add(evaluation.id()));
        return ids;
    }
}
