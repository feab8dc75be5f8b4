// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.service.CarbonFixture;
import org.tanma.carbon.service.evaluate.DeviceProfile;
import org.tanma.carbon.service.ingest.MeterReading;
import org.tanma.carbon.service.ledger.ActivityEntry;
import org.tanma.carbon.service.ledger.Period;
import org.tanma.carbon.service.reading.BatchReceipt.State;
import org.tanma.kit.page.Language;
import org.tanma.kit.rest.Problem;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.Violation;
import org.tanma.kit.testing.SqlEngines;

abstract class ReadingIntakeContractTest {
    /** Where March 2025 begins in China. */
    private static final Instant MARCH = Instant.parse("2025-02-28T16:00:00Z");

    private static final Instant APRIL = Instant.parse("2025-03-31T16:00:00Z");
    private static final String METER = "\"source\":\"GRID\",\"kind\":\"electricity\",\"unit\":\"kWh\",";

    private final SigningTerminal gateway = new SigningTerminal("88.118.1/GW-1");
    private CarbonFixture fixture;
    private ReadingIntake intake;

    abstract SqlEngines engine();

    @BeforeEach
    void open() {
        fixture = new CarbonFixture(engine().open());
        fixture.identifiers.put(gateway.profile());
        intake = new ReadingIntake(
                fixture.identifiers,
                CarbonFixture.KINDS,
                CarbonFixture.CATALOG.units(),
                fixture.readings,
                fixture.ledger,
                () -> CarbonFixture.NOW);
    }

    private BatchReceipt send(byte[] statement) {
        return intake.take(intake.read(statement), "gateway");
    }

    private Problem refusal(byte[] statement) {
        return catchThrowableOfType(ProblemException.class, () -> send(statement))
                .problem(Language.EN);
    }

    /** Amounts of 1 each, from one instant to another. */
    private static String amounts(Instant from, Instant to, long step, ChronoUnit unit) {
        List<String> readings = new ArrayList<>();
        for (Instant at = from.plus(step, unit); !at.isAfter(to); at = at.plus(step, unit)) {
            readings.add("{\"at\":\"" + at + "\",\"value\":\"1\"}");
        }
        return METER + "\"form\":\"amounts\",\"from\":\"" + from + "\",\"readings\":[" + String.join(",", readings)
                + "]";
    }

    private static String counter(String more, String... atAndValue) {
        List<String> readings = new ArrayList<>();
        for (int i = 0; i < atAndValue.length; i += 2) {
            readings.add("{\"at\":\"" + atAndValue[i] + "\",\"value\":\"" + atAndValue[i + 1] + "\"}");
        }
        return METER + "\"form\":\"counter\"," + more + "\"readings\":[" + String.join(",", readings) + "]";
    }

    private List<ActivityEntry> ledger() {
        return fixture.ledger.newest(CarbonFixture.CEMENT, 2025);
    }

