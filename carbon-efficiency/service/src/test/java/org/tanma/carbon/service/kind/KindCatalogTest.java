// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.service.CarbonFixture.CATALOG;
import static org.tanma.carbon.service.CarbonFixture.KINDS;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.carbon.method.Parameter;
import org.tanma.carbon.quantity.BaseKind;
import org.tanma.carbon.quantity.Dimension;

class KindCatalogTest {
    @ParameterizedTest
    @CsvSource({
        "烟煤, fuel/bituminous-coal",
        "fuel/bituminous-coal, fuel/bituminous-coal",
        "Bituminous coal, fuel/bituminous-coal",
        "bituminous-coal, fuel/bituminous-coal",
        "外购电, electricity",
        "增加值, value-added"
    })
    void find_byCodeOrAnyName(String name, String code) {
        assertThat(KINDS.find(name)).map(ActivityKind::code).contains(code);
    }

    @Test
    void everyReading_feedsATermOfSomeMethod() {
        assertThat(KINDS.all())
                .filteredOn(kind -> kind.role() == KindRole.READING)
                .allSatisfy(kind -> assertThat(CATALOG.methods().all())
                        .anyMatch(method -> method.findTerm(kind.term()).isPresent()));
    }

    @Test
    void everyTermOfTheMethodsInUse_canBeReported() {
        assertThat(CATALOG.methods().all())
                .filteredOn(m -> !m.ref().name().startsWith("cbam"))
                .flatExtracting(m -> m.terms())
                .allSatisfy(term ->
                        assertThat(KINDS.all()).anyMatch(kind -> kind.term().equals(term.id())));
    }

    @Test
    void everyFuel_hasDefaultsInAPublishedFuelSet() {
        assertThat(KINDS.all())
                .filteredOn(kind -> kind.term().equals("fuel"))
                .allSatisfy(kind -> assertThat(CATALOG.factors().editions())
                        .anyMatch(edition -> CATALOG.factors()
                                .activities(edition.ref())
                                .contains(kind.code().substring("fuel/".length()))));
    }

    @Test
    void measurableProperties_areThoseOfTheMethods_inTheRightDimension() {
        ActivityKind gas = KINDS.get("fuel/natural-gas");
        assertThat(gas.properties().get(Dimension.NORMAL_VOLUME))
                .containsEntry(
                        Parameter.NET_CALORIFIC_VALUE, Dimension.ENERGY.per(Dimension.of(BaseKind.NORMAL_VOLUME)));
        assertThat(KINDS.get("clinker").properties().get(Dimension.MASS))
                .containsOnlyKeys(
                        Parameter.CAO_CONTENT,
                        Parameter.CAO_NOT_CARBONATE,
                        Parameter.MGO_CONTENT,
                        Parameter.MGO_NOT_CARBONATE);
        assertThat(KINDS.get("electricity").properties().get(Dimension.ENERGY)).isEmpty();
    }

    @Test
    void propertyNames_takeTheLaboratorysShortForms() {
        PropertyNames names = new PropertyNames();
        assertThat(names.find("CaO")).contains(Parameter.CAO_CONTENT);
        assertThat(names.find("FR2")).contains(Parameter.MGO_CONTENT);
        assertThat(names.find("低位发热量")).contains(Parameter.NET_CALORIFIC_VALUE);
        assertThat(names.find("colour")).isEmpty();
    }
}
