// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.StoredKeys;
import org.tanma.resolver.store.EncodedRecordStore;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.RecordsInMemory;
import org.tanma.resolver.store.WouldBlockException;

/**
 * Answers questions about handles: a fixed chain of stages, in the order written here.
 *
 * <p>Safe between threads. Blocks on the store: never called on an event loop.
 */
public final class ResolutionPipeline {
    private final ResolutionStage.Next first;
    private final PrefixServices services;
    private final @Nullable ResolutionPipeline inMemory;
    private final boolean asksOthers;

    /** Of the only server of its site; administrators are those that the records themselves name. */
    public ResolutionPipeline(ResponsiblePrefixes prefixes, HandleStore store) {
        this(prefixes, store, AccessRules.of(StoredKeys.of(store)));
    }

    /** Of the only server of its site, which reads for each question which prefixes lie elsewhere. */
    public ResolutionPipeline(ResponsiblePrefixes prefixes, HandleStore store, AccessRules rules) {
        this(prefixes, store, rules, PrefixServices.reading(prefixes, store), SiteShare.whole(0), ParentResolver.NONE);
    }

    /**
     * @param rules which callers may read what the public may not
     * @param services which prefixes lie with other services
     * @param share which handles of its site this server keeps
     * @param parent who is asked for handles of others
     */
    public ResolutionPipeline(
            ResponsiblePrefixes prefixes,
            HandleStore store,
            AccessRules rules,
            PrefixServices services,
            SiteShare share,
            ParentResolver parent) {
        this(
                services,
                stages(prefixes, store, rules, services, share, parent),
                store instanceof EncodedRecordStore memory
                        ? inMemory(prefixes, new RecordsInMemory(memory), rules, services, share, parent)
                        : null,
                parent != ParentResolver.NONE);
    }

    private static ResolutionPipeline inMemory(
            ResponsiblePrefixes prefixes,
            RecordsInMemory memory,
            AccessRules rules,
            PrefixServices services,
            SiteShare share,
            ParentResolver parent) {
        PrefixServices known = services.over(memory);
        ParentResolver waitless = parent == ParentResolver.NONE
                ? ParentResolver.NONE
                : (name, recursionCount) -> {
                    throw WouldBlockException.INSTANCE;
                };
        return new ResolutionPipeline(known, stages(prefixes, memory, rules, known, share, waitless), null, false);
    }

    private static List<ResolutionStage> stages(
            ResponsiblePrefixes prefixes,
            HandleStore store,
            AccessRules rules,
            PrefixServices services,
            SiteShare share,
            ParentResolver parent) {
        return List.of(
                new LimitsStage(), // refuses questions larger than any real one before work is spent on them
                new ParseStage(), // octets become a handle, or the reason why they are none
                new AuthorityStage(
                        new HandlesHere(prefixes, services, share),
                        new RecursionStage(parent)), // questions for others end here, or go to the parent
                new StoreStage(store), // the record, or that there is none; like the one before, may block
                new PermissionsStage(rules), // which values were asked for, and of those which may be read
                new EncodeStage()); // the chosen values as one run of wire octets
    }

    private ResolutionPipeline(
            PrefixServices services,
            List<ResolutionStage> stages,
            @Nullable ResolutionPipeline inMemory,
            boolean asksOthers) {
        this.asksOthers = asksOthers;
        this.services = services;
        this.inMemory = inMemory;
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

    /** Says where this node listens, so that it never refers anybody to itself; the faces say so once they are open. */
    public void standsAt(SiteRecord site) {
        services.standsAt(site);
        if (inMemory != null) {
            inMemory.standsAt(site);
        }
    }

    /**
     * The same chain over what is in memory, which never blocks: it throws {@link
     * org.tanma.resolver.store.WouldBlockException} where it would have to. For questions by the public. Empty when the
     * store cannot tell what it has in memory.
     */
    public Optional<ResolutionPipeline> inMemory() {
        return Optional.ofNullable(inMemory);
    }

    /** True when an answer may come from another resolver, whose changes this node does not hear of. */
    public boolean asksOthers() {
        return asksOthers;
    }

    public Resolution resolve(ResolutionQuery query) {
        return first.resolve(new ResolutionExchange(query));
    }
}