    @Test
    void amounts_ofAWholeMonth_becomeItsEntry_withTheStatementsAsEvidence() {
        Instant middle = MARCH.plus(10, ChronoUnit.DAYS);
        BatchReceipt first = send(gateway.next(amounts(MARCH, middle, 1, ChronoUnit.HOURS)));
        assertThat(first.months()).extracting(BatchReceipt.MonthReceipt::state).containsExactly(State.RUNNING);
        assertThat(ledger()).isEmpty();
        BatchReceipt second = send(gateway.next(amounts(middle, APRIL, 1, ChronoUnit.HOURS)));
        assertThat(second.months())
                .containsExactly(new BatchReceipt.MonthReceipt("2025-03", State.RECORDED, "744", "kWh", 1));
        ActivityEntry entry = ledger().get(0);
        assertThat(entry.key().source()).isEqualTo("GRID");
        assertThat(entry.content().meter()).isEqualTo("88.118.1/GW-1");
        assertThat(entry.reason()).isEqualTo("88.118.1/GW-1 #2");
        assertThat(fixture.readings.evidence(entry.content().evidence()))
                .containsExactly(first.digest(), second.digest());
        assertThat(entry.content().evidence())
                .isEqualTo(StatementKey.sha256(
                        (first.digest() + "\n" + second.digest()).getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void counter_countsDifferences_alsoAcrossStatements_andItsFirstValueCountsNothing() {
        send(gateway.next(counter("", MARCH.toString(), "1000.5")));
        BatchReceipt receipt = send(gateway.next(counter(
                "", "2025-03-15T16:00:00Z", "1200", APRIL.toString(), "1500.5", "2025-03-31T17:00:00Z", "1501")));
        assertThat(receipt.months())
                .extracting(BatchReceipt.MonthReceipt::period, BatchReceipt.MonthReceipt::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2025-03", State.RECORDED),
                        org.assertj.core.groups.Tuple.tuple("2025-04", State.RUNNING));
        assertThat(ledger().get(0).content().amount()).isEqualTo("500");
        assertThat(fixture.readings.find("88.118.1/GW-1", MARCH, APRIL))
                .extracting(MeterReading::amount)
                .containsExactly("199.5", "300.5");
    }

    @Test
    void counter_thatFalls_isRefused_unlessItWasSetBack() {
        send(gateway.next(counter("", MARCH.toString(), "1000")));
        byte[] fallen = gateway.next(counter("", "2025-03-15T16:00:00Z", "20"));
        assertThat(refusal(fallen).violations()).extracting(Violation::path).containsExactly("readings[0].value");
        SigningTerminal other = new SigningTerminal("88.118.1/GW-2");
        fixture.identifiers.put(other.profile());
        String meter = "\"meter\":\"88.118.1/GW-1\",";
        send(other.next(meter + counter("\"restart\":true,", "2025-03-15T16:00:00Z", "20")));
        BatchReceipt receipt = send(other.next(meter + counter("", APRIL.toString(), "30")));
        assertThat(receipt.months())
                .extracting(BatchReceipt.MonthReceipt::state)
                .containsExactly(State.NOT_WHOLE);
        assertThat(ledger()).isEmpty();
    }

    @Test
    void replay_andReordering_areRefused_andCountNothing() {
        byte[] first = gateway.next(amounts(MARCH, MARCH.plus(1, ChronoUnit.DAYS), 1, ChronoUnit.HOURS));
        byte[] second = gateway.next(
                amounts(MARCH.plus(1, ChronoUnit.DAYS), MARCH.plus(2, ChronoUnit.DAYS), 1, ChronoUnit.HOURS));
        assertThat(refusal(second).type()).endsWith("out-of-turn");
        send(first);
        Problem again = refusal(first);
        assertThat(again.type()).endsWith("already-received");
        assertThat(again.status()).isEqualTo(409);
        send(second);
        byte[] forked = gateway.sign("{\"terminal\":\"88.118.1/GW-1\",\"sequence\":3,\"previous\":\"sha256:"
                + "0".repeat(64) + "\"," + amounts(MARCH.plus(2, ChronoUnit.DAYS), APRIL, 1, ChronoUnit.HOURS) + "}");
        assertThat(refusal(forked).violations()).extracting(Violation::path).containsExactly("sequence", "previous");
        byte[] sameHours = gateway.next(amounts(MARCH, MARCH.plus(1, ChronoUnit.DAYS), 1, ChronoUnit.HOURS));
        assertThat(refusal(sameHours).violations()).extracting(Violation::path).containsExactly("from");
        assertThat(fixture.readings.find("88.118.1/GW-1", MARCH, APRIL)).hasSize(48);
    }

    @Test
    void statement_changedOrOfAnotherKey_isRefused() {
        String statement =
                new String(gateway.next(amounts(MARCH, APRIL, 1, ChronoUnit.DAYS)), StandardCharsets.US_ASCII);
        String[] parts = statement.split("\\.");
        String other = new String(
                gateway.sign("{\"terminal\":\"88.118.1/GW-1\",\"sequence\":1,"
                        + amounts(MARCH, MARCH.plus(1, ChronoUnit.DAYS), 1, ChronoUnit.DAYS) + "}"),
                StandardCharsets.US_ASCII);
        String forged = parts[0] + "." + other.split("\\.")[1] + "." + parts[2];
        assertThat(refusal(forged.getBytes(StandardCharsets.US_ASCII)).violations())
                .extracting(Violation::path)
                .containsExactly("signature");
        SigningTerminal stranger = new SigningTerminal("88.118.1/GW-1");
        assertThat(refusal(stranger.next(amounts(MARCH, APRIL, 1, ChronoUnit.DAYS)))
                        .violations())
                .extracting(Violation::path)
                .containsExactly("header.jwk");
        SigningTerminal unregistered = new SigningTerminal("88.118.9/GW-9");
        assertThat(refusal(unregistered.next(amounts(MARCH, APRIL, 1, ChronoUnit.DAYS)))
                        .violations())
                .extracting(Violation::path)
                .containsExactly("terminal");
    }

    @Test
    void meterOfAnotherEnterprise_wrongUnit_andTheFuture_areSaidAtOnce() {
        fixture.identifiers.put(new DeviceProfile("88.118.2/M-1", "88.118.2/ENTERPRISE", ""));
        byte[] statement =
                gateway.next("\"meter\":\"88.118.2/M-1\",\"source\":\"GRID\",\"kind\":\"electricity\",\"unit\":\"t\","
                        + "\"form\":\"amounts\",\"from\":\"2025-03-01T00:00:00Z\","
                        + "\"readings\":[{\"at\":\"2027-03-01T00:00:00Z\",\"value\":\"1\"}]");
        assertThat(refusal(statement).violations())
                .extracting(Violation::path)
                .containsExactly("meter", "unit", "readings");
    }

    @Test
    void monthWithAHole_isNotEntered_andAClosedOneStaysAsItIs() {
        Instant middle = MARCH.plus(10, ChronoUnit.DAYS);
        send(gateway.next(amounts(MARCH, middle, 1, ChronoUnit.DAYS)));
        BatchReceipt receipt = send(gateway.next(amounts(middle.plus(1, ChronoUnit.DAYS), APRIL, 1, ChronoUnit.DAYS)));
        assertThat(receipt.months())
                .extracting(BatchReceipt.MonthReceipt::state)
                .containsExactly(State.NOT_WHOLE);
        fixture.periods.add(CarbonFixture.CEMENT, new Period(2025, 4), true, "", "admin");
        Instant may = Instant.parse("2025-04-30T16:00:00Z");
        assertThat(send(gateway.next(amounts(APRIL, may, 1, ChronoUnit.DAYS))).months())
                .extracting(BatchReceipt.MonthReceipt::state)
                .containsExactly(State.CLOSED);
        assertThat(ledger()).isEmpty();
    }
}
