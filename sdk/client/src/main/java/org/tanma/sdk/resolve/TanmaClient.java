// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.resolve;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;

/**
 * Asks one node what it knows of a handle.
 *
 * <p>Safe between threads. Errors: {@link org.tanma.handle.model.InvalidHandleException} for a text that is no handle,
 * {@link org.tanma.sdk.node.NodeUnreachableException}, {@link ResolutionRefusedException}, {@link
 * org.tanma.sdk.node.UnreadableAnswerException}.
 */
public final class TanmaClient implements AutoCloseable {
    /** Where a node speaks the Handle protocol unless said. */
    public static final String DEFAULT_URL = "handle://127.0.0.1:2641";

    private final HandleTransport transport;

    private TanmaClient(HandleTransport transport) {
        this.transport = transport;
    }

    /**
     * The node at {@code url}: {@code handle://HOST[:PORT]} by UDP, and by TCP when UDP stays silent; {@code
     * handle://HOST[:PORT]?transport=tcp} by TCP alone; {@code http://HOST[:PORT]} and {@code https://…} by the Handle
     * REST interface. Sends nothing yet. Throws {@link IllegalArgumentException} for any other address.
     */
    public static TanmaClient connect(String url) {
        URI uri = URI.create(url);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme();
        if (uri.getHost() == null) {
            throw notAnAddress(url);
        }
        return switch (scheme) {
            case "handle" -> new TanmaClient(NativeTransport.open(uri));
            case "http", "https" -> new TanmaClient(HttpTransport.open(url));
            default -> throw notAnAddress(url);
        };
    }

    /** All values of a handle that the public may read; empty when there is no such handle. */
    public Optional<HandleRecord> resolve(String handle) {
        return resolve(HandleName.parse(handle), List.of(), List.of());
    }

    /** The values with one of these indexes or types; a type ending in {@code "."} means its subtypes too. */
    public Optional<HandleRecord> resolve(HandleName handle, List<Integer> indexes, List<String> types) {
        return transport.resolve(handle, List.copyOf(indexes), List.copyOf(types));
    }

    @Override
    public void close() {
        transport.close();
    }

    static IllegalArgumentException notAnAddress(String url) {
        return new IllegalArgumentException(
                "'" + url + "' is not an address like " + DEFAULT_URL + " or http://127.0.0.1:8000");
    }
}
