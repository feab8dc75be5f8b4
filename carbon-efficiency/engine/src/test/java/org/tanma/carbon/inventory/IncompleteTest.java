// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tanma.carbon.inventory.CementYear.missing;
import static org.tanma.carbon.inventory.CementYear.months;
import static org.tanma.carbon.inventory.CementYear.quantity;
import static org.tanma.carbon.inventory.CementYear.request;
import static org.tanma.carbon.inventory.CementYear.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.inventory.Missing.Reason;
import org.tanma.carbon.method.Parameter;

/** Nothing missing becomes zero: every hole is named with its place, and all of them at once. */
class IncompleteTest {
    private static final List<ActivityEntry> WHOLE = CementYear.entries();

    private static Missing only(InventoryRequest request) {
        List<Missing> missing = missing(request);
        assertThat(missing).hasSize(1);
        return missing.get(0);
    }

    private static InventoryRequest without(String activity, String period) {
        return request()
                .withEntries(WHOLE.stream()
                        .filter(entry -> !(entry.activity().toString().equals(activity)
                                && entry.period().toString().startsWith(period)))
                        .toList());
    }

    private static InventoryRequest with(ActivityEntry first) {
        List<ActivityEntry> entries = new ArrayList<>(WHOLE);
        entries.set(0, first);
        return request().withEntries(entries);
    }

    @Test
    void aMonth_isNamed() {
        Missing month = only(without("electricity", "2025-07"));
        assertThat(month.reason()).isEqualTo(Reason.MONTH);
        assertThat(month.path()).isEqualTo("entries/grid/electricity/2025-07");
        assertThat(month.hint().en()).contains("report 0");
    }

    @Test
    void aTerm_isReportedOrDeclaredAbsent() {
        Missing term = only(without("kiln-feed", "2025"));
        assertThat(term.reason()).isEqualTo(Reason.TERM);
        assertThat(term.path()).isEqualTo("terms/kiln-feed");
        assertThat(term.hint().zh()).contains("声明");
    }

    @Test
    void aTerm_isNotBothReportedAndAbsent() {
        InventoryRequest both = new InventoryRequest(
                "test",
                2025,
                CementYear.basis(),
                WHOLE,
                CementYear.parameters(),
                Set.of("alternative-fuel", "bypass-dust", "heat", "fuel", "no-such-term"),
                null);
        assertThat(missing(both)).extracting(Missing::path).containsExactly("absentTerms/no-such-term", "terms/fuel");
    }

    @Test
    void overlap_andForeignYear_andLongPeriods() {
        List<ActivityEntry> entries = new ArrayList<>(WHOLE);
        entries.add(ActivityEntry.of("kiln", "clinker", "2025-02", quantity("1", "t")));
        entries.add(ActivityEntry.of("kiln", "clinker", "2024-12", quantity("1", "t")));
        entries.addAll(months("mill", "fuel/diesel", "1", "t").subList(3, 12));
        entries.add(ActivityEntry.of("mill", "fuel/diesel", "2025-01..2025-03", quantity("1", "t")));
        assertThat(missing(request().withEntries(entries)))
                .extracting(missing -> missing.reason() + " " + missing.path())
                .containsExactly(
                        "PERIOD entries/kiln/clinker/2024-12",
                        "OVERLAP entries/kiln/clinker/2025-02",
                        "PERIOD entries/mill/fuel/diesel/2025-01..2025-03");
    }

