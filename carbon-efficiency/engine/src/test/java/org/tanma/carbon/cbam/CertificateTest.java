// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.cbam.Installations.CATALOG;
import static org.tanma.carbon.cbam.Installations.GAS;
import static org.tanma.carbon.cbam.Installations.HEAD;
import static org.tanma.carbon.cbam.Installations.missing;
import static org.tanma.carbon.cbam.Installations.result;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.carbon.cbam.certificate.CertificateResult;
import org.tanma.carbon.inventory.Missing;

/** Certificates of imports; the sheet of 7208 from China by default value is the worked case F1. */
class CertificateTest {
    private static CertificateResult certificate(String more) {
        return certificates("- {id: a, origin: CN, " + more + "}").get(0);
    }

    private static List<CertificateResult> certificates(String imports) {
        return result("imports:\n  " + imports + "\n").certificates();
    }

    private static void is(BigDecimal actual, String expected) {
        assertThat(actual).isEqualByComparingTo(expected);
    }

    /** Case F1 prints the default value as 3.187; the cell has 3.186892655. */
    @Test
    void sheetByDefaultValue_of2026() {
        CertificateResult sheet = certificate("cn: \"72081000\", year: 2026, default: true, price: {quarter: 2026-Q1}");
        is(sheet.embedded().amount(), "3.5055819205"); // China!F101
        is(sheet.freeAllocation().amount(), "1.33575"); // 0.975 × 1.370, Benchmarks!E146
        is(sheet.perTonne().amount(), "2.1698319205");
        is(Objects.requireNonNull(sheet.costPerTonne()), "163.51853352888");
    }

    /** The same with the rounded figure, as the case prints it: 2.16995 certificates, 163.53 EUR. */
    @Test
    void sheetByTheRoundedFigure_givesTheCase() {
        BigDecimal perTonne = new BigDecimal("3.187")
                .multiply(new BigDecimal("1.1"))
                .subtract(new BigDecimal("0.975").multiply(new BigDecimal("1.370")));
        is(perTonne, "2.16995");
        CertificateResult actual = certificate("cn: \"72081000\", year: 2026, price: {euro: \"75.36\", evidence: Q1},"
                + " embedded: {value: \"3.5057\", unit: tCO2e/t, evidence: case},"
                + " precursorAllocation: {value: \"1.29285\", unit: tCO2e/t, evidence: 1.33575 − column A}");
        is(actual.perTonne().amount(), "2.16995"); // column A is 0.044 × 0.975
        is(Objects.requireNonNull(actual.costPerTonne()), "163.527432");
    }

    @ParameterizedTest
    @CsvSource({"2027,2.522771186", "2028,2.9099604515", "2029,3.0812104515", "2034,4.1429604515"})
    void markUp_growsOnce_andTheFreeShareFalls(int year, String perTonne) {
        is(
                certificate("cn: \"72081000\", year: " + year + ", default: true")
                        .perTonne()
                        .amount(),
                perTonne);
    }

    @ParameterizedTest
    @CsvSource({"2025", "2035"})
    void yearsOutsideTheTable_areRefused(int year) {
        assertThat(missing("imports:\n  - {id: a, origin: CN, cn: \"72081000\", year: " + year + ", default: true}\n"))
                .extracting(Missing::path)
                .contains("imports/a/year");
    }

    /** The share of 2030 is 0.515 of the benchmark; tables with 0.4875 or 0.5125 are wrong. */
    @Test
    void shareOf2030() {
        is(
                certificate("cn: \"72081000\", year: 2030, default: true")
                        .freeAllocation()
                        .amount(),
                "0.70555");
    }

    @Test
    void fertilisers_haveAMarkUpOfOnePerCent() {
        is(certificate("cn: \"31021019\", year: 2028, default: true").embedded().amount(), "2.8785"); // China!H20
    }

