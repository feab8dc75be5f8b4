// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanma.handle.model.HandleRecord;
import org.tanma.sdk.resolve.TanmaClient;

/**
 * What the node has acknowledged is still there after it was killed under many writers, and what it has not acknowledged is
 * there whole or not at all.
 */
class DurabilityIT {
    private static final Logger LOG = LoggerFactory.getLogger(DurabilityIT.class);
    private static final int KILLED_AFTER = 640;
    private static final int WRITERS = 64;

    @TempDir
    Path directory;

    @Test
    void sigkill_amidRegistrations_losesNothingAcknowledged() throws Exception {
        Path data = directory.resolve("data");
        List<String> acknowledged = new CopyOnWriteArrayList<>();
        try (StandaloneProcess node = StandaloneProcess.up(data)) {
            CountDownLatch enough = new CountDownLatch(KILLED_AFTER);
            List<Thread> writers = new java.util.ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int number = writer;
                Thread thread = new Thread(() -> registerUntilKilled(node, number, acknowledged, enough));
                thread.start();
                writers.add(thread);
            }
            assertThat(enough.await(5, TimeUnit.MINUTES)).isTrue();
            node.kill();
            for (Thread writer : writers) {
                writer.join();
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLED_AFTER);
        try (StandaloneProcess again = StandaloneProcess.up(data);
                TanmaClient client = TanmaClient.connect(again.url("handle"))) {
            int values =
                    client.resolve(acknowledged.get(0)).orElseThrow().values().size();
            for (String handle : acknowledged) {
                assertThat(client.resolve(handle).orElseThrow().values())
                        .as(handle)
                        .hasSize(values);
            }
            int unacknowledged = 0;
            for (int writer = 0; writer < WRITERS; writer++) {
                String underWay = handle(writer, countOf(writer, acknowledged));
                Optional<HandleRecord> found = client.resolve(underWay);
                found.ifPresent(
                        record -> assertThat(record.values()).as(underWay).hasSize(values));
                unacknowledged += found.isPresent() ? 1 : 0;
            }
            LOG.info(
                    "{} acknowledged, all there; {} under way, {} of them there, whole",
                    acknowledged.size(),
                    WRITERS,
                    unacknowledged);
            assertThat(again.announcement().get("codes").size()).isPositive();
        }
    }

    private static String handle(int writer, long number) {
        return "88.118.1/PUMP-" + writer + "-" + number;
    }

    private static long countOf(int writer, List<String> acknowledged) {
        return acknowledged.stream()
                .filter(handle -> handle.startsWith("88.118.1/PUMP-" + writer + "-"))
                .count();
    }

    private static void registerUntilKilled(
            StandaloneProcess node, int writer, List<String> acknowledged, CountDownLatch enough) {
        WebCalls cement = new WebCalls(node.url("web"), node.account("cement"));
        try {
            for (int i = 0; ; i++) {
                String handle = handle(writer, i);
                var answer = cement.post(
                        "/api/v1/registrations?template=device",
                        "text/csv",
                        "handle,deviceName,deviceKind,enterprise\n" + handle + ",水泵,pump,88.118.1/ENTERPRISE\n");
                if (answer.status() != 201) {
                    throw new AssertionError(answer.text());
                }
                acknowledged.add(handle);
                enough.countDown();
            }
        } catch (IOException e) {
            // The node was killed: what was under way is neither acknowledged nor refused.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
