// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.StoredKeys;
import org.tanma.resolver.store.EncodedValues;
import org.tanma.resolver.store.MemoryHandleStore;

class PatientParentTest {
    private static final HandleName FAR = HandleName.parse("20.77/x");
    private static final RecursionConfig SMALL = new RecursionConfig(
            2, Duration.ofSeconds(20), Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofHours(1), 1 << 20);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2025-01-01T00:00:00Z"));
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<BiFunction<HandleName, Integer, ParentAnswer>> answering =
            new AtomicReference<>((name, count) -> values(100));
    private final ParentResolver parent = new PatientParent(
            (name, count) -> {
                asked.incrementAndGet();
                return answering.get().apply(name, count);
            },
            SMALL,
            now::get);

    private static ParentAnswer values(long... ttlSeconds) {
        List<HandleValue> values = new ArrayList<>();
        for (long ttl : ttlSeconds) {
            values.add(new HandleValue(
                    values.size() + 1,
                    "URL",
                    new byte[] {'u'},
                    Ttl.ofSeconds(ttl),
                    ValuePermissions.PUBLIC,
                    0,
                    List.of()));
        }
        return new ParentAnswer.Values(EncodedValues.encode(values));
    }

    private void pass(long seconds) {
        now.updateAndGet(time -> time.plusSeconds(seconds));
    }

    private int askedAfter(long seconds) {
        pass(seconds);
        parent.find(FAR, 1);
        return asked.get();
    }

    /** The common pool of two processors has but one thread. */
    private static final Executor IN_ITS_OWN_THREAD = task -> new Thread(task).start();

    @Test
    void values_areRememberedUntilTheFirstExpires() {
        answering.set((name, count) -> values(100, 40));

        assertThat(askedAfter(0)).isEqualTo(1);
        assertThat(askedAfter(39)).isEqualTo(1);
        assertThat(askedAfter(2)).isEqualTo(2);
    }

    @Test
    void values_withoutTtlOrExpired_areAskedForEachTime() {
        answering.set((name, count) -> values(0, 40));
        assertThat(askedAfter(0)).isEqualTo(1);
        assertThat(askedAfter(0)).isEqualTo(2);
    }

    @Test
    void values_areNotRememberedForLongerThanConfigured() {
        answering.set((name, count) -> values(1_000_000));
        assertThat(askedAfter(0)).isEqualTo(1);
        assertThat(askedAfter(3_599)).isEqualTo(1);
        assertThat(askedAfter(2)).isEqualTo(2);
    }

    @Test
    void absence_isRememberedForAWhile() {
        answering.set((name, count) -> new ParentAnswer.Absent());
        assertThat(askedAfter(0)).isEqualTo(1);
        assertThat(askedAfter(29)).isEqualTo(1);
        assertThat(askedAfter(2)).isEqualTo(2);
    }

    @Test
    void silence_isAnsweredAtOnceForAWhile_forEveryHandle() {
        answering.set((name, count) -> new ParentAnswer.Unavailable("dead"));
        assertThat(parent.find(FAR, 1)).isEqualTo(new ParentAnswer.Unavailable("dead"));

        ParentAnswer next = parent.find(HandleName.parse("20.78/y"), 1);
        assertThat(next).isInstanceOf(ParentAnswer.Unavailable.class);
        assertThat(asked).hasValue(1);

        answering.set((name, count) -> values(100));
        assertThat(askedAfter(6)).isEqualTo(2);
        assertThat(parent.find(FAR, 1)).isInstanceOf(ParentAnswer.Values.class);
    }

    @Test
    void refusal_isAskedForAgain() {
        answering.set((name, count) -> new ParentAnswer.Refused(ResponseCode.SERVER_NOT_RESPONSIBLE, "no"));
        assertThat(askedAfter(0)).isEqualTo(1);
        assertThat(askedAfter(0)).isEqualTo(2);
    }

