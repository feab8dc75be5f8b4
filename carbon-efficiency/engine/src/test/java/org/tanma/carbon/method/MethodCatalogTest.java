// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.EditionSource;

class MethodCatalogTest {
    private static final MethodCatalog SHIPPED = EngineCatalog.readShipped().methods();

    private static AccountingMethod edition(String edition, int firstYear, @Nullable Integer lastYear) {
        AccountingMethod steel =
                SHIPPED.find(EditionRef.parse("steel-ndrc/2013")).orElseThrow();
        EditionSource source = steel.source();
        return new AccountingMethod(
                new EditionSource(
                        new EditionRef("steel-ndrc", edition),
                        source.title(),
                        source.publisher(),
                        source.url(),
                        source.retrieved(),
                        source.originals(),
                        source.licence(),
                        source.transformation(),
                        source.enteredBy(),
                        source.checkedBy(),
                        source.notCovered()),
                steel.title(),
                steel.standard(),
                steel.standing(),
                firstYear,
                lastYear,
                steel.longestPeriodMonths(),
                steel.fuelSets(),
                steel.gwpSet(),
                steel.isActivityLevelRequired(),
                steel.terms(),
                steel.readAs(),
                steel.notCovered());
    }

    /** A later edition serves from its own first year on; years before keep the edition of their time. */
    @ParameterizedTest
    @CsvSource({"2013, 2013", "2025, 2013", "2026, 2026", "2030, 2026"})
    void period_picksTheEditionInForce(int year, String edition) {
        MethodCatalog catalog = new MethodCatalog(List.of(edition("2013", 2013, null), edition("2026", 2026, null)));
        assertThat(catalog.findInForce("steel-ndrc", year))
                .map(method -> method.ref().edition())
                .contains(edition);
    }

    @Test
    void yearThatNoEditionServes_hasNone() {
        MethodCatalog catalog = new MethodCatalog(List.of(edition("2013", 2013, 2025)));
        assertThat(catalog.findInForce("steel-ndrc", 2026)).isEmpty();
        assertThat(catalog.findInForce("steel-ndrc", 2012)).isEmpty();
        assertThat(catalog.findNewest("steel-ndrc")).isPresent();
    }

    @Test
    void carbonMarketsGuides_serveFrom2024On() {
        assertThat(SHIPPED.findInForce("cement-ets", 2023)).isEmpty();
        assertThat(SHIPPED.findInForce("cement-ets", 2025)).isPresent();
    }

    /** Every sector method names the newer text it does not follow, or the one it could not be checked against. */
    @Test
    void standing_saysWhatCouldNotBeHad() {
        assertThat(SHIPPED.all())
                .filteredOn(method -> method.ref().name().matches(".*-(ndrc|ets)"))
                .hasSizeGreaterThanOrEqualTo(9)
                .allSatisfy(
                        method -> assertThat(method.standing().en()).containsAnyOf("not obtained", "not found out"));
    }

    /** Fuel sets, GWP sets, data editions and terms that a method refers to are all shipped. */
    @Test
    void whatMethodsReferTo_isShipped() {
        EngineCatalog catalog = EngineCatalog.readShipped();
        for (AccountingMethod method : SHIPPED.all()) {
            assertThat(method.fuelSets())
                    .as("%s", method.ref())
                    .allSatisfy(set ->
                            assertThat(catalog.factors().findEdition(set)).isPresent());
            @Nullable EditionRef gwpSet = method.gwpSet();
            if (gwpSet != null) {
                assertThat(catalog.factors().findEdition(gwpSet)).isPresent();
            }
            method.readAs()
                    .values()
                    .forEach(activity -> assertThat(method.findTerm(activity.replaceAll("/.*", "")))
                            .as("%s reads %s", method.ref(), activity)
                            .isPresent());
            for (MethodTerm term : method.terms()) {
                @Nullable String replaced = term.alternativeTo();
                if (replaced != null) {
                    assertThat(method.findTerm(replaced))
                            .as("%s %s", method.ref(), term.id())
                            .isPresent();
                }
                term.rules().stream()
                        .flatMap(rule -> Stream.ofNullable(rule.factor()))
                        .filter(rule -> rule.dataset() != null && rule.edition() != null)
                        .forEach(rule -> assertThat(catalog.factors()
                                        .findEdition(new EditionRef(
                                                String.valueOf(rule.dataset()), String.valueOf(rule.edition()))))
                                .as("%s %s", method.ref(), term.id())
                                .isPresent());
            }
        }
    }
}
