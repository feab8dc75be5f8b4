// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.resolve;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;

/**
 * Asks one resolver on behalf of others, and lets it ask further resolvers in turn.
 *
 * <p>Safe between threads. Errors: as {@link TanmaClient}.
 */
public final class RecursiveClient implements AutoCloseable {
    private final NativeTransport transport;

    private RecursiveClient(NativeTransport transport) {
        this.transport = transport;
    }

    /**
     * The resolver at {@code url}: {@code handle://HOST[:PORT]}, with {@code ?transport=tcp} for TCP alone. Sends nothing
     * yet. Throws {@link IllegalArgumentException} for any other address.
     *
     * @param patience how long it may stay silent before it counts as unreachable, about
     */
    public static RecursiveClient connect(String url, Duration patience) {
        URI uri = URI.create(url);
        if (uri.getHost() == null || !"handle".equals(uri.getScheme())) {
            throw TanmaClient.notAnAddress(url);
        }
        return new RecursiveClient(NativeTransport.open(uri, patience));
    }

    /**
     * All values of a handle that the public may read; empty when there is no such handle.
     *
     * @param recursionCount how many servers have passed the question on, 0..255
     */
    public Optional<HandleRecord> resolve(HandleName handle, int recursionCount) {
        return transport.resolveFor(handle, recursionCount);
    }

    @Override
    public void close() {
        transport.close();
    }
}
