// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.inventory.CementYear.CATALOG;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.data.InventoryRequestReader;
import org.tanma.carbon.data.ParsedRequest;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.Deductions;
import org.tanma.carbon.grading.GradeOutcome;
import org.tanma.carbon.grading.GradingRequest;
import org.tanma.carbon.grading.PeerSet;
import org.tanma.carbon.inventory.CementYear;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultDocumentTest {
    private static final JsonMapper MAPPER = new JsonMapper();

    @Test
    void replay_ofTheRequestInAResult_givesTheSameBytes() {
        ResultDocument first = ResultDocument.of(CementYear.inventory(CementYear.request()));
        byte[] request = MAPPER.readTree(first.json()).get("request").toString().getBytes(StandardCharsets.UTF_8);
        ParsedRequest parsed = new InventoryRequestReader(CATALOG.units()).read("request", request);
        assertThat(parsed).isInstanceOf(ParsedRequest.Read.class);
        InventoryRequest again = ((ParsedRequest.Read) parsed).request();
        assertThat(ResultDocument.of(CementYear.inventory(again))).isEqualTo(first);
        assertThat(ResultDocument.of(again).json()).isEqualTo(new String(request, StandardCharsets.UTF_8));
    }

    @Test
    void document_isSorted_andHasNoJsonNumbersForFigures() {
        JsonNode json = MAPPER.readTree(
                ResultDocument.of(CementYear.inventory(CementYear.request())).json());
        checkSorted(json);
        assertThat(json.get("totals").get("total").get("value").isString()).isTrue();
        assertThat(json.get("totals").get("total").get("unit").asString()).isEqualTo("tCO2e");
        assertThat(json.get("kind").asString()).isEqualTo("inventory");
    }

    private static void checkSorted(JsonNode node) {
        assertThat(node.isFloatingPointNumber()).isFalse();
        if (node.isObject()) {
            List<String> names = List.copyOf(node.propertyNames());
            assertThat(names).containsExactlyElementsOf(new TreeSet<>(names));
        }
        node.forEach(ResultDocumentTest::checkSorted);
    }

    @Test
    void digest_isOfTheBytes_andChangesWithAnyFigure() {
        ResultDocument one = ResultDocument.of(CementYear.request());
        assertThat(one.digest()).matches("sha256:[0-9a-f]{64}");
        ResultDocument other = ResultDocument.of(CementYear.request().withParameters(List.of()));
        assertThat(other.digest()).isNotEqualTo(one.digest());
    }

    @Test
    void incompleteAndGrades_areDocumentsToo() {
        InventoryRequest holed = CementYear.request().withEntries(List.of());
        JsonNode incomplete = MAPPER.readTree(
                ResultDocument.of(CATALOG.inventoryEngine().compute(holed)).json());
        assertThat(incomplete.get("kind").asString()).isEqualTo("incomplete");
        assertThat(incomplete.get("missing").get(0).get("path").asString()).isEqualTo("terms/clinker");

        Inventory inventory = CementYear.inventory(CementYear.request());
        PeerSet.PeerRow row =
                new PeerSet.PeerRow("a", CementYear.quantity("3", "tCO2"), CementYear.quantity("1", "CNY10k"));
        PeerSet peers = new PeerSet("3011", 2025, "test", List.of(row, named(row, "b"), named(row, "c")));
        JsonNode grade =
                MAPPER.readTree(ResultDocument.of(grade(inventory, peers)).json());
        assertThat(grade.get("kind").asString()).isEqualTo("grade");
        assertThat(grade.get("peers").get("count").asInt()).isEqualTo(3);
        JsonNode refused =
                MAPPER.readTree(ResultDocument.of(grade(inventory, new PeerSet("3011", 2025, "test", List.of())))
                        .json());
        assertThat(refused.get("kind").asString()).isEqualTo("not-gradable");
        assertThat(refused.get("reasons").get(0).get("reason").asString()).isEqualTo("peers");
    }

    private static PeerSet.PeerRow named(PeerSet.PeerRow row, String name) {
        return new PeerSet.PeerRow(name, row.emission(), row.valueAdded());
    }

    private static GradeOutcome grade(Inventory inventory, PeerSet peers) {
        return CATALOG.gradingEngine()
                .grade(new GradingRequest(
                        EditionRef.parse("zhejiang-carbon-efficiency/2026"),
                        inventory,
                        "3011",
                        CementYear.quantity("100000", "CNY10k"),
                        Deductions.NONE,
                        peers));
    }
}
