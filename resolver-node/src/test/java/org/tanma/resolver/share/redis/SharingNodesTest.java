// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.share.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.resolve.ParentAnswer;
import org.tanma.resolver.resolve.ParentResolver;
import org.tanma.resolver.resolve.PatientParent;
import org.tanma.resolver.resolve.RecursionConfig;
import org.tanma.resolver.share.SharedAnswers;
import org.tanma.resolver.share.SharedParent;
import org.tanma.resolver.store.MemoryHandleStore;

/** Two nodes that ask the same third one for its records, joined by Redis. */
class SharingNodesTest {
    private static final HandleName FAR = HandleName.parse("20.77/x");

    private final MemoryHandleStore records = new MemoryHandleStore();
    private final AtomicInteger asked = new AtomicInteger();
    private final String group = UUID.randomUUID().toString();
    private final TestRedis line = new TestRedis();
    private SharedAnswers origin;
    private SharedAnswers one;
    private SharedAnswers two;

    @BeforeEach
    void open() {
        origin = open("origin", true);
        one = open("one", false);
        two = open("two", false);
        records.subscribe(origin);
        await().atMost(Duration.ofSeconds(20)).until(() -> origin.isLinked() && one.isLinked() && two.isLinked());
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
        origin.close();
        line.close();
    }

    private SharedAnswers open(String node, boolean isWriter) {
        return RedisSharedAnswers.open(
                new RedisShareConfig(
                        line.address(), group, node, isWriter, Duration.ofSeconds(1), Duration.ofMillis(1_500)),
                new SecureRandom());
    }

    private ParentResolver node(SharedAnswers shared) {
        ParentResolver parent = (name, hops) -> {
            asked.incrementAndGet();
            return records.find(name)
                    .<ParentAnswer>map(record -> new ParentAnswer.Values(record.values()))
                    .orElseGet(ParentAnswer.Absent::new);
        };
        PatientParent patient = new PatientParent(
                new SharedParent(parent, shared, RecursionConfig.DEFAULT, InstantSource.system()),
                RecursionConfig.DEFAULT,
                InstantSource.system(),
                shared::isLinked);
        shared.subscribe(patient);
        return patient;
    }

    private void publish(String url) {
        records.createOrReplace(new HandleRecord(FAR, List.of(HandleValue.text(1, "URL", url, 0))));
    }

    private static String url(ParentResolver node) {
        return ((ParentAnswer.Values) node.find(FAR, 1))
                .values()
                .decode()
                .get(0)
                .dataAsText();
    }

    @Test
    void whatOneFetched_theOtherNeedNot_untilItChanges() {
        publish("https://old.example/");
        ParentResolver first = node(one);
        ParentResolver second = node(two);
        assertThat(url(first)).isEqualTo("https://old.example/");
        await().untilAsserted(() ->
                assertThat(two.find(FAR, new byte[] {1}).answer()).isPresent());
        assertThat(url(second)).isEqualTo("https://old.example/");
        assertThat(asked).hasValue(1);

        publish("https://new.example/");

        assertThat(url(first)).isEqualTo("https://new.example/");
        assertThat(url(second)).isEqualTo("https://new.example/");
    }

    @Test
    void redisGone_everyQuestionGoesToTheParent_andNoneFails() {
        publish("https://old.example/");
        ParentResolver first = node(one);
        assertThat(url(first)).isEqualTo("https://old.example/");
        line.cut();

        publish("https://new.example/");

        int before = asked.get();
        assertThat(url(first)).isEqualTo("https://new.example/");
        assertThat(url(first)).isEqualTo("https://new.example/");
        assertThat(asked.get()).isEqualTo(before + 2);
        line.mend();
        await().atMost(Duration.ofSeconds(20)).until(() -> one.isLinked() && two.isLinked());
        assertThat(url(first)).isEqualTo("https://new.example/");
    }
}
