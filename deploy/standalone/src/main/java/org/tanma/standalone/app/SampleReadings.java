// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tanma.carbon.service.ingest.MeterReading;
import org.tanma.carbon.service.reading.KeptBatch;
import org.tanma.carbon.service.reading.ReadingIntake;
import org.tanma.carbon.service.reading.ReadingStore;
import org.tanma.kit.csv.CsvTable;

/**
 * Sends the hours of a demonstration meter the way a terminal would: a statement a month, signed.
 *
 * <p>The key is made for the occasion and thrown away, so that nobody can sign in the terminal's name afterwards. What is kept already is not sent again.
 */
final class SampleReadings {
    private static final String SOURCE = "GRID-10KV";
    private static final ZoneOffset CLOCK = ZoneOffset.ofHours(8);
    private static final int HOURS = 24;
    private static final int KEY_OCTETS = 32;

    private final ReadingIntake intake;
    private final ReadingStore store;

    SampleReadings(ReadingIntake intake, ReadingStore store) {
        this.intake = intake;
        this.store = store;
    }

    /** A key pair for one run. */
    static KeyPair makeKey() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    /** {@code sha256:…} of a public key, as records name it. */
    static String digest(KeyPair key) {
        return digest(key.getPublic().getEncoded());
    }

    private static String digest(byte[] octets) {
        try {
            return "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(octets));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /**
     * Sends what of the file is not kept yet.
     *
     * @param octets CSV: a row a day by the clock of China, a column an hour, kWh
     * @param terminal handle of the terminal, whose record names the digest of the key
     */
    void send(byte[] octets, String terminal, String meter, KeyPair key, String account) {
        Instant sent = store.last(meter, "electricity").map(MeterReading::to).orElse(Instant.EPOCH);
        months(octets).forEach((month, days) -> {
            Instant begin = days.get(0).begin();
            if (!begin.isBefore(sent)) {
                byte[] statement = sign(payload(terminal, meter, begin, days), key);
                intake.take(intake.read(statement), account);
            }
        });
    }

    /** A day's hours, kWh. */
    private record Day(LocalDate date, List<String> hours) {
        Instant begin() {
            return date.atStartOfDay().toInstant(CLOCK);
        }
    }

    private static Map<String, List<Day>> months(byte[] octets) {
        Map<String, List<Day>> months = new TreeMap<>();
        for (CsvTable.Row row : CsvTable.read(octets).rows()) {
            String date = row.cells().getOrDefault("day", "");
            List<String> hours = new ArrayList<>(HOURS);
            for (int hour = 0; hour < HOURS; hour++) {
                hours.add(row.cells().getOrDefault((hour < 10 ? "0" : "") + hour, ""));
            }
            months.computeIfAbsent(date.substring(0, 7), month -> new ArrayList<>())
                    .add(new Day(LocalDate.parse(date), hours));
        }
        return months;
    }

    private String payload(String terminal, String meter, Instant begin, List<Day> days) {
        var newest = store.newest(terminal);
        StringBuilder text = new StringBuilder("{\"terminal\":\"" + terminal + "\",\"sequence\":"
                + (newest.map(KeptBatch::sequence).orElse(0L) + 1)
                + newest.map(batch -> ",\"previous\":\"" + batch.digest() + "\"")
                        .orElse("")
                + ",\"meter\":\"" + meter + "\",\"source\":\"" + SOURCE
                + "\",\"kind\":\"electricity\",\"unit\":\"kWh\",\"form\":\"amounts\",\"from\":\"" + begin
                + "\",\"readings\":[");
        Instant at = begin;
        for (Day day : days) {
            for (String hour : day.hours()) {
                text.append(at.equals(begin) ? "" : ",");
                at = at.plus(1, ChronoUnit.HOURS);
                text.append("{\"at\":\"" + at + "\",\"value\":\"" + hour + "\"}");
            }
        }
        return text.append("]}").toString();
    }

    /** A compact JWS by Ed25519. */
    private static byte[] sign(String payload, KeyPair key) {
        byte[] der = key.getPublic().getEncoded();
        String header = "{\"alg\":\"EdDSA\",\"jwk\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\""
                + base64(Arrays.copyOfRange(der, der.length - KEY_OCTETS, der.length)) + "\"}}";
        String signed = base64(header.getBytes(StandardCharsets.UTF_8)) + "."
                + base64(payload.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return (signed + "." + base64(signature.sign())).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("signing with a key just made", e);
        }
    }

    private static String base64(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
