// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.portrait;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.PortraitEditions;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.UnitCatalog;

class EnergyMixTest {
    private static final UnitCatalog UNITS = EngineCatalog.readShipped().units();
    private static final CarrierCatalog CARRIERS =
            PortraitEditions.readShipped(UNITS).carriers();

    private static EnergyUse use(String activity, String amount, String unit) {
        return new EnergyUse(CARRIERS.find(activity).orElseThrow(), Quantity.of(amount, UNITS.get(unit)));
    }

    @Test
    void standardCoal_ofElectricityAndFuel() {
        EnergyMix mix = EnergyMix.of(List.of(use("electricity", "1000", "MWh"), use("fuel/coke", "29307.6", "GJ")))
                .orElseThrow();
        assertThat(mix.standardCoal().in(UNITS.get("t")).amount()).isEqualByComparingTo("1122.9");
        assertThat(mix.energy().in(UNITS.get("GJ")).amount()).isEqualByComparingTo("32907.6");
        assertThat(mix.share(CarrierGroup.COAL).orElseThrow())
                .isBetween(new BigDecimal("0.89059"), new BigDecimal("0.89061"));
        assertThat(mix.lines().get(0).carrier().group()).isEqualTo(CarrierGroup.COAL);
        assertThat(mix.quality().code()).isEqualTo("unverified");
    }

    @Test
    void soldElectricity_isSubtracted_andMoreSoldThanBoughtHasNoShares() {
        EnergyMix mix = EnergyMix.of(List.of(use("electricity", "10", "MWh"), use("electricity", "-4", "MWh")))
                .orElseThrow();
        assertThat(mix.energy().in(UNITS.get("MWh")).amount()).isEqualByComparingTo("6");
        EnergyMix seller = EnergyMix.of(List.of(use("fuel/natural-gas", "900", "GJ"), use("electricity", "-4", "MWh")))
                .orElseThrow();
        assertThat(seller.hasShares()).isFalse();
        assertThat(seller.share(CarrierGroup.GAS)).isEmpty();
    }

    @Test
    void order_doesNotMatter_andNothingIsNothing() {
        List<EnergyUse> uses = new ArrayList<>(List.of(
                use("electricity", "10", "MWh"), use("fuel/diesel", "7.3", "GJ"), use("fuel/diesel", "0.4", "GJ")));
        EnergyMix mix = EnergyMix.of(uses).orElseThrow();
        Collections.reverse(uses);
        assertThat(EnergyMix.of(uses)).contains(mix);
        assertThat(EnergyMix.of(List.of())).isEmpty();
    }

    @Test
    void carrierWithoutALineOfItsOwn_isItsTerms() {
        assertThat(CARRIERS.find("fuel/some-new-fuel").orElseThrow().group()).isEqualTo(CarrierGroup.OTHER);
        assertThat(CARRIERS.find("clinker")).isEmpty();
    }
}
