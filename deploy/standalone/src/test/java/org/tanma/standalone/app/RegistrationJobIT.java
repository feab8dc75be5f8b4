// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A registration of a whole file, killed in its middle: exactly the seeded faults are reported, and no row twice. */
class RegistrationJobIT {
    private static final int ROWS = Integer.getInteger("tanma.job.rows", 40_000);
    private static final int FAULTS = Integer.getInteger("tanma.job.faults", 400);
    private static final long MOST_NANOS = 300_000_000_000L;
    private static final String JOBS = "/api/v1/registrations/jobs";

    @TempDir
    Path directory;

    @Test
    void sigkill_amidAJob_goesOn_exactlyTheFaultsReported_noRowTwice() throws Exception {
        Set<Integer> faults = new TreeSet<>();
        SplittableRandom random = new SplittableRandom(42);
        while (faults.size() < FAULTS) {
            faults.add(random.nextInt(ROWS));
        }
        StringBuilder file = new StringBuilder("deviceName,deviceKind,enterprise\n");
        for (int row = 0; row < ROWS; row++) {
            String kind = faults.contains(row) ? "pomp" : "pump";
            file.append("row ").append(row).append(',').append(kind).append(",88.118.1/ENTERPRISE\n");
        }
        Path data = directory.resolve("data");
        String id;
        String account;
        try (StandaloneProcess node = StandaloneProcess.up(data)) {
            account = node.account("cement");
            WebCalls cement = new WebCalls(node.url("web"), account);
            WebCalls.Answer sent =
                    cement.post(JOBS + "?template=device&mint=sequence:7:ROW-", "text/csv", file.toString());
            assertThat(sent.status()).as(sent.text()).isEqualTo(202);
            id = sent.json().get("id").asString();
            String job = JOBS + "/" + id;
            await(cement, job, account, now -> now.get("rows").get("read").asLong() >= ROWS / 4);
            node.kill();
        }
        try (StandaloneProcess again = StandaloneProcess.up(data)) {
            WebCalls cement = new WebCalls(again.url("web"), account);
            String job = JOBS + "/" + id;
            JsonNode rows = await(
                            cement,
                            job,
                            account,
                            now -> now.get("state").asString().equals("done"))
                    .get("rows");
            assertThat(rows.get("registered").asLong()).isEqualTo(ROWS - FAULTS);
            assertThat(rows.get("unchanged").asLong()).isZero();
            assertThat(rows.get("refused").asLong()).isEqualTo(FAULTS);
            String errors =
                    cement.get(job + "/errors", "Authorization", basic(account)).text();
            assertThat(errors.lines()
                            .skip(1)
                            .map(l -> Integer.parseInt(l.substring(4, l.indexOf(','))))
                            .toList())
                    .containsExactlyElementsOf(faults);
            List<Integer> registered = registeredRows(cement);
            assertThat(registered)
                    .doesNotHaveDuplicates()
                    .hasSize(ROWS - FAULTS)
                    .doesNotContainAnyElementsOf(faults);
        }
    }

    /** The rows whose records are there, by what they say of themselves. */
    private static List<Integer> registeredRows(WebCalls calls) throws Exception {
        List<Integer> rows = new ArrayList<>();
        String page = "/api/v1/records?template=device&enterprise=88.118.1&limit=1000";
        String cursor = "";
        do {
            JsonNode found = calls.get(page + cursor).json();
            found.get("records").forEach(record -> {
                String name = record.get("items").get("deviceName").asString();
                if (name.startsWith("row ")) {
                    rows.add(Integer.parseInt(name.substring("row ".length())));
                }
            });
            JsonNode next = found.get("next");
            cursor = next == null || next.isNull()
                    ? ""
                    : "&cursor=" + URLEncoder.encode(next.asString(), StandardCharsets.UTF_8);
        } while (!cursor.isEmpty());
        return rows;
    }

    /** Asks for the job again and again until it is as wished. */
    private static JsonNode await(WebCalls calls, String job, String account, Predicate<JsonNode> wished)
            throws Exception {
        long end = System.nanoTime() + MOST_NANOS;
        JsonNode now = calls.get(job, "Authorization", basic(account)).json();
        while (!wished.test(now)) {
            assertThat(System.nanoTime()).as("%s in time", now).isLessThan(end);
            now = calls.get(job, "Authorization", basic(account)).json();
        }
        return now;
    }

    private static String basic(String account) {
        return "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
    }
}
