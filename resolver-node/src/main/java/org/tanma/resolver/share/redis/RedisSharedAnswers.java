// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.share.redis;

import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.share.SharedAnswers;
import org.tanma.resolver.share.redis.PeerMessage.Kind;
import org.tanma.resolver.store.ChangeFeed.ChangeListener;
import org.tanma.resolver.store.ChangeFeed.Subscription;

/**
 * Answers shared through Redis.
 *
 * <p>How nothing false is found: (1) an answer is kept only while its handle's fence is the one read before it was fetched,
 * checked by Redis in the same step; a change raises the fence and drops the answers in one step. (2) A writer is
 * acknowledged once every node that can be heard has acted on its change, or has had a lease's time to notice that it hears
 * the writer no more ({@link Peers}). (3) A writer that could not tell of a change says nothing more until it has made a new
 * generation, which voids all that was kept.
 *
 * <p>Redis being away, stalled or emptied makes the node not linked; it comes back by itself. Bound of a call: the configured
 * timeout; of {@link #changed}: the lease and a beat.
 */
public final class RedisSharedAnswers implements SharedAnswers {
    /** How long a fence stands after a change; answers fetched longer ago than half of it are not kept. */
    private static final Duration FENCE = Duration.ofMinutes(4);

    private static final int MOST_QUESTIONS = 64;
    private static final int MOST_ANSWER_OCTETS = 65_536;
    private static final Logger LOG = LoggerFactory.getLogger(RedisSharedAnswers.class);

