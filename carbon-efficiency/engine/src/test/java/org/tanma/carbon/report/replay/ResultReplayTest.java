// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.tanma.carbon.inventory.CementYear.CATALOG;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.data.ParsedGrading;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.Deductions;
import org.tanma.carbon.grading.PeerSet;
import org.tanma.carbon.inventory.CementYear;
import org.tanma.carbon.report.GradeRun;
import org.tanma.carbon.report.ResultDocument;
import tools.jackson.databind.json.JsonMapper;

class ResultReplayTest {
    private final ResultReplay replay = new ResultReplay(CATALOG);
    private final ResultDocument inventory = ResultDocument.of(CementYear.inventory(CementYear.request()));

    @Test
    void inventory_givesTheSameBytes() {
        assertThat(replay(inventory.json())).isEqualTo(new Replayed.Same(inventory.digest()));
    }

    @Test
    void inventory_formattedAnew_isTheSame() {
        JsonMapper mapper = new JsonMapper();
        String pretty = mapper.writerWithDefaultPrettyPrinter().writeValueAsString(mapper.readTree(inventory.json()));
        assertThat(pretty).isNotEqualTo(inventory.json());
        assertThat(replay(pretty)).isEqualTo(new Replayed.Same(inventory.digest()));
    }

    @Test
    void grade_givesTheSameBytes() {
        ResultDocument document = GradeRun.of(CATALOG, request(new PeerSet("3011", 2025, "test", List.of())))
                .document();
        assertThat(replay(document.json())).isEqualTo(new Replayed.Same(document.digest()));
    }

    private static ParsedGrading.Read request(PeerSet peers) {
        return new ParsedGrading.Read(
                EditionRef.parse("zhejiang-carbon-efficiency/2026"),
                CementYear.request(),
                "3011",
                CementYear.quantity("100000", "CNY10k"),
                Deductions.NONE,
                peers,
                null,
                null,
                null,
                null);
    }

    @Test
    void changedFigure_isNamed() {
        String total =
                CementYear.inventory(CementYear.request()).totals().scope2().amountText();
        String changed =
                inventory.json().replaceFirst("(\"scope2\":\\{\"unit\":\"tCO2e\",\"value\":\")" + total, "$11");
        assertThat(replay(changed)).asInstanceOf(type(Replayed.Differs.class)).satisfies(differs -> {
            assertThat(differs.differences())
                    .containsExactly(new Replayed.Difference("/totals/scope2/value", "1", total));
            assertThat(differs.missingEditions()).isEmpty();
            assertThat(differs.computed()).isEqualTo(inventory.digest());
        });
    }

    @Test
    void editionThatIsNotThere_isNamed() {
        String changed = inventory.json().replace("gwp/ar5", "gwp/ar9");
        assertThat(replay(changed))
                .asInstanceOf(type(Replayed.Differs.class))
                .satisfies(differs -> assertThat(differs.missingEditions()).containsExactly("gwp/ar9"));
    }

    @Test
    void otherTexts_areUnfit() {
        for (String text : List.of("", "{", "[]", "{\"kind\":\"incomplete\"}", "{\"kind\":\"x\",\"request\":{}}")) {
            assertThat(replay(text)).as(text).isInstanceOf(Replayed.Unfit.class);
        }
    }

    private Replayed replay(String json) {
        return replay.replay(json.getBytes(StandardCharsets.UTF_8));
    }
}