    @Test
    void sameQuestionAtOnce_isAskedOnce_andOthersUpToTheLimit() throws Exception {
        CountDownLatch under = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        answering.set((name, count) -> {
            under.countDown();
            try {
                assertThat(go.await(20, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return values(100);
        });
        Map<Integer, CompletableFuture<ParentAnswer>> same = new ConcurrentHashMap<>();
        same.put(0, CompletableFuture.supplyAsync(() -> parent.find(FAR, 1), IN_ITS_OWN_THREAD));
        CompletableFuture<ParentAnswer> second =
                CompletableFuture.supplyAsync(() -> parent.find(HandleName.parse("20.78/y"), 1), IN_ITS_OWN_THREAD);
        assertThat(under.await(20, TimeUnit.SECONDS)).isTrue();

        assertThat(parent.find(HandleName.parse("20.79/z"), 1))
                .isEqualTo(new ParentAnswer.Unavailable("too many questions to the parent resolver at once"));
        Thread waiting = new Thread(() -> same.put(1, CompletableFuture.completedFuture(parent.find(FAR, 2))));
        waiting.start();
        await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
        go.countDown();

        waiting.join(20_000);
        assertThat(same.get(0).get(20, TimeUnit.SECONDS)).isInstanceOf(ParentAnswer.Values.class);
        assertThat(same.get(1).get(20, TimeUnit.SECONDS)).isInstanceOf(ParentAnswer.Values.class);
        assertThat(second.get(20, TimeUnit.SECONDS)).isInstanceOf(ParentAnswer.Values.class);
        assertThat(asked).hasValue(2);
    }

    private ResolutionPipeline pipeline(ParentResolver other) {
        MemoryHandleStore store = new MemoryHandleStore();
        ResponsiblePrefixes own = ResponsiblePrefixes.of("20.500.12345");
        return new ResolutionPipeline(
                own,
                store,
                AccessRules.of(StoredKeys.of(store)),
                PrefixServices.reading(own, store),
                SiteShare.whole(1),
                other);
    }

    @Test
    void pipeline_asksTheParentOnlyForHandlesOfOthersAndOnlyWhenWanted() {
        ResolutionPipeline pipeline = pipeline(parent);

        Resolution found = pipeline.resolve(ResolutionQuery.all("20.77/x").along(QueryRoute.RECURSIVE));
        assertThat(found).isInstanceOf(Resolution.Found.class);
        assertThat(pipeline.resolve(ResolutionQuery.of("20.77/x", List.of(9), List.of(), true)
                        .along(QueryRoute.RECURSIVE)))
                .isInstanceOf(Resolution.ValuesNotFound.class);
        assertThat(pipeline.resolve(ResolutionQuery.all("20.77/x"))).isInstanceOf(Resolution.Referral.class);
        assertThat(pipeline.resolve(ResolutionQuery.all("20.500.12345/x").along(QueryRoute.RECURSIVE)))
                .isInstanceOf(Resolution.HandleNotFound.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void pipeline_withoutParent_refersInstead() {
        assertThat(pipeline(ParentResolver.NONE)
                        .resolve(ResolutionQuery.all("20.77/x").along(QueryRoute.RECURSIVE)))
                .isInstanceOf(Resolution.Referral.class);
    }

    @Test
    void pipeline_saysWhatTheParentSays() {
        answering.set((name, count) -> new ParentAnswer.Absent());
        assertThat(pipeline(parent).resolve(ResolutionQuery.all("20.77/a").along(QueryRoute.RECURSIVE)))
                .isInstanceOf(Resolution.HandleNotFound.class);
        answering.set((name, count) -> new ParentAnswer.Unavailable("it is dead"));
        Resolution dead =
                pipeline(parent).resolve(ResolutionQuery.all("20.77/b").along(QueryRoute.RECURSIVE));
        assertThat(dead.responseCode()).isEqualTo(ResponseCode.SERVER_BUSY);
        assertThat(dead.message()).contains("20.77/b").contains("it is dead");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 255})
    void pipeline_countsHops_andGoesNoFurtherThanEight(int count) {
        AtomicInteger passedOn = new AtomicInteger();
        answering.set((name, hops) -> {
            passedOn.set(hops);
            return values(100);
        });

        Resolution resolution =
                pipeline(parent).resolve(ResolutionQuery.all("20.77/x").along(new QueryRoute(true, true, count, 1)));

        boolean isTooFar = count >= RecursionStage.MOST_HOPS;
        assertThat(resolution.responseCode())
                .isEqualTo(isTooFar ? ResponseCode.RECURSION_TOO_DEEP : ResponseCode.SUCCESS);
        assertThat(passedOn).hasValue(isTooFar ? 0 : count + 1);
    }

    /** Two nodes that are each other's parent: the hops end it, and nobody waits for himself for long. */
    @Test
    void circleOfTwo_ends() {
        AtomicReference<ResolutionPipeline> other = new AtomicReference<>();
        AtomicInteger questions = new AtomicInteger();
        ParentResolver through = (name, hops) -> {
            questions.incrementAndGet();
            Resolution resolution = other.get()
                    .resolve(ResolutionQuery.all(name.toString()).along(new QueryRoute(true, true, hops, 1)));
            return new ParentAnswer.Refused(resolution.responseCode(), resolution.message());
        };
        other.set(pipeline(through));

        Resolution resolution =
                other.get().resolve(ResolutionQuery.all("20.77/x").along(QueryRoute.RECURSIVE));

        assertThat(resolution.responseCode()).isEqualTo(ResponseCode.RECURSION_TOO_DEEP);
        assertThat(questions).hasValue(RecursionStage.MOST_HOPS);
    }
}
