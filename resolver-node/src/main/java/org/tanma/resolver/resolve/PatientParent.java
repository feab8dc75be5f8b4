// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.store.ChangeFeed.ChangeListener;

/**
 * A parent resolver that is asked no more than it can bear, and remembers.
 *
 * <p>Values are remembered until the first of them expires, and absence for a while, as long as whoever was asked to make
 * sure of it says that changes would be heard; what is heard to have changed is forgotten. One question about a handle is under
 * way at a time, which the others wait for: a circle of resolvers ends there. A parent that did not answer is left alone
 * for a while, and every question in that time is answered at once.
 */
public final class PatientParent implements ParentResolver, ChangeListener {
    private static final int SMALLEST = 64;

    private final ParentResolver parent;
    private final RecursionConfig config;
    private final InstantSource clock;
    private final Semaphore permits;
    private final Map<HandleName, CompletableFuture<ParentAnswer>> underWay = new ConcurrentHashMap<>();
    private final Cache<HandleName, ParentAnswer> remembered;
    private final BooleanSupplier mayRemember;
    private final AtomicLong changes = new AtomicLong();
    private volatile Instant leftAloneUntil = Instant.MIN;

    /** Remembers for as long as the values' TTL allows. */
    public PatientParent(ParentResolver parent, RecursionConfig config, InstantSource clock) {
        this(parent, config, clock, () -> true);
    }

    /** @param mayRemember false while what is remembered may have changed unheard */
    public PatientParent(
            ParentResolver parent, RecursionConfig config, InstantSource clock, BooleanSupplier mayRemember) {
        this.parent = parent;
        this.config = config;
        this.clock = clock;
        this.mayRemember = mayRemember;
        this.permits = new Semaphore(config.concurrent());
        this.remembered = Caffeine.newBuilder()
                .maximumWeight(config.rememberedOctets())
                .weigher((HandleName name, ParentAnswer answer) -> SMALLEST + octets(answer))
                .ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
                .expireAfter(Expiry.creating(
                        (HandleName name, ParentAnswer answer) -> config.lifeOf(answer, clock.instant())))
                .build();
    }

    private static int octets(ParentAnswer answer) {
        return answer instanceof ParentAnswer.Values found ? found.values().octetCount() : 0;
    }

    @Override
    public ParentAnswer find(HandleName name, int recursionCount) {
        ParentAnswer known = mayRemember.getAsBoolean() ? remembered.getIfPresent(name) : null;
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
            long before = changes.get();
            ParentAnswer answer = parent.find(name, recursionCount);
            if (answer instanceof ParentAnswer.Unavailable) {
                leftAloneUntil = clock.instant().plus(config.pause());
            } else if (config.lifeOf(answer, clock.instant()).compareTo(Duration.ZERO) > 0) {
                remember(name, answer, before);
            }
            return answer;
        } finally {
            permits.release();
        }
    }

    /** Unless something changed while it was fetched: it may be from before. */
    private void remember(HandleName name, ParentAnswer answer, long before) {
        if (mayRemember.getAsBoolean() && changes.get() == before) {
            remembered.put(name, answer);
            if (changes.get() != before) {
                remembered.invalidate(name);
            }
        }
    }

    @Override
    public void changed(List<HandleName> names) {
        changes.incrementAndGet();
        remembered.invalidateAll(names);
    }

    @Override
    public void everythingChanged() {
        changes.incrementAndGet();
        remembered.invalidateAll();
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
}
