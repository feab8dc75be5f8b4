// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
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

    private static final String NODE_PREFIX = "88.118";

    @TempDir
    Path directory;

    /** Creates one handle after the other; {@link IOException} once the node is gone. */
    @FunctionalInterface
    private interface Creating {
        void create(String handle) throws IOException, InterruptedException;
    }

    /** What one writer creates with, at a running node. */
    @FunctionalInterface
    private interface Writers {
        Creating at(StandaloneProcess node) throws Exception;
    }

    @Test
    void sigkill_amidRegistrations_losesNothingAcknowledged() throws Exception {
        killAmid(NODE_PREFIX + ".1/PUMP-", DurabilityIT::byRegistration);
    }

    @Test
    void sigkill_amidCreatesInSessions_losesNothingAcknowledged() throws Exception {
        killAmid(NODE_PREFIX + "/KILN-", node -> new CreatingSession(directory.resolve("data"))::create);
    }

    private void killAmid(String begin, Writers writers) throws Exception {
        Path data = directory.resolve("data");
        List<String> acknowledged = new CopyOnWriteArrayList<>();
        try (StandaloneProcess node = StandaloneProcess.up(data)) {
            List<Creating> creating = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                creating.add(writers.at(node));
            }
            CountDownLatch enough = new CountDownLatch(KILLED_AFTER);
            List<Thread> threads = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                String name = begin + writer + "-";
                Creating mine = creating.get(writer);
                Thread thread = new Thread(() -> createUntilKilled(mine, name, acknowledged, enough));
                thread.start();
                threads.add(thread);
            }
            assertThat(enough.await(5, TimeUnit.MINUTES)).isTrue();
            node.kill();
            for (Thread thread : threads) {
                thread.join();
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(KILLED_AFTER);
        try (StandaloneProcess again = StandaloneProcess.up(data);
                TanmaClient client = TanmaClient.connect(again.url("handle"))) {
            requireAll(begin, acknowledged, client);
            assertThat(again.announcement().get("codes").size()).isPositive();
        }
    }

    private static void requireAll(String begin, List<String> acknowledged, TanmaClient client) throws Exception {
        int values = client.resolve(acknowledged.get(0)).orElseThrow().values().size();
        for (String handle : acknowledged) {
            assertThat(client.resolve(handle).orElseThrow().values()).as(handle).hasSize(values);
        }
        int unacknowledged = 0;
        for (int writer = 0; writer < WRITERS; writer++) {
            String name = begin + writer + "-";
            long next = acknowledged.stream().filter(h -> h.startsWith(name)).count();
            Optional<HandleRecord> found = client.resolve(name + next);
            found.ifPresent(
                    record -> assertThat(record.values()).as(name + next).hasSize(values));
            unacknowledged += found.isPresent() ? 1 : 0;
        }
        LOG.info(
                "{}…: {} acknowledged, all there; {} under way, {} of them there, whole",
                begin,
                acknowledged.size(),
                WRITERS,
                unacknowledged);
    }

    private static void createUntilKilled(
            Creating creating, String begin, List<String> acknowledged, CountDownLatch enough) {
        try {
            for (int i = 0; ; i++) {
                creating.create(begin + i);
                acknowledged.add(begin + i);
                enough.countDown();
            }
        } catch (IOException e) {
            // The node was killed: what was under way is neither acknowledged nor refused.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Creating byRegistration(StandaloneProcess node) {
        WebCalls cement = new WebCalls(node.url("web"), node.account("cement"));
        return handle -> {
            var answer = cement.post(
                    "/api/v1/registrations?template=device",
                    "text/csv",
                    "handle,deviceName,deviceKind,enterprise\n" + handle + ",水泵,pump,88.118.1/ENTERPRISE\n");
            if (answer.status() != 201) {
                throw new AssertionError(answer.text());
            }
        };
    }
}
