// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;
import static org.tanma.carbon.inventory.CementYear.inventory;
import static org.tanma.carbon.inventory.CementYear.missing;
import static org.tanma.carbon.inventory.CementYear.request;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.analysis.Breakdown;
import org.tanma.carbon.analysis.GroupTotal;
import org.tanma.carbon.data.InventoryRequestReader;
import org.tanma.carbon.data.ParsedRequest;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.report.ResultDocument;

class SourceDetailTest {
    private static final InventoryRequestReader READER = new InventoryRequestReader(CementYear.CATALOG.units());

    private static SourceDetail at(@Nullable String site, @Nullable String process) {
        return new SourceDetail(site, process, null, null, null);
    }

    @Test
    void breakdown_groupsByWhatIsKnown_andSumsToTheTotal() {
        Inventory inventory = inventory(request().withDetails(Map.of("kiln", at("north", "burning"))));
        Breakdown breakdown = Breakdown.of(inventory);
        assertThat(breakdown.sites())
                .extracting(GroupTotal::name, GroupTotal::sources)
                .containsExactly(tuple("north", 4), tuple(null, 1));
        assertThat(breakdown.processes()).extracting(GroupTotal::name).containsExactly("burning", null);
        assertThat(breakdown.devices()).isEmpty();
        BigDecimal sum = breakdown.sites().stream()
                .map(GroupTotal::total)
                .reduce(Quantity::plus)
                .orElseThrow()
                .amount();
        assertThat(sum.round(new MathContext(30)))
                .isEqualByComparingTo(inventory.totals().total().amount().round(new MathContext(30)));
        assertThat(breakdown.sites().get(0).scope2().signum()).isZero();
    }

    @Test
    void nothingKnown_nothingGrouped_andNothingWritten() {
        assertThat(Breakdown.of(inventory(request())).isEmpty()).isTrue();
        assertThat(ResultDocument.of(inventory(request())).json()).doesNotContain("breakdown");
    }

    @Test
    void details_surviveWritingAndReading() {
        InventoryRequest request = request()
                .withDetails(Map.of(
                        "kiln",
                        new SourceDetail("北厂", "烧成", "88.118.5/KILN-2", new BigDecimal("2.50"), "metered"),
                        "grid",
                        at(null, null)));
        String json = ResultDocument.of(request).json();
        assertThat(json).contains("\"uncertaintyPercent\":\"2.5\"");
        ParsedRequest parsed = READER.read("request", json.getBytes(StandardCharsets.UTF_8));
        assertThat(parsed).isInstanceOf(ParsedRequest.Read.class);
        assertThat(ResultDocument.of(((ParsedRequest.Read) parsed).request()).json())
                .isEqualTo(json);
    }

    @Test
    void badDetails_areNamedAllAtOnce() {
        String json = ResultDocument.of(request()).json();
        String spoilt = json.substring(0, json.length() - 1)
                + ",\"sources\":{\"kiln\":{\"dataQuality\":\"guess\"},\"grid\":{\"uncertaintyPercent\":\"-1\"}}}";
        ParsedRequest parsed = READER.read("request", spoilt.getBytes(StandardCharsets.UTF_8));
        assertThat(((ParsedRequest.Refused) parsed).missing())
                .extracting(Missing::path)
                .containsExactly("request/sources/kiln", "request/sources/grid");
    }

    @Test
    void detailOfASourceWithoutReadings_isRefused() {
        List<Missing> missing = missing(request().withDetails(Map.of("klin", at("north", null))));
        assertThat(missing).singleElement().satisfies(each -> {
            assertThat(each.path()).isEqualTo("sources/klin");
            assertThat(each.allowed()).isEqualTo("grid, kiln");
        });
    }

    @Test
    void unlikelyDetails_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> at(" ", null));
        assertThatIllegalArgumentException().isThrownBy(() -> at("a\nb", null));
        assertThatIllegalArgumentException().isThrownBy(() -> at(null, "x".repeat(257)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SourceDetail(null, null, null, new BigDecimal("1000.1"), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SourceDetail(null, null, null, new BigDecimal("1e-21"), null));
    }
}
