// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import java.util.List;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.StoredKeys;
import org.tanma.resolver.store.HandleStore;

/**
 * Answers questions about handles: a fixed chain of stages, in the order written here.
 *
 * <p>Safe between threads. Blocks on the store: never called on an event loop.
 */
public final class ResolutionPipeline {
    private final ResolutionStage.Next first;

    /** Administrators are those that the records themselves name. */
    public ResolutionPipeline(ResponsiblePrefixes prefixes, HandleStore store) {
        this(prefixes, store, AccessRules.of(StoredKeys.of(store)));
    }

    /**
     * @param rules which callers may read what the public may not
     */
    public ResolutionPipeline(ResponsiblePrefixes prefixes, HandleStore store, AccessRules rules) {
        this(List.of(
                new LimitsStage(), // refuses questions larger than any real one before work is spent on them
                new ParseStage(), // octets become a handle, or the reason why they are none
                new AuthorityStage(prefixes), // questions for other servers end here
                new StoreStage(store), // the record, or that there is none; the only stage that blocks
                new PermissionsStage(rules), // which values were asked for, and of those which may be read
                new EncodeStage())); // the chosen values as one run of wire octets
    }

    private ResolutionPipeline(List<ResolutionStage> stages) {
        ResolutionStage.Next next = exchange -> {
            throw new IllegalStateException("the last stage has to answer");
        };
        for (int i = stages.size() - 1; i >= 0; i--) {
            ResolutionStage stage = stages.get(i);
            ResolutionStage.Next rest = next;
            next = exchange -> stage.resolve(exchange, rest);
        }
        this.first = next;
    }

    public Resolution resolve(ResolutionQuery query) {
        return first.resolve(new ResolutionExchange(query));
    }
}
