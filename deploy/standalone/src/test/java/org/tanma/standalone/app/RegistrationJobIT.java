// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.sdk.resolve.TanmaClient;
import tools.jackson.databind.JsonNode;

/** A registration of a whole file, killed in its middle: exactly the seeded faults are reported, and no row twice. */
class RegistrationJobIT {
    private static final int ROWS = Integer.getInteger("tanma.job.rows", 40_000);
    private static final int FAULTS = Integer.getInteger("tanma.job.faults", 400);
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
            String known = account;
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> rows(cement, job, known).get("read").asLong() >= ROWS / 4);
            node.kill();
        }
        try (StandaloneProcess again = StandaloneProcess.up(data);
                TanmaClient client = TanmaClient.connect(again.url("handle"))) {
            WebCalls cement = new WebCalls(again.url("web"), account);
            String job = JOBS + "/" + id;
            Awaitility.await()
                    .atMost(Duration.ofMinutes(5))
                    .until(() -> rows(cement, job, account).get("read").asLong() == ROWS
                            && job(cement, job, account).get("state").asString().equals("done"));
            JsonNode rows = rows(cement, job, account);
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
            for (int number : new int[] {1, ROWS / 4, ROWS / 2, ROWS - FAULTS}) {
                assertThat(client.resolve("88.118.1/ROW-%07d".formatted(number)))
                        .isPresent();
            }
            assertThat(client.resolve("88.118.1/ROW-%07d".formatted(ROWS + 1))).isEmpty();
        }
    }

    private static JsonNode job(WebCalls calls, String job, String account) throws Exception {
        return calls.get(job, "Authorization", basic(account)).json();
    }

    private static JsonNode rows(WebCalls calls, String job, String account) throws Exception {
        return job(calls, job, account).get("rows");
    }

    private static String basic(String account) {
        return "Basic " + Base64.getEncoder().encodeToString(account.getBytes(StandardCharsets.UTF_8));
    }
}
