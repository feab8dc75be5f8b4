// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.share.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.share.SharedAnswers;
import org.tanma.resolver.store.ChangeFeed.ChangeListener;

class RedisSharedAnswersTest {
    private static final HandleName NAME = HandleName.parse("20.500.12345/a");
    private static final byte[] QUESTION = {1, 2, 3};
    private static final Duration TTL = Duration.ofMinutes(1);
    private static final Duration LEASE = Duration.ofMillis(1_500);

    private final String group = UUID.randomUUID().toString();
    private final TestRedis lineOfWriter = new TestRedis();
    private final TestRedis line = new TestRedis();
    private RedisSharedAnswers writer;
    private RedisSharedAnswers one;
    private RedisSharedAnswers two;

    @BeforeEach
    void open() {
        writer = open(lineOfWriter, "writer", true);
        one = open(line, "one", false);
        two = open(line, "two", false);
        awaitLinked(writer, one, two);
    }

    @AfterEach
    void close() {
        one.close();
        two.close();
        writer.close();
        line.close();
        lineOfWriter.close();
    }

    private RedisSharedAnswers open(TestRedis redis, String node, boolean isWriter) {
        return RedisSharedAnswers.open(
                new RedisShareConfig(redis.address(), group, node, isWriter, Duration.ofSeconds(1), LEASE),
                new SecureRandom());
    }

    private static void awaitLinked(SharedAnswers... nodes) {
        for (SharedAnswers node : nodes) {
            await().atMost(Duration.ofSeconds(20)).until(node::isLinked);
        }
    }

    private static byte[] octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void keep(SharedAnswers node, String answer) {
        node.keep(node.find(NAME, QUESTION), octets(answer), TTL);
    }

    private static void awaitFound(SharedAnswers node, String answer) {
        await().untilAsserted(
                        () -> assertThat(node.find(NAME, QUESTION).answer()).contains(octets(answer)));
    }

    @Test
    void keep_isFoundByTheOthers_andForThatQuestionOnly() {
        keep(one, "found");

        awaitFound(two, "found");
        assertThat(two.find(NAME, new byte[] {1, 2}).answer()).isEmpty();
        assertThat(two.find(HandleName.parse("20.500.12345/b"), QUESTION).answer())
                .isEmpty();
        assertThat(two.find(HandleName.parse("20.500.12345/A"), QUESTION).answer())
                .isPresent();
    }

    @Test
    void keep_ttlOver_isNotFound() {
        one.keep(one.find(NAME, QUESTION), octets("short"), Duration.ofMillis(200));
        awaitFound(two, "short");

        await().untilAsserted(
                        () -> assertThat(two.find(NAME, QUESTION).answer()).isEmpty());
    }

    @Test
    void changed_isHeardByTheOthersBeforeItReturns_andVoidsWhatWasKept() {
        keep(one, "old");
        awaitFound(two, "old");
        List<HandleName> heard = Collections.synchronizedList(new ArrayList<>());
        one.subscribe(new Hearer(heard));
        two.subscribe(new Hearer(heard));

        writer.changed(List.of(NAME));

        assertThat(heard).containsExactly(NAME, NAME);
        assertThat(two.find(NAME, QUESTION).answer()).isEmpty();
    }

    @Test
    void keep_changedSinceItWasLookedFor_isNotKept() {
        SharedAnswers.Lookup before = one.find(NAME, QUESTION);
        writer.changed(List.of(NAME));

        one.keep(before, octets("old"), TTL);

        assertThat(one.find(NAME, QUESTION).answer()).isEmpty();
        keep(two, "new");
        awaitFound(one, "new");
    }

    @Test
    void keep_redisEmptiedSinceItWasLookedFor_isNotKept() {
        SharedAnswers.Lookup before = one.find(NAME, QUESTION);
        TestRedis.empty();

        one.keep(before, octets("old"), TTL);

        assertThat(one.find(NAME, QUESTION).answer()).isEmpty();
        keep(two, "new");
        awaitFound(one, "new");
    }

