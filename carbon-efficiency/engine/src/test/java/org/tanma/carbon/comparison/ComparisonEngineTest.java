// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.comparison.MethodComparison.ComparedTerm;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.InventoryRequestReader;
import org.tanma.carbon.data.ParsedRequest;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.report.ResultDocument;

class ComparisonEngineTest {
    private static final EngineCatalog CATALOG = EngineCatalog.readShipped();

    private static InventoryRequest example(String name) throws IOException {
        byte[] text = Files.readAllBytes(Path.of("..", "..", "docs", "examples", name));
        ParsedRequest parsed = new InventoryRequestReader(CATALOG.units()).read(name, text);
        return ((ParsedRequest.Read) parsed).request();
    }

    private static MethodComparison compare(InventoryRequest request, String method) {
        return CATALOG.comparisonEngine()
                .compare(request, EditionRef.parse(method))
                .orElseThrow();
    }

    /** 44/12 has no end in decimal digits; the last of 34 are cut off for reading. */
    private static String rounded(@Nullable Quantity quantity) {
        return quantity == null
                ? ""
                : quantity.amount()
                        .round(new MathContext(20))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    @Test
    void smelter_byTheGuideOf2013AndTheCarbonMarkets_termByTerm() throws IOException {
        MethodComparison comparison = compare(example("aluminium.yaml"), "aluminium-ets/2024");
        assertThat(comparison.terms())
                .extracting(ComparedTerm::term)
                .containsExactly("anode", "anode-effect", "electricity");
        assertThat(comparison.terms())
                .extracting(term -> rounded(term.first()))
                .containsExactly("751520", "126140", "3501960");
        assertThat(comparison.terms())
                .extracting(term -> rounded(term.second()))
                .containsExactly("735416", "131580", "3501960");
        assertThat(rounded(comparison.difference())).isEqualTo("-10664");
        assertThat(comparison.second().leftOut()).isEmpty();
    }

    @Test
    void clinker_isReadAsPortlandClinker_andWhatHasNoPlaceIsNamed() throws IOException {
        MethodComparison comparison = compare(example("cement-year.yaml"), "cement-ets/2024");
        assertThat(comparison.second().readAs()).containsExactly("clinker → clinker-by-type/portland-clinker");
        assertThat(comparison.second().leftOut())
                .contains("entries/kiln/kiln-feed", "parameters/clinker/cao-content")
                .noneMatch(path -> path.contains("bituminous"));
        assertThat(((Inventory) comparison.second().outcome()).fuelSet())
                .as("the carbon market's own set prints no oxidation factor for coal, so the next one serves")
                .isEqualTo(EditionRef.parse("fuels/gbt-32151.34-2024"));
        assertThat(comparison.terms())
                .filteredOn(term -> term.term().equals("clinker-by-type"))
                .extracting(term -> rounded(term.second()))
                .containsExactly("620600");
    }

    @Test
    void otherMethodThatLacksData_isIncompleteByItself() throws IOException {
        MethodComparison comparison = compare(example("steel.yaml"), "other-industry-ndrc/2015");
        assertThat(comparison.second().leftOut()).contains("entries/steel/carbon-fixed/crude-steel");
        assertThat(((Incomplete) comparison.second().outcome()).missing())
                .extracting(Missing::path)
                .containsExactly("terms/carbonate", "terms/waste-water");
        assertThat(comparison.terms()).isEmpty();
    }

    @Test
    void sameMethod_differsByNothing_andTheDocumentIsTheSameEachTime() throws IOException {
        MethodComparison comparison = compare(example("steel.yaml"), "steel-ndrc/2013");
        assertThat(comparison.difference()).isNotNull();
        assertThat(String.valueOf(comparison.difference())).isEqualTo("0 tCO2e");
        assertThat(ResultDocument.of(comparison))
                .isEqualTo(ResultDocument.of(compare(example("steel.yaml"), "steel-ndrc/2013")));
    }

    @Test
    void unknownMethod_isNoComparison() throws IOException {
        assertThat(CATALOG.comparisonEngine().compare(example("steel.yaml"), EditionRef.parse("steel/1")))
                .isEmpty();
    }
}