    @Test
    void composition_isNamedMonthByMonth_forTheDustThatSharesItToo() {
        List<SharedParameter> parameters = CementYear.parameters().stream()
                .filter(shared -> shared.parameter() != Parameter.MGO_NOT_CARBONATE)
                .toList();
        assertThat(missing(request().withParameters(parameters)))
                .hasSize(24)
                .allMatch(missing -> missing.reason() == Reason.PARAMETER)
                .anyMatch(missing -> missing.path().equals("entries/kiln/clinker/2025-01/mgo-not-from-carbonate"))
                .anyMatch(
                        missing -> missing.path().equals("entries/kiln/kiln-head-dust/2025-12/mgo-not-from-carbonate"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Parameter.class,
            names = {"CAO_CONTENT", "CAO_NOT_CARBONATE", "MGO_CONTENT", "NON_FUEL_CARBON"})
    void eachMeasuredParameter_isNeeded(Parameter parameter) {
        List<SharedParameter> parameters = CementYear.parameters().stream()
                .filter(shared -> shared.parameter() != parameter)
                .toList();
        assertThat(missing(request().withParameters(parameters)))
                .isNotEmpty()
                .allMatch(missing -> missing.path().endsWith(parameter.code()));
    }

    @Test
    void unknownFuel_getsTheNearestName() {
        List<ActivityEntry> entries = new ArrayList<>(WHOLE);
        entries.addAll(months("mill", "fuel/anthracit", "1", "t"));
        List<Missing> missing = missing(request().withEntries(entries));
        assertThat(missing).hasSize(36).allMatch(each -> each.reason() == Reason.FACTOR);
        assertThat(missing.get(0).hint().en()).contains("anthracite");
        assertThat(missing.get(0).allowed()).contains("bituminous-coal");
    }

    @ParameterizedTest
    @CsvSource({
        "fuel/natural-gas, 100, m3, DIMENSION", // metering conditions
        "fuel/natural-gas, 100, t, DIMENSION", // the fuel set gives it by volume
        "fuel/bituminous-coal, 100, Nm3, DIMENSION", // and coal by mass
        "fuel/bituminous-coal, 100, MWh, DIMENSION",
        "fuel/bituminous-coal, 100, tCO2, DIMENSION",
        "fuel/bituminous-coal, -1, t, RANGE",
    })
    void readings_ofTheWrongKind(String activity, String amount, String unit, Reason reason) {
        List<ActivityEntry> entries = new ArrayList<>(WHOLE);
        entries.addAll(months("mill", activity, amount, unit));
        assertThat(missing(request().withEntries(entries)))
                .hasSizeGreaterThanOrEqualTo(12)
                .allMatch(missing -> missing.reason() == reason)
                .allMatch(missing -> missing.given().equals(amount + " " + unit))
                .allMatch(missing -> missing.path().startsWith("entries/mill/" + activity + "/2025-"));
    }

    @ParameterizedTest
    @CsvSource({
        "NET_CALORIFIC_VALUE, 0.0019570, GJ/t, RANGE", // calorific value divided by 10 000
        "NET_CALORIFIC_VALUE, 19.57, GJ/10^4Nm3, DIMENSION",
        "NET_CALORIFIC_VALUE, 19.57, MJ/t, RANGE",
        "CARBON_CONTENT, 26.18, tC/GJ, RANGE", // tC/TJ taken for tC/GJ
        "CARBON_CONTENT, 26.18, tCO2/TJ, DIMENSION", // carbon taken for CO2
        "OXIDATION_FACTOR, 93, 1, RANGE", // per cent written as a number
        "OXIDATION_FACTOR, -1, %, RANGE",
        "CO2_PER_CARBON, 3.664, tCO2/tC, PARAMETER", // fixed by the method
    })
    void unitTraps_inMeasuredValues(Parameter parameter, String amount, String unit, Reason reason) {
        Missing missing = only(with(CementYear.measured(WHOLE.get(0), parameter, amount, unit)));
        assertThat(missing.reason()).isEqualTo(reason);
        assertThat(missing.path()).isEqualTo("entries/kiln/fuel/bituminous-coal/2025-01/" + parameter.code());
        assertThat(missing.given()).endsWith(unit);
    }

    @Test
    void gasCalorificValue_perNm3InsteadOfPer10000_isFound() {
        List<ActivityEntry> entries = new ArrayList<>(WHOLE);
        entries.addAll(months("mill", "fuel/natural-gas", "100", "Nm3"));
        List<SharedParameter> parameters = new ArrayList<>(CementYear.parameters());
        parameters.add(shared("mill", Parameter.NET_CALORIFIC_VALUE, "389.31", "GJ/Nm3"));
        assertThat(missing(request().withEntries(entries).withParameters(parameters)))
                .hasSize(12)
                .allMatch(missing ->
                        missing.reason() == Reason.RANGE && missing.allowed().startsWith("1/5..5 × "));
    }

    @Test
    void parameterGivenTwice_contradictsItself() {
        List<SharedParameter> parameters = new ArrayList<>(CementYear.parameters());
        parameters.add(shared("kiln-feed", Parameter.NON_FUEL_CARBON, "0.003", "tC/t"));
        assertThat(missing(request().withParameters(parameters)))
                .hasSize(12)
                .allMatch(missing -> missing.reason() == Reason.DUPLICATE);
    }

    @Test
    void measuredValueThatNothingUses_isNotSwallowed() {
        List<SharedParameter> parameters = new ArrayList<>(CementYear.parameters());
        parameters.add(shared("fuel/bituminous-caol", Parameter.NET_CALORIFIC_VALUE, "20", "GJ/t"));
        parameters.add(shared("grid", Parameter.CAO_CONTENT, "65", "%"));
        List<Missing> missing = missing(with(CementYear.measured(WHOLE.get(0), Parameter.MGO_CONTENT, "2", "%"))
                .withParameters(parameters));
        assertThat(missing)
                .extracting(Missing::path)
                .containsExactly(
                        "entries/kiln/fuel/bituminous-coal/2025-01/mgo-content",
                        "parameters/fuel/bituminous-caol/net-calorific-value",
                        "parameters/grid/cao-content");
        assertThat(missing.get(1).allowed()).isEqualTo("fuel, fuel/bituminous-coal, kiln");
    }

    @Test
    void readings_areOfAReadableLength() {
        assertThatThrownBy(() -> WHOLE.get(0).withAmount(quantity("1e101", "t")))
                .hasMessageContaining("100 digits");
        assertThatThrownBy(() -> ActivityEntry.of("a\nb", "electricity", "2025-01", quantity("1", "MWh")))
                .hasMessageContaining("without line breaks");
        ActivityEntry largest = WHOLE.get(0).withAmount(quantity("1e100", "t"));
        assertThat(CementYear.inventory(with(largest)).totals().total().amountText())
                .hasSizeLessThan(120);
    }

    @Test
    void dustOfTwoKilns_needsItsOwnComposition() {
        List<ActivityEntry> entries = new ArrayList<>();
        WHOLE.forEach(entry -> entries.add(entry.activity().term().equals("clinker") ? withComposition(entry) : entry));
        months("kiln-2", "clinker", "100000", "t").forEach(entry -> entries.add(withComposition(entry)));
        List<SharedParameter> feed = List.of(shared("kiln-feed", Parameter.NON_FUEL_CARBON, "0.002", "tC/t"));
        assertThat(missing(request().withEntries(entries).withParameters(feed)))
                .hasSize(48)
                .allMatch(missing -> missing.path().startsWith("entries/kiln/kiln-head-dust/"));
    }

    private static ActivityEntry withComposition(ActivityEntry entry) {
        MeasuredValue percent = new MeasuredValue(quantity("1", "%"), "laboratory");
        return entry.withMeasured(Map.of(
                Parameter.CAO_CONTENT, percent,
                Parameter.CAO_NOT_CARBONATE, percent,
                Parameter.MGO_CONTENT, percent,
                Parameter.MGO_NOT_CARBONATE, percent));
    }

    @Test
    void basis_allFaultsAtOnce() {
        InventoryBasis basis = new InventoryBasis(
                EditionRef.parse("cement-ndrc/2013"),
                EditionRef.parse("fuels/eu-2025-2547"),
                EditionRef.parse("gwp/ar9"),
                "ATLANTIS");
        InventoryRequest request = new InventoryRequest("test", 2025, basis, List.of(), List.of(), Set.of(), null);
        assertThat(missing(request))
                .extracting(Missing::path)
                .containsExactly("basis/fuelSet", "basis/geography", "basis/gwpSet");
    }

    @Test
    void method_outsideItsYears() {
        InventoryBasis cbam =
                new InventoryBasis(EditionRef.parse("cbam-2025-2547/2025"), null, EditionRef.parse("gwp/ar5"), "CN");
        Missing missing = only(new InventoryRequest("test", 2025, cbam, List.of(), List.of(), Set.of(), null));
        assertThat(missing.path()).isEqualTo("basis/method");
        assertThat(missing.allowed()).contains("cement-ndrc/2013").doesNotContain("cbam");
    }

    @Test
    void emptyRequest_listsEveryRequiredTerm() {
        InventoryRequest empty =
                new InventoryRequest("test", 2025, CementYear.basis(), List.of(), List.of(), Set.of(), null);
        assertThat(missing(empty))
                .extracting(Missing::path)
                .containsExactly(
                        "terms/alternative-fuel",
                        "terms/bypass-dust",
                        "terms/clinker",
                        "terms/electricity",
                        "terms/fuel",
                        "terms/heat",
                        "terms/kiln-feed",
                        "terms/kiln-head-dust");
    }
}
