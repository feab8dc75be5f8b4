// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tanma.carbon.service.CarbonFixture.CEMENT;
import static org.tanma.carbon.service.CarbonFixture.PLAIN;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.carbon.service.ledger.ActivityEntry;
import org.tanma.carbon.service.ledger.MeasuredValue;
import org.tanma.carbon.service.ledger.Period;
import org.tanma.kit.page.Language;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.Violation;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.kit.testing.SqlEngines;

class ActivityIngestTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.sqlite("carbon");

    private static final String HEADER = "source,kind,period,amount,unit,meter,evidence,note,ncv (GJ/t),CaO (%)\n";
    private CarbonFixture fixture;

    @BeforeEach
    void open() {
        fixture = new CarbonFixture(ENGINE.open());
    }

    private IngestReport csv(String rows, ActivityIngest.Mode mode) {
        return fixture.ingest.csv(CEMENT, (HEADER + rows).getBytes(StandardCharsets.UTF_8), mode, "clerk");
    }

    private List<ActivityEntry> ledger() {
        return fixture.ledger.newest(CEMENT, 2025);
    }

    private static String words(RowReport row) {
        StringBuilder words = new StringBuilder();
        for (WordedViolation v : row.violations()) {
            words.append(v.path())
                    .append(" | ")
                    .append(v.allowed().en())
                    .append(" | ")
                    .append(v.allowed().zh())
                    .append(" | ")
                    .append(v.hint().en())
                    .append(" | ")
                    .append(v.hint().zh())
                    .append('\n');
        }
        return words.toString();
    }

    @Test
    void goodRow_isKeptAsGiven_underTheKindsCode() {
        IngestReport report = csv("KILN-1,烟煤,2025年3月,18250.50,吨,88.118.1/SCALE-1,,过磅单,23.10,\n", PLAIN);
        assertThat(report.accepted()).isEqualTo(1);
        ActivityEntry entry = ledger().get(0);
        assertThat(entry.key().kind()).isEqualTo("fuel/bituminous-coal");
        assertThat(entry.key().period().text()).isEqualTo("2025-03");
        assertThat(entry.content().amount()).isEqualTo("18250.50");
        assertThat(entry.content().unit()).isEqualTo("吨");
        assertThat(entry.content().measured()).containsEntry("net-calorific-value", new MeasuredValue("23.10", "GJ/t"));
    }

    @Test
    void monthThatHasNotBegun_isRefused_theRunningOneIsTaken() {
        IngestReport report = csv("KILN-1,diesel,2026-02,3,t,,,,,\nKILN-1,diesel,2026-01,3,t,,,,,\n", PLAIN);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(words(report.rows().get(0))).startsWith("period | a month or year that has begun, 2026-01");
    }

    @Test
    void absentKind_isNotGuessed() {
        IngestReport report = csv("KILN-1,,2025-01,3,t,,,,,\n", PLAIN);
        assertThat(report.rows().get(0).violations().get(0).hint()).isEqualTo(Wording.NONE);
    }

    @Test
    void badRow_doesNotStopTheGoodOnes() {
        IngestReport report = csv(
                "KILN-1,diesel,2025-01,3,t,,,,,\nKILN-1,diesel,2025-02,3,kWh,,,,,\nKILN-1,diesel,2025-03,3,t,,,,,\n",
                PLAIN);
        assertThat(report.rows())
                .extracting(r -> r.row() + " " + r.status().code())
                .containsExactly("2 recorded", "3 rejected", "4 recorded");
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(ledger()).hasSize(2);
    }

    @Test
    void atomic_withABadRow_keepsNothing() {
        IngestReport report = csv(
                "KILN-1,diesel,2025-01,3,t,,,,,\nKILN-1,diesel,2025-02,3,kWh,,,,,\n",
                new ActivityIngest.Mode(true, false));
        assertThat(report.rows()).extracting(r -> r.status().code()).containsExactly("not-tried", "rejected");
        assertThat(report.accepted()).isZero();
        assertThat(ledger()).isEmpty();
    }

    @Test
    void dryRun_judgesAndKeepsNothing() {
        IngestReport report = csv("KILN-1,diesel,2025-01,3,t,,,,,\n", new ActivityIngest.Mode(false, true));
        assertThat(report.rows()).extracting(RowReport::status).containsExactly(RowStatus.NOT_TRIED);
        assertThat(report.accepted()).isEqualTo(1);
        assertThat(ledger()).isEmpty();
    }

    @Test
    void sameAgain_isUnchanged_andAnotherFigure_isTheNextVersion() {
        csv("KILN-1,diesel,2025-01,3,t,,,,,\n", PLAIN);
        assertThat(csv("KILN-1,diesel,2025-01,3,t,,,,,\n", PLAIN).rows().get(0).status())
                .isEqualTo(RowStatus.UNCHANGED);
        ActivityIngest.Mode withReason = new ActivityIngest.Mode(false, false, "过磅单补录");
        assertThat(csv("KILN-1,diesel,2025-01,4,t,,,,,\n", withReason)
                        .rows()
                        .get(0)
                        .version())
                .isEqualTo(2);
        assertThat(ledger()).extracting(ActivityEntry::reason).containsExactly("过磅单补录");
    }

    @Test
    void correction_withoutAReason_isRefusedAndSaysWhereToWriteIt_alsoInADryRun() {
        csv("KILN-1,diesel,2025-01,3,t,,,,,\n", PLAIN);
        for (boolean isDryRun : new boolean[] {true, false}) {
            IngestReport report = csv("KILN-1,diesel,2025-01,4,t,,,,,\n", new ActivityIngest.Mode(false, isDryRun));
            assertThat(words(report.rows().get(0))).startsWith("reason").contains("version 1");
        }
        byte[] own = "source,kind,period,amount,unit,更正原因\nKILN-1,diesel,2025-01,4,t,漏记一车\n"
                .getBytes(StandardCharsets.UTF_8);
        assertThat(fixture.ingest
                        .csv(CEMENT, own, new ActivityIngest.Mode(false, false), "clerk")
                        .recorded())
                .isEqualTo(1);
    }

    @Test
    void closedPeriod_refusesTheRow_andAtomicRefusesAll() {
        fixture.periods.add(CEMENT, new Period(2025, 1), true, "", "admin");
        String rows = "KILN-1,diesel,2025-01,3,t,,,,,\nKILN-1,diesel,2025-02,3,t,,,,,\n";
        IngestReport whole = csv(rows, new ActivityIngest.Mode(true, false));
        assertThat(whole.rows()).extracting(r -> r.status().code()).containsExactly("rejected", "not-tried");
        assertThat(ledger()).isEmpty();
        IngestReport report = csv(rows, PLAIN);
        assertThat(report.rows()).extracting(r -> r.status().code()).containsExactly("rejected", "recorded");
        assertThat(words(report.rows().get(0))).startsWith("period").contains("opens it again");
    }

    @Test
    void withdrawn_takesAnEntryBack_andNeedsNothingElse() {
        csv("KILM-1,diesel,2025-01,3,t,,,,,\n", PLAIN);
        IngestReport report = csv("KILM-1,diesel,2025-01,撤回,,,,来源名写错,,\n", PLAIN);
        assertThat(report.rows()).extracting(RowReport::status).containsExactly(RowStatus.WITHDRAWN);
        assertThat(report.hasRecorded()).isTrue();
        assertThat(ledger()).isEmpty();
    }

    @Test
    void longFile_isTakenInParts_aRowIsTwiceAlsoInAnother_andSentAgainItIsUnchanged(@TempDir Path folder)
            throws IOException {
        StringBuilder rows = new StringBuilder("source,kind,period,amount,unit\n");
        for (int source = 0; source < 400; source++) {
            for (int month = 1; month <= 12; month++) {
                rows.append("S")
                        .append(source)
                        .append(",diesel,2025-")
                        .append(month)
                        .append(",1.5,t\n");
            }
        }
        rows.append("S0,diesel,2025-01,2,t\n");
        Path path = Files.writeString(folder.resolve("long.csv"), rows);
        IngestReport first = taken(path);
        assertThat(first.recorded()).isEqualTo(4_800);
        assertThat(first.rejected()).isEqualTo(1);
        assertThat(words(first.rows().get(4_800))).contains("row 2 already gives it");
        IngestReport again = taken(path);
        assertThat(again.recorded()).isZero();
        assertThat(again.accepted()).isEqualTo(4_800);
    }

    private IngestReport taken(Path path) throws IOException {
        try (ActivityFile file = ActivityFile.open(path, ActivityFile.Form.CSV)) {
            return fixture.ingest.file(CEMENT, file, PLAIN, "clerk");
        }
    }

    @Test
    void controlCharacters_areRefused_notStored() {
        assertThat(words(csv("K,diesel,2025-01,3,t,,,a\0b,,\n", PLAIN).rows().get(0)))
                .contains("control characters");
    }

    @Test
    void allThatIsWrongWithARow_isSaidAtOnce() {
        RowReport row = csv("K/1,,2025-13,15O,t,nowhere,abc,,,\n", PLAIN).rows().get(0);
        assertThat(row.violations())
                .extracting(WordedViolation::path)
                .containsExactly("source", "kind", "period", "amount", "meter", "evidence");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "KILN-1,diesel,2025-01,15O,t,,,,,; 150",
                "KILN-1,diesel,2025-01,1l5,t,,,,,; 115",
                "KILN-1,diesel,2025-01,\"12,345.6\",t,,,,,; 12345.6",
                "KILN-1,diesel,2025-01,１５０,t,,,,,; 150",
                "KILN-1,diesel,2025-01,150t,t,,,,,; unit column",
                "KILN-1,diesel,2025-01,-3,t,,,,,; 0 or more",
                "KILN-1,desiel,2025-01,3,t,,,,,; diesel",
                "KILN-1,diesel,2025-01,3,T,,,,,; case counts",
                "KILN-1,diesel,2025-01,3,,,,,,; t, kg",
                "KILN-1,天然气,2025-01,3,m3,,,,,; Nm3",
                "KILN-1,天然气,2025-01,3,t,,,,,; 10^4Nm3",
                "GRID,外购电力,2025-01,3,mWh,,,,,; MWh",
                "KILN-1,diesel,2025,3,t,,,,,; monthly",
                "KILN-1,熟料,2025-01,3,t,,,,,六十五; CaO",
                "KILN-1,diesel,2025-01,3,t,,,,,65; leave the cell empty",
            })
    void slip_isNamed_withWhatToDo(String row, String inMessage) {
        RowReport report = csv(row + "\n", PLAIN).rows().get(0);
        assertThat(report.status()).isEqualTo(RowStatus.REJECTED);
        assertThat(words(report)).contains(inMessage);
    }

    @Test
    void rowTwice_inOneFile_pointsAtTheFirst() {
        IngestReport report = csv("K,diesel,2025-01,3,t,,,,,\nK,柴油,2025-01,4,t,,,,,\n", PLAIN);
        assertThat(words(report.rows().get(1))).contains("row 2 already gives it");
        assertThat(ledger()).hasSize(1);
    }

    @Test
    void measuredProperty_withoutUnitOrInTheWrongOne_isRefused() {
        byte[] noUnit = "source,kind,period,amount,unit,ncv\nK,烟煤,2025-01,3,t,23.1\n".getBytes(StandardCharsets.UTF_8);
        byte[] wrong =
                "source,kind,period,amount,unit,ncv (kWh)\nK,烟煤,2025-01,3,t,23.1\n".getBytes(StandardCharsets.UTF_8);
        assertThat(words(fixture.ingest
                        .csv(CEMENT, noUnit, PLAIN, "clerk")
                        .rows()
                        .get(0)))
                .contains("ncv (GJ/t)");
        assertThat(words(
                        fixture.ingest.csv(CEMENT, wrong, PLAIN, "clerk").rows().get(0)))
                .contains("a unit such as GJ/t");
    }

    @Test
    void unknownColumn_isNamedWithTheNearestProperty() {
        byte[] file =
                "source,kind,period,amount,unit,nvc (GJ/t)\nK,烟煤,2025-01,3,t,23.1\n".getBytes(StandardCharsets.UTF_8);
        assertThat(words(fixture.ingest.csv(CEMENT, file, PLAIN, "clerk").rows().get(0)))
                .contains("nvc")
                .contains("ncv");
    }

    @Test
    void fileWithoutTheNeededColumns_isRefusedWhole() {
        assertThatThrownBy(
                        () -> fixture.ingest.csv(CEMENT, "kind,amount\n".getBytes(StandardCharsets.UTF_8), PLAIN, "c"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem(Language.EN).violations())
                                .extracting(Violation::path)
                                .containsExactly("source", "period", "unit"));
    }

    @Test
    void documentedExample_inGb18030_isTakenWhole() throws IOException {
        try (InputStream in = ActivityIngest.class.getResourceAsStream("/carbon-service/activity-data-example.csv")) {
            assertThat(in).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            IngestReport report = fixture.ingest.csv(CEMENT, text.getBytes(Charset.forName("GB18030")), PLAIN, "clerk");
            assertThat(report.rows()).allSatisfy(r -> assertThat(r.violations()).isEmpty());
        }
    }

    @Test
    void json_isTakenLikeCsv_figuresToTheDigit() {
        String body = """
                {"entries":[
                  {"source":"KILN-1","kind":"烟煤","period":"2025-01","amount":"18250.50","unit":"t",
                   "measured":{"ncv":{"value":"23.10","unit":"GJ/t"}}},
                  {"source":"KILN-1","kind":"diesel","period":"2025-01","amount":3.10,"unit":"t","fuel":"x"}]}
                """;
        IngestReport report = fixture.ingest.json(CEMENT, body.getBytes(StandardCharsets.UTF_8), PLAIN, "clerk");
        assertThat(report.rows()).extracting(r -> r.status().code()).containsExactly("recorded", "rejected");
        assertThat(words(report.rows().get(1))).contains("fuel");
        assertThat(ledger().get(0).content().amount()).isEqualTo("18250.50");
    }

    @Test
    void json_thatIsNone_isRefusedWhole() {
        for (String body : List.of("", "[", "[]", "{}", "{\"entries\":[]}", "{\"entries\":[],\"entries\":[1]}")) {
            assertThatThrownBy(() -> fixture.ingest.json(CEMENT, body.getBytes(StandardCharsets.UTF_8), PLAIN, "c"))
                    .as(body)
                    .isInstanceOf(ProblemException.class);
        }
    }
}
