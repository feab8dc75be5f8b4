// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.resolver.store.ChangeFeed;
import org.tanma.resolver.store.EncodedValues;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.StoredRecord;

/**
 * Which prefixes lie with other services, as the prefix handles in the record store say.
 *
 * <p>A prefix whose handle {@code 0.NA/PREFIX} has service values is served where these point, and so are prefixes derived
 * from it that have no handle of their own. {@code HS_SITE.PREFIX} and {@code HS_SERV.PREFIX} of a prefix handle say where
 * the handles of prefixes derived from it lie. Values that point at this node itself, or at the site of a prefix it answers
 * for, change nothing. Blocks on the store; safe between threads. Errors: {@link
 * org.tanma.resolver.store.StoreException}.
 */
public final class PrefixServices {
    private static final int REMEMBERED = 100_000;

    /** What a prefix handle says, as far as it is here. */
    private record Services(boolean isHere, EncodedValues ofHandles, EncodedValues ofDerived) {
        static final Services NONE = new Services(false, EncodedValues.NONE, EncodedValues.NONE);
    }

    private final ResponsiblePrefixes own;
    private final HandleStore store;
    private final Optional<Memory> memory;
    private final Function<HandleName, Services> look;
    private volatile Set<ServiceValues.Place> standing = Set.of();

    private PrefixServices(ResponsiblePrefixes own, HandleStore store, Optional<Memory> memory) {
        this.own = own;
        this.store = store;
        this.memory = memory;
        this.look = memory.<Function<HandleName, Services>>map(known -> name -> known.get(name, this::read))
                .orElse(this::read);
    }

    /** Reads prefix handles anew for each question. */
    public static PrefixServices reading(ResponsiblePrefixes own, HandleStore store) {
        return new PrefixServices(own, store, Optional.empty());
    }

    /** Remembers what prefix handles say until {@code feed} tells of a change. */
    public static PrefixServices watching(ResponsiblePrefixes own, HandleStore store, ChangeFeed feed) {
        Memory memory = new Memory();
        feed.subscribe(memory);
        return new PrefixServices(own, store, Optional.of(memory));
    }

    /** The same, which reads elsewhere what it does not remember. */
    PrefixServices over(HandleStore other) {
        return new PrefixServices(own, other, memory);
    }

    /** What was read of prefix handles. A change waits for a reading under way, so that none of before it is kept. */
    private static final class Memory implements ChangeFeed.ChangeListener {
        private volatile Cache<HandleName, Services> known = empty();

        private static Cache<HandleName, Services> empty() {
            return Caffeine.newBuilder().maximumSize(REMEMBERED).build();
        }

        Services get(HandleName name, Function<HandleName, Services> read) {
            return known.get(name, read);
        }

        @Override
        public void changed(List<HandleName> names) {
            names.forEach(known::invalidate);
        }

        /** Another memory in its place: a reading under way ends up in the old one. */
        @Override
        public void everythingChanged() {
            known = empty();
        }
    }

    /** Says where this node listens, which is never elsewhere. */
    void standsAt(SiteRecord site) {
        standing = ServiceValues.places(site);
    }

    /** Where the asker has to go instead; empty when nothing is known of another service. */
    Optional<Resolution.Referral> findReferral(HandleName name) {
        return PrefixHandles.prefixOf(name)
                .map(prefix -> ofPrefixHandle(name, prefix))
                .orElseGet(() -> ofHandle(name));
    }

    private Optional<Resolution.Referral> ofPrefixHandle(HandleName name, String prefix) {
        if (look.apply(name).isHere()) {
            return Optional.empty();
        }
        for (HandleName ancestor : lineage(PrefixHandles.parentOf(prefix))) {
            Services services = look.apply(ancestor);
            if (isElsewhere(services.ofDerived())) {
                return Optional.of(
                        new Resolution.Referral(name, ResponseCode.PREFIX_REFERRAL, ancestor, services.ofDerived()));
            }
            if (services.isHere()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Resolution.Referral> ofHandle(HandleName name) {
        List<HandleName> lineage = lineage(Optional.of(name.prefix()));
        for (HandleName ancestor : lineage) {
            Services services = look.apply(ancestor);
            boolean isOwnPrefix = ancestor.equals(lineage.get(0));
            if (!isOwnPrefix && isElsewhere(services.ofDerived())) {
                return Optional.of(to(name, lineage.get(0), EncodedValues.NONE));
            }
            if (!own.names(ancestor.suffix()) && isElsewhere(services.ofHandles())) {
                return Optional.of(to(name, ancestor, services.ofHandles()));
            }
            if (services.isHere()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Resolution.Referral to(HandleName name, HandleName service, EncodedValues values) {
        return new Resolution.Referral(name, ResponseCode.SERVICE_REFERRAL, service, values);
    }

    /** The handles of a prefix and of those it is derived from, as far as this node answers for them or for none. */
    private List<HandleName> lineage(Optional<String> prefix) {
        List<HandleName> handles = new ArrayList<>();
        for (Optional<String> one = prefix; one.isPresent(); one = PrefixHandles.parentOf(one.get())) {
            PrefixHandles.handleOf(one.get()).ifPresent(handles::add);
            if (own.names(one.get())) {
                return handles;
            }
        }
        return handles;
    }

    private boolean isElsewhere(EncodedValues services) {
        if (services.count() == 0) {
            return false;
        }
        Set<ServiceValues.Place> places = ServiceValues.places(services);
        for (HandleName service : ServiceValues.serviceHandles(services)) {
            if (PrefixHandles.prefixOf(service).filter(own::names).isPresent()) {
                return false;
            }
            places.addAll(ServiceValues.places(read(service).ofHandles()));
        }
        return Collections.disjoint(places, ownPlaces());
    }

    private Set<ServiceValues.Place> ownPlaces() {
        Set<ServiceValues.Place> places = new HashSet<>(standing);
        for (String prefix : own.own()) {
            PrefixHandles.handleOf(prefix)
                    .ifPresent(handle -> places.addAll(
                            ServiceValues.places(look.apply(handle).ofHandles())));
        }
        return places;
    }

    private Services read(HandleName prefixHandle) {
        Optional<StoredRecord> record = store.find(prefixHandle);
        return record.map(StoredRecord::values)
                .map(values -> new Services(
                        true,
                        ServiceValues.among(values, ServiceValues.OF_HANDLES),
                        ServiceValues.among(values, ServiceValues.OF_DERIVED)))
                .orElse(Services.NONE);
    }
}