    @Test
    void cutOff_findsNothingKeepsNothingAndSaysSo_untilItIsBack() {
        keep(one, "found");
        awaitFound(two, "found");
        AtomicLong dropped = new AtomicLong();
        two.subscribe(new Hearer(new ArrayList<>()) {
            @Override
            public void everythingChanged() {
                dropped.incrementAndGet();
            }
        });

        line.cut();

        await().until(() -> !two.isLinked() && dropped.get() > 0);
        assertThat(two.find(NAME, QUESTION).answer()).isEmpty();
        long before = dropped.get();
        line.mend();
        awaitLinked(two);
        assertThat(dropped.get()).isGreaterThan(before);
    }

    @Test
    void changed_writerCutOff_isHeldUntilTheOthersDoubt_andWhatWasKeptIsVoidAfterwards() {
        keep(one, "old");
        awaitFound(two, "old");
        lineOfWriter.cut();

        writer.changed(List.of(NAME));

        assertThat(one.isLinked()).isFalse();
        assertThat(two.find(NAME, QUESTION).answer()).isEmpty();
        lineOfWriter.mend();
        awaitLinked(one, two, writer);
        assertThat(one.find(NAME, QUESTION).answer()).isEmpty();
    }

    @Test
    void writerRestarted_isReliedOnAgain_andWhatWasKeptBeforeIsVoid() {
        keep(one, "old");
        awaitFound(two, "old");
        lineOfWriter.cut();
        writer.close();
        await().until(() -> !one.isLinked());
        lineOfWriter.mend();

        writer = open(lineOfWriter, "writer", true);

        awaitLinked(one, two, writer);
        assertThat(one.find(NAME, QUESTION).answer()).isEmpty();
    }

    @Test
    void moreChangesThanAMessageHolds_voidEverything() {
        keep(one, "old");
        awaitFound(two, "old");

        writer.changed(IntStream.rangeClosed(0, PeerMessage.MOST_NAMES)
                .mapToObj(i -> HandleName.parse("20.500.12345/many-" + i))
                .toList());

        assertThat(two.find(NAME, QUESTION).answer()).isEmpty();
    }

    /** The truth is a number that only grows; a reader must never be given one below what was acknowledged before it asked. */
    @Test
    void readersAmidChanges_neverGetWhatWasAcknowledgedAsChanged() throws InterruptedException {
        AtomicLong truth = new AtomicLong();
        AtomicLong acknowledged = new AtomicLong();
        AtomicBoolean isOver = new AtomicBoolean();
        List<String> false_ = Collections.synchronizedList(new ArrayList<>());
        AtomicLong shared = new AtomicLong();
        CountDownLatch readers = new CountDownLatch(2);
        for (SharedAnswers node : List.of(one, two)) {
            new Thread(() -> {
                        while (!isOver.get()) {
                            long least = acknowledged.get();
                            SharedAnswers.Lookup lookup = node.find(NAME, QUESTION);
                            long given = lookup.answer()
                                    .map(octets -> Long.parseLong(new String(octets, StandardCharsets.UTF_8)))
                                    .orElseGet(truth::get);
                            if (lookup.answer().isPresent()) {
                                shared.incrementAndGet();
                            } else {
                                node.keep(lookup, octets(Long.toString(given)), TTL);
                            }
                            if (given < least) {
                                false_.add(given + " after " + least);
                            }
                        }
                        readers.countDown();
                    })
                    .start();
        }
        for (int i = 1; i <= 150; i++) {
            truth.incrementAndGet();
            writer.changed(List.of(NAME));
            acknowledged.set(i);
        }
        isOver.set(true);
        readers.await();

        assertThat(false_).isEmpty();
        assertThat(shared.get()).isPositive();
    }

    private static class Hearer implements ChangeListener {
        private final List<HandleName> heard;

        Hearer(List<HandleName> heard) {
            this.heard = heard;
        }

        @Override
        public void changed(List<HandleName> names) {
            heard.addAll(names);
        }

        @Override
        public void everythingChanged() {
            heard.clear();
        }
    }
}
