// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.inventory.CementYear.inventory;
import static org.tanma.carbon.inventory.CementYear.quantity;
import static org.tanma.carbon.inventory.CementYear.request;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.data.ChangesReader;
import org.tanma.carbon.data.ParsedChanges;
import org.tanma.carbon.inventory.CementYear;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.inventory.SourceTotal;
import org.tanma.carbon.method.Origin;
import org.tanma.carbon.method.TraceNode;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.report.ResultDocument;

class WhatIfEngineTest {
    private static final MathContext DIGITS = new MathContext(25);
    private static final WhatIfEngine ENGINE = CementYear.CATALOG.whatIfEngine();
    private static final ChangesReader READER = new ChangesReader(CementYear.CATALOG.units());

    private static List<Change> changes(String yaml) {
        ParsedChanges parsed = READER.read("changes.yaml", yaml.getBytes(StandardCharsets.UTF_8));
        if (parsed instanceof ParsedChanges.Read read) {
            return read.changes();
        }
        throw new AssertionError(parsed.toString());
    }

    private static WhatIf whatIf(String yaml) {
        WhatIfOutcome outcome = ENGINE.compute(request(), changes(yaml));
        if (outcome instanceof WhatIf whatIf) {
            return whatIf;
        }
        throw new AssertionError(outcome.toString());
    }

    private static List<Missing> refused(String yaml) {
        return ((Impossible) ENGINE.compute(request(), changes(yaml))).missing();
    }

    private static Quantity emission(Inventory inventory, String activity) {
        return inventory.sources().stream()
                .filter(source -> source.activity().toString().equals(activity))
                .map(SourceTotal::emission)
                .findFirst()
                .orElseThrow();
    }

    /** 96 000 MWh × 0.4974 × 30 % = 14 325.12 t less. */
    @Test
    void ownGreenPower_isBoughtNoMore() {
        WhatIf found = whatIf("changes: [{greenPower: {share: '0.3'}}]");
        assertThat(found.comparison().change()).isEqualTo(quantity("-14325.12", "tCO2e"));
        assertThat(found.comparison().byActivity()).isEqualTo(quantity("-14325.12", "tCO2e"));
        assertThat(found.before().totals()).isEqualTo(inventory(request()).totals());
        assertThat(found.boughtGreenPower()).isNull();
    }

    @Test
    void boughtGreenPower_changesNothing_andIsStatedBeside() {
        WhatIf found = whatIf("changes: [{greenPower: {share: '0.3', from: bought}}]");
        assertThat(found.comparison().change().signum()).isZero();
        assertThat(found.boughtGreenPower()).isEqualTo(quantity("14325.12", "tCO2e"));
        assertThat(found.notices()).hasSize(2);
    }

    /** The energy stays: 12 × 10 000 t × 20 % × NCV of coal = amount of gas × NCV of gas. */
    @Test
    void anotherFuel_yieldsTheSameEnergy() {
        WhatIf found = whatIf(
                "changes: [{replaceFuel: {source: kiln, from: fuel/bituminous-coal, to: fuel/natural-gas, share: '0.2'}}]");
        assertThat(found.after().totals().fuelEnergy().amount().round(DIGITS))
                .isEqualByComparingTo(
                        found.before().totals().fuelEnergy().amount().round(DIGITS));
        assertThat(emission(found.after(), "fuel/bituminous-coal").amount())
                .isEqualByComparingTo(emission(found.before(), "fuel/bituminous-coal")
                        .amount()
                        .multiply(new BigDecimal("0.8")));
        assertThat(found.comparison().change().signum()).isNegative();
        assertThat(found.after().totals().processCo2())
                .isEqualTo(found.before().totals().processCo2());
    }

    @Test
    void anotherFactor_evenOneTheMethodTakesNoMeasurementOf_isAssumed_andTheTraceSaysSo() {
        WhatIf found = whatIf(
                "changes: [{factor: {scope: electricity, parameter: emission-factor, value: '0.4', unit: tCO2/MWh}}]");
        assertThat(emission(found.after(), "electricity")).isEqualTo(quantity("38400", "tCO2e"));
        assertThat(found.comparison().byFactor().amount())
                .isEqualByComparingTo(found.comparison().change().amount());
        assertThat(isAssumedSomewhere(found.after().trace())).isTrue();
        assertThat(isAssumedSomewhere(found.before().trace())).isFalse();
    }

    private static boolean isAssumedSomewhere(TraceNode node) {
        return node.inputs().stream().anyMatch(input -> input.origin() instanceof Origin.Assumed)
                || node.children().stream().anyMatch(WhatIfEngineTest::isAssumedSomewhere);
    }

    @Test
    void amounts_changeByAFactor_orToASum() {
        WhatIf half = whatIf("changes: [{amount: {source: kiln, activity: clinker, times: '0.5'}}]");
        assertThat(emission(half.after(), "clinker").amount().round(DIGITS))
                .isEqualByComparingTo(emission(half.before(), "clinker")
                        .amount()
                        .multiply(new BigDecimal("0.5"))
                        .round(DIGITS));
        WhatIf year = whatIf(
                "changes: [{amount: {source: grid, activity: electricity, to: {value: '9600', unit: 10^4kWh}}}]");
        assertThat(emission(year.after(), "electricity").amount().round(DIGITS))
                .isEqualByComparingTo(emission(year.before(), "electricity").amount());
        WhatIf march = whatIf("changes: [{amount: {source: grid, activity: electricity, period: '2025-03',"
                + " to: {value: '0', unit: MWh}}}]");
        assertThat(march.comparison().change()).isEqualTo(quantity("-3979.2", "tCO2e"));
    }

    @Test
    void changes_areAppliedOneAfterTheOther_andTheRecordStays() {
        String before = ResultDocument.of(inventory(request())).json();
        WhatIf found = whatIf("changes: [{greenPower: {share: '0.5'}}, {greenPower: {share: '0.5'}}]");
        assertThat(emission(found.after(), "electricity").amount())
                .isEqualByComparingTo(
                        emission(found.before(), "electricity").amount().multiply(new BigDecimal("0.25")));
        assertThat(ResultDocument.of(found.before()).json()).isEqualTo(before);
    }

    @Test
    void whatCannotBe_isSaidAllAtOnce() {
        assertThat(refused("changes: [{amount: {source: klin, activity: clinker, times: '1'}},"
                        + " {replaceFuel: {source: kiln, from: clinker, to: fuel/natural-gas}},"
                        + " {replaceFuel: {source: kiln, from: fuel/bituminous-coal, to: fuel/unobtainium}},"
                        + " {factor: {scope: heat, parameter: emission-factor, value: '0.1', unit: tCO2/GJ}},"
                        + " {amount: {source: grid, activity: electricity, to: {value: '1', unit: t}}}]"))
                .extracting(Missing::path)
                .containsExactly("changes/0", "changes/1/from", "changes/2/to", "changes/3/scope", "changes/4/to");
        assertThat(((Impossible) ENGINE.compute(request(), List.of())).missing())
                .extracting(Missing::path)
                .containsExactly("changes");
    }

    @Test
    void badFiles_areRefusedChangeByChange() {
        ParsedChanges parsed = READER.read(
                "c.yaml",
                "changes: [{greenPower: {share: '1.5'}}, {greenPower: {share: '0.5', from: sun}}, {colour: {}}, {amount: {source: a, activity: clinker}}]"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(((ParsedChanges.Refused) parsed).missing()).hasSize(4);
    }
}
