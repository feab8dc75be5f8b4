// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.share.redis;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisFuture;
import io.lettuce.core.RedisURI;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Two connections to Redis, one to ask and one to listen.
 *
 * <p>Once disconnected it stays so: calls fail at once, nothing that failed is sent later, and a new link has to be made.
 * What one thread sends before another, outside the connections' own threads, arrives before it. Calls that wait do so no
 * longer than the configured timeout. Safe between threads.
 */
final class RedisLink implements AutoCloseable {
    private final RedisClient client;
    private final long timeoutMillis;
    private final StatefulRedisConnection<byte[], byte[]> asking;
    private final StatefulRedisPubSubConnection<byte[], byte[]> listening;

    /**
     * Connects and listens to one channel; {@link RedisException} when Redis does not answer.
     *
     * @param listener is given each message, on the connection's own thread
     */
    RedisLink(RedisShareConfig config, byte[] channel, Consumer<byte[]> listener) {
        timeoutMillis = config.timeout().toMillis();
        RedisURI address = RedisURI.create(config.address());
        address.setTimeout(config.timeout());
        client = RedisClient.create(address);
        client.setOptions(ClientOptions.builder()
                .autoReconnect(false)
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(config.timeout()))
                .socketOptions(
                        SocketOptions.builder().connectTimeout(config.lease()).build())
                .build());
        try {
            asking = client.connect(ByteArrayCodec.INSTANCE);
            listening = client.connectPubSub(ByteArrayCodec.INSTANCE);
            listening.addListener(new RedisPubSubAdapter<>() {
                @Override
                public void message(byte[] on, byte[] message) {
                    listener.accept(message);
                }
            });
            await(listening.async().subscribe(channel));
        } catch (RedisException e) {
            client.shutdown();
            throw e;
        }
    }

    boolean isOpen() {
        return asking.isOpen() && listening.isOpen();
    }

    RedisFuture<Long> publish(byte[] channel, byte[] message) {
        return asking.async().publish(channel, message);
    }

    RedisFuture<List<Object>> find(byte[][] keys, byte[]... arguments) {
        return asking.async().eval(RedisScripts.FIND.text(), ScriptOutputType.MULTI, keys, arguments);
    }

    RedisFuture<Long> run(RedisScripts script, byte[][] keys, byte[]... arguments) {
        return asking.async().eval(script.text(), ScriptOutputType.INTEGER, keys, arguments);
    }

    List<Long> writers(byte[] key) {
        return await(asking.async().hkeys(key)).stream()
                .map(id -> Long.parseUnsignedLong(new String(id, java.nio.charset.StandardCharsets.US_ASCII), 16))
                .toList();
    }

    void addWriter(byte[] key, byte[] id) {
        await(asking.async().hset(key, id, new byte[] {'1'}));
    }

    void removeWriter(byte[] key, byte[] id) {
        await(asking.async().hdel(key, id));
    }

    /** What came back; {@link RedisException} when nothing did in time. */
    <T> T await(Future<T> answer) {
        try {
            return answer.get(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new RedisException("Redis did not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RedisException("interrupted while Redis was asked", e);
        }
    }

    @Override
    public void close() {
        client.shutdown(0, timeoutMillis, TimeUnit.MILLISECONDS);
    }
}
