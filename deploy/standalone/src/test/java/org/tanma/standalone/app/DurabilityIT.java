// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.sdk.resolve.TanmaClient;

/** What the node has acknowledged is still there after it was killed in the middle of a stream of registrations. */
class DurabilityIT {
    private static final int KILLED_AFTER = 60;
    private static final int WRITERS = 3;

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
            assertThat(enough.await(2, TimeUnit.MINUTES)).isTrue();
            node.kill();
            for (Thread writer : writers) {
                writer.join();
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLED_AFTER);
        try (StandaloneProcess again = StandaloneProcess.up(data);
                TanmaClient client = TanmaClient.connect(again.url("handle"))) {
            for (String handle : acknowledged) {
                assertThat(client.resolve(handle)).as(handle).isPresent();
            }
            assertThat(again.announcement().get("codes").size()).isPositive();
        }
    }

    private static void registerUntilKilled(
            StandaloneProcess node, int writer, List<String> acknowledged, CountDownLatch enough) {
        WebCalls cement = new WebCalls(node.url("web"), node.account("cement"));
        try {
            for (int i = 0; ; i++) {
                String handle = "88.118.1/PUMP-" + writer + "-" + i;
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
