// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.resolve.ParentAnswer;
import org.tanma.resolver.resolve.ParentResolver;
import org.tanma.resolver.store.EncodedValues;
import org.tanma.sdk.node.NodeException;
import org.tanma.sdk.resolve.RecursiveClient;
import org.tanma.sdk.resolve.ResolutionRefusedException;

/** The parent resolver over the Handle protocol. */
final class RemoteParent implements ParentResolver, AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private final RecursiveClient client;

    private RemoteParent(RecursiveClient client) {
        this.client = client;
    }

    /** Sends nothing yet. Throws {@link IllegalArgumentException} for what is no {@code handle://HOST:PORT}. */
    static RemoteParent at(String url) {
        return new RemoteParent(RecursiveClient.connect(url, PATIENCE));
    }

    @Override
    public ParentAnswer find(HandleName name, int recursionCount) {
        try {
            Optional<HandleRecord> record = client.resolve(name, recursionCount);
            return record.<ParentAnswer>map(found -> new ParentAnswer.Values(encode(found)))
                    .orElseGet(ParentAnswer.Absent::new);
        } catch (ResolutionRefusedException e) {
            return new ParentAnswer.Refused(e.responseCode(), "the parent resolver: " + e.getMessage());
        } catch (NodeException e) {
            return new ParentAnswer.Unavailable("the parent resolver does not answer");
        }
    }

    private static EncodedValues encode(HandleRecord found) {
        List<HandleValue> readable = found.values().stream()
                .filter(value -> value.permissions().publicRead())
                .toList();
        return EncodedValues.encode(readable);
    }

    @Override
    public void close() {
        client.close();
    }
}