    @Test
    void clinker_mustSayWhichOfTwoGoodsItIs() {
        List<Missing> missing =
                missing("imports:\n  - {id: a, origin: CN, cn: \"25231000\", year: 2026, default: true}\n");
        assertThat(missing).extracting(Missing::path).contains("imports/a/variant");
        is(
                certificate("cn: \"25231000\", year: 2026, default: true, variant: grey-clinker")
                        .embedded()
                        .amount(),
                "1.529"); // China!F6
    }

    @Test
    void otherCountries_haveNoDefaultValueHere() {
        assertThat(missing("imports:\n  - {id: a, origin: IN, cn: \"72081000\", year: 2026, default: true}\n"))
                .extracting(Missing::allowed)
                .contains("CN");
    }

    @ParameterizedTest
    @CsvSource({"50,true", "50.000001,false", "0,true"})
    void importersUpToFiftyTonnesAYear_oweNone(String tonnes, boolean isExempt) {
        CertificateResult sheet = certificate("cn: \"72081000\", year: 2026, default: true,"
                + " netMass: {value: \"20\", unit: t}, importerMass: {value: \"" + tonnes + "\", unit: t}");
        assertThat(sheet.isExempt()).isEqualTo(isExempt);
        is(Objects.requireNonNull(sheet.total()).amount(), isExempt ? "0" : "43.39663841");
    }

    @Test
    void hydrogen_hasNoThreshold() {
        CertificateResult hydrogen = certificate("cn: \"28041000\", year: 2026, default: true,"
                + " netMass: {value: \"1\", unit: t}, importerMass: {value: \"1\", unit: t}");
        assertThat(hydrogen.isExempt()).isFalse();
    }

    @Test
    void lessEmbeddedThanFree_needsNone_andNotLess() {
        CertificateResult good = certificate("cn: \"72081000\", year: 2026,"
                + " embedded: {value: \"0.01\", unit: tCO2e/t, evidence: x},"
                + " precursorAllocation: {value: \"0\", unit: tCO2e/t, evidence: x}");
        assertThat(good.perTonne().signum()).isZero();
    }

    @Test
    void aCarbonPricePaidElsewhere_isTakenOffTheCost() {
        CertificateResult sheet = certificate("cn: \"72081000\", year: 2026, default: true,"
                + " price: {euro: \"100\", evidence: x}, paidPerTonne: \"16.98319205\"");
        is(Objects.requireNonNull(sheet.costPerTonne()), "200");
    }

    /** Column A of each process, added up over the precursors as their masses are. */
    @Test
    void goodsMadeHere_takeTheFreeAllocationOfTheirPrecursors() {
        String yaml = HEAD + "  sources:\n    - " + GAS + ", to: steel}\n" + """
                  processes:
                    - {id: sinter, name: sinter, cn: "26011200", produced: {value: "1000", unit: t}}
                    - id: steel
                      name: steel
                      cn: "72081000"
                      produced: {value: "400", unit: t}
                      precursors: [{of: sinter, amount: {value: "800", unit: t}}]
                imports:
                  - {id: a, cn: "72081000", origin: CN, year: 2027, process: steel}
                """;
        CertificateResult made = result(yaml).certificates().get(0);
        BigDecimal sinter = CATALOG.cbam()
                .findBenchmarks("26011200", "A")
                .get(0)
                .value()
                .value()
                .amount();
        is(
                made.freeAllocation().amount(),
                new BigDecimal("0.044")
                        .add(sinter.multiply(BigDecimal.valueOf(2)))
                        .multiply(new BigDecimal("0.95"))
                        .toPlainString());
        is(made.embedded().amount(), "6.732");
    }

    @Test
    void whatIsAtSecondHand_isSaid() {
        CbamResult result = result("imports:\n  - {id: a, origin: CN, cn: \"72081000\", year: 2026, default: true}\n");
        assertThat(result.quality().code()).isEqualTo("unverified");
        assertThat(result.notices())
                .anyMatch(notice -> notice.en().contains("free-share.2026"))
                .anyMatch(notice -> notice.en().contains("2026/1740"));
    }
}