    private final RedisShareConfig config;
    private final RedisKeys keys;
    private final SecureRandom random;
    private final long self;
    private final Peers peers;
    private final List<ChangeListener> listeners = new CopyOnWriteArrayList<>();
    private final ScheduledExecutorService keeper =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "shared-answers"));
    /** Replies leave on a thread of their own: on the connection's they would overtake what other threads have sent. */
    private final ExecutorService replies =
            Executors.newSingleThreadExecutor(task -> new Thread(task, "shared-answers-replies"));

    private final Object sending = new Object();
    private long lastNumber;
    /** True when something may have changed of which the others were not told: also before the first word. */
    private volatile boolean isUntold;

    private volatile long lastSaidNanos = System.nanoTime();
    private volatile @Nullable RedisLink link;
    private volatile boolean isLinked;

    private RedisSharedAnswers(RedisShareConfig config, SecureRandom random) {
        this.config = config;
        this.keys = new RedisKeys(config.group());
        this.random = random;
        this.self = number(config.node());
        this.isUntold = config.isWriter();
        this.peers = new Peers(self, config.lease().toNanos());
    }

    /** Begins to look for the others; returns at once, linked or not. */
    public static RedisSharedAnswers open(RedisShareConfig config, SecureRandom random) {
        RedisSharedAnswers shared = new RedisSharedAnswers(config, random);
        shared.keeper.scheduleWithFixedDelay(shared::keepUp, 0, config.beat().toMillis(), TimeUnit.MILLISECONDS);
        return shared;
    }

    @Override
    public boolean isLinked() {
        return isLinked && peers.isSound() && peers.isHearing(System.nanoTime());
    }

    @Override
    public Lookup find(HandleName handle, byte[] question) {
        RedisLink redis = link;
        if (redis == null || !isLinked()) {
            return new Lookup(handle, question, "", Optional.empty());
        }
        try {
            List<Object> found = redis.await(redis.find(keysOf(handle), question, generation()));
            String generation = new String((byte[]) found.get(0), StandardCharsets.US_ASCII);
            String fence = new String((byte[]) found.get(1), StandardCharsets.US_ASCII);
            Optional<byte[]> answer = found.get(2) instanceof byte[] octets ? Optional.of(octets) : Optional.empty();
            String token = generation + " " + fence + " " + System.nanoTime();
            return new Lookup(handle, question, token, isLinked() ? answer : Optional.empty());
        } catch (RedisException e) {
            LOG.debug("a shared answer could not be looked for", e);
            return new Lookup(handle, question, "", Optional.empty());
        }
    }

    @Override
    public void keep(Lookup lookup, byte[] answer, Duration ttl) {
        RedisLink redis = link;
        String[] token = lookup.fence().split(" ");
        if (redis == null || token.length != 3 || answer.length > MOST_ANSWER_OCTETS || ttl.toMillis() < 1) {
            return;
        }
        if (!isLinked() || System.nanoTime() - Long.parseLong(token[2]) > FENCE.toNanos() / 2) {
            return;
        }
        try {
            redis.run(
                    RedisScripts.KEEP,
                    keysOf(lookup.handle()),
                    ascii(token[0]),
                    ascii(token[1]),
                    lookup.question(),
                    answer,
                    ascii(Long.toString(ttl.toMillis())),
                    ascii(Integer.toString(MOST_QUESTIONS)));
        } catch (RedisException e) {
            LOG.debug("an answer could not be shared", e);
        }
    }

    @Override
    public void changed(List<HandleName> names) {
        if (!names.isEmpty()) {
            acknowledge(() -> names.size() > PeerMessage.MOST_NAMES ? tellEverything() : tell(names));
        }
    }

    @Override
    public void everythingChanged() {
        acknowledge(this::tellEverything);
    }

    private void acknowledge(LongSupplier telling) {
        try {
            long number = telling.getAsLong();
            long deadline =
                    System.nanoTime() + config.lease().plus(config.beat()).toNanos();
            if (!peers.awaitAnswers(number, deadline)) {
                LOG.warn("not every node that shares answers here has acted on a change within {}", config.lease());
            }
        } catch (RedisException e) {
            isUntold = true;
            holdUntilDoubted();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long tell(List<HandleName> names) {
        List<byte[]> keyList = new ArrayList<>();
        keyList.add(keys.channel());
        for (HandleName name : names) {
            keyList.add(keys.fence(name));
            keyList.add(keys.answers(name));
        }
        RedisLink redis = requireLink();
        return say(
                redis,
                Kind.CHANGED,
                0,
                0,
                names,
                message -> redis.run(
                        RedisScripts.CHANGED,
                        keyList.toArray(byte[][]::new),
                        message,
                        ascii(Long.toString(FENCE.toMillis()))));
    }

    private long tellEverything() {
        RedisLink redis = requireLink();
        return say(
                redis,
                Kind.EVERYTHING,
                0,
                0,
                List.of(),
                message -> redis.run(
                        RedisScripts.EVERYTHING,
                        new byte[][] {keys.channel(), keys.generation()},
                        message,
                        generation()));
    }

    /** Long enough after the last word that may have reached anybody, all others doubt what they know. */
    private void holdUntilDoubted() {
        long until = lastSaidNanos + config.lease().plus(config.beat()).toNanos();
        for (long left = until - System.nanoTime(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    @Override
    public Subscription subscribe(ChangeListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private interface Way {
        RedisFuture<Long> send(byte[] message);
    }

    /** Numbers a message and sends it, in the order of the numbers; the number, once Redis has it. */
    private long say(RedisLink redis, Kind kind, long about, long answered, List<HandleName> names, Way way) {
        RedisFuture<Long> sent;
        long number;
        synchronized (sending) {
            number = ++lastNumber;
            if (kind == Kind.CHANGED || kind == Kind.EVERYTHING) {
                peers.expectAnswers(number, System.nanoTime());
            }
            lastSaidNanos = System.nanoTime();
            sent = way.send(new PeerMessage(kind, self, number, config.isWriter(), about, answered, names).encode());
        }
        if (kind == Kind.HEARD) {
            return number;
        }
        try {
            redis.await(sent);
            return number;
        } catch (RedisException e) {
            peers.forgetAnswers(number);
            throw e;
        }
    }

    private RedisLink requireLink() {
        RedisLink redis = link;
        if (redis == null) {
            throw new RedisException("not connected");
        }
        return redis;
    }

    /** On the keeper's thread, once a beat. */
    private void keepUp() {
        try {
            RedisLink redis = connected();
            if (isUntold) {
                peers.forgetAnswers(tellEverything());
                isUntold = false;
            }
            say(redis, Kind.BEAT, 0, 0, List.of(), message -> redis.publish(keys.channel(), message));
        } catch (RedisException e) {
            LOG.debug("Redis at {} does not answer", config, e);
            drop();
        } catch (RuntimeException e) {
            LOG.error("answers cannot be shared", e);
            drop();
        }
        judge();
    }

    private RedisLink connected() {
        RedisLink open = link;
        if (open != null && open.isOpen()) {
            return open;
        }
        drop();
        RedisLink fresh = new RedisLink(config, keys.channel(), this::hear);
        try {
            if (config.isWriter()) {
                fresh.addWriter(keys.writers(), id());
            }
            fresh.writers(keys.writers()).forEach(peers::expectWriter);
        } catch (RedisException e) {
            fresh.close();
            throw e;
        }
        link = fresh;
        return fresh;
    }

    private void drop() {
        peers.doubt();
        RedisLink open = link;
        link = null;
        if (open != null) {
            open.close();
        }
    }

    private void judge() {
        boolean isHearing = peers.isHearing(System.nanoTime());
        if (isLinked && (!isHearing || !peers.isSound())) {
            isLinked = false;
            listeners.forEach(ChangeListener::everythingChanged);
            LOG.warn("not linked to the nodes that share answers through {}", config);
        }
        if (!isLinked && isHearing && link != null) {
            peers.makeSound();
            listeners.forEach(ChangeListener::everythingChanged);
            isLinked = true;
            LOG.info("linked to the nodes that share answers through {}", config);
        }
    }

    /** On the connection's thread. */
    private void hear(byte[] octets) {
        Optional<PeerMessage> message = PeerMessage.decode(octets);
        if (message.isEmpty()) {
            peers.doubt();
            return;
        }
        PeerMessage heard = message.get();
        if (!peers.hear(heard, System.nanoTime())) {
            LOG.info("a message of node {} was missed", Long.toHexString(heard.sender()));
        }
        if (heard.sender() == self || heard.kind() != Kind.CHANGED && heard.kind() != Kind.EVERYTHING) {
            return;
        }
        for (ChangeListener listener : listeners) {
            if (heard.kind() == Kind.EVERYTHING) {
                listener.everythingChanged();
            } else {
                listener.changed(heard.names());
            }
        }
        replies.execute(() -> reply(heard));
    }

    private void reply(PeerMessage heard) {
        RedisLink redis = link;
        if (redis == null) {
            return;
        }
        try {
            say(
                    redis,
                    Kind.HEARD,
                    heard.sender(),
                    heard.number(),
                    List.of(),
                    message -> redis.publish(keys.channel(), message));
        } catch (RedisException e) {
            peers.doubt();
        }
    }

    private byte[][] keysOf(HandleName handle) {
        return new byte[][] {keys.generation(), keys.fence(handle), keys.answers(handle)};
    }

    private static long number(String node) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(node.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** 32 hexadecimal digits that nobody else will come up with. */
    private byte[] generation() {
        return ascii(String.format("%016x%016x", random.nextLong(), random.nextLong()));
    }

    private byte[] id() {
        return ascii(Long.toHexString(self));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        keeper.shutdown();
        try {
            if (!keeper.awaitTermination(config.lease().toMillis(), TimeUnit.MILLISECONDS)) {
                keeper.shutdownNow();
            }
        } catch (InterruptedException e) {
            keeper.shutdownNow();
            Thread.currentThread().interrupt();
        }
        isLinked = false;
        RedisLink redis = link;
        if (redis != null) {
            try {
                if (config.isWriter()) {
                    redis.removeWriter(keys.writers(), id());
                }
                say(redis, Kind.GOODBYE, 0, 0, List.of(), message -> redis.publish(keys.channel(), message));
            } catch (RedisException e) {
                LOG.debug("the others could not be told of leaving", e);
            }
            drop();
        }
        replies.shutdown();
    }
}
