// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;

/**
 * A parent resolver that is asked no more than it can bear, and remembers.
 *
 * <p>Values are remembered until the first of them expires, and absence for a while. One question about a handle is under
 * way at a time, which the others wait for: a circle of resolvers ends there. A parent that did not answer is left alone
 * for a while, and every question in that time is answered at once.
 */
public final class PatientParent implements ParentResolver {
    private static final int SMALLEST = 64;

    private final ParentResolver parent;
    private final RecursionConfig config;
    private final InstantSource clock;
    private final Semaphore permits;
    private final Map<HandleName, CompletableFuture<ParentAnswer>> underWay = new ConcurrentHashMap<>();
    private final Cache<HandleName, ParentAnswer> remembered;
    private volatile Instant leftAloneUntil = Instant.MIN;

    public PatientParent(ParentResolver parent, RecursionConfig config, InstantSource clock) {
        this.parent = parent;
        this.config = config;
        this.clock = clock;
        this.permits = new Semaphore(config.concurrent());
        this.remembered = Caffeine.newBuilder()
                .maximumWeight(config.rememberedOctets())
                .weigher((HandleName name, ParentAnswer answer) -> SMALLEST + octets(answer))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.creating((HandleName name, ParentAnswer answer) -> keep(answer)))
                .build();
    }

    private static int octets(ParentAnswer answer) {
        return answer instanceof ParentAnswer.Values found ? found.values().octetCount() : 0;
    }

    @Override
    public ParentAnswer find(HandleName name, int recursionCount) {
        ParentAnswer known = remembered.getIfPresent(name);
        if (known != null) {
            return known;
        }
        if (clock.instant().isBefore(leftAloneUntil)) {
            return new ParentAnswer.Unavailable("the parent resolver did not answer a moment ago");
        }
        CompletableFuture<ParentAnswer> own = new CompletableFuture<>();
        CompletableFuture<ParentAnswer> others = underWay.putIfAbsent(name, own);
        return others == null ? ask(name, recursionCount, own) : await(others);
    }

    private ParentAnswer ask(HandleName name, int recursionCount, CompletableFuture<ParentAnswer> own) {
        ParentAnswer answer = new ParentAnswer.Unavailable("the parent resolver could not be asked");
        try {
            answer = permits.tryAcquire()
                    ? askHoldingPermit(name, recursionCount)
                    : new ParentAnswer.Unavailable("too many questions to the parent resolver at once");
            return answer;
        } finally {
            underWay.remove(name);
            own.complete(answer);
        }
    }

    private ParentAnswer askHoldingPermit(HandleName name, int recursionCount) {
        try {
            ParentAnswer answer = parent.find(name, recursionCount);
            if (answer instanceof ParentAnswer.Unavailable) {
                leftAloneUntil = clock.instant().plus(config.pause());
            } else if (keep(answer).compareTo(Duration.ZERO) > 0) {
                remembered.put(name, answer);
            }
            return answer;
        } finally {
            permits.release();
        }
    }

    private ParentAnswer await(CompletableFuture<ParentAnswer> others) {
        try {
            return others.get(config.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ParentAnswer.Unavailable("this node is stopping");
        } catch (ExecutionException | TimeoutException e) {
            return new ParentAnswer.Unavailable("the parent resolver does not answer in time");
        }
    }

    private Duration keep(ParentAnswer answer) {
        if (!(answer instanceof ParentAnswer.Values found)) {
            return answer instanceof ParentAnswer.Absent ? config.negative() : Duration.ZERO;
        }
        Duration shortest = config.longest();
        for (HandleValue value : found.values().decode()) {
            Duration left = left(value.ttl());
            shortest = left.compareTo(shortest) < 0 ? left : shortest;
        }
        return shortest;
    }

    private Duration left(Ttl ttl) {
        return ttl.isAbsolute()
                ? Duration.between(clock.instant(), Instant.ofEpochSecond(ttl.seconds()))
                : Duration.ofSeconds(ttl.seconds());
    }
}
