// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.proxy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.resolve.QueryRoute;
import org.tanma.resolver.resolve.Resolution;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResolutionQuery;

/**
 * Finds out where a handle leads: through its aliases to the first of its locations or URL values that is a web address.
 *
 * <p>A list of locations goes before URL values. Aliases are followed up to 10 times, and never in a circle. Blocks on the
 * store; safe between threads if {@code lots} is.
 */
public final class HandleProxy {
    private static final String ALIAS = "HS_ALIAS";
    private static final String URL = "URL";
    private static final int FOUND = 302;
    private static final int MOST_ALIASES = 10;

    private final ResolutionPipeline pipeline;
    private final InstantSource clock;
    private final LocationChooser chooser;

    public HandleProxy(ResolutionPipeline pipeline, InstantSource clock, RandomGenerator lots) {
        this.pipeline = pipeline;
        this.clock = clock;
        this.chooser = new LocationChooser(lots);
    }

    public ProxyOutcome ask(String handle, ProxyQuestion question) {
        if (!question.mayRedirect()) {
            return new ProxyOutcome.Shown(resolve(handle, question.indexes(), question.types()));
        }
        Set<HandleName> seen = new HashSet<>();
        String asked = handle;
        Optional<Ttl> shortest = Optional.empty();
        while (true) {
            Resolution resolution = resolve(asked, question.indexes(), withAlias(question));
            if (!(resolution instanceof Resolution.Found found)) {
                return new ProxyOutcome.Shown(resolution);
            }
            List<HandleValue> values = found.values().decode();
            Optional<HandleValue> alias = question.followsAliases() ? alias(values) : Optional.empty();
            if (alias.isEmpty()) {
                return sent(found, values, question, shortest).orElseGet(() -> shown(handle, question, resolution));
            }
            seen.add(found.name());
            shortest = Optional.of(shorter(shortest, alias.get().ttl()));
            asked = alias.get().dataAsText();
            if (leadsNowhere(seen, asked)) {
                return new ProxyOutcome.Shown(new Resolution.Failed(
                        ResponseCode.RECURSION_TOO_DEEP,
                        handle + " is an alias that leads in a circle, or through more than " + MOST_ALIASES
                                + " others"));
            }
        }
    }

    private static boolean leadsNowhere(Set<HandleName> seen, String next) {
        try {
            return seen.size() > MOST_ALIASES || seen.contains(HandleName.parse(next));
        } catch (InvalidHandleException e) {
            return false;
        }
    }

    /** What was asked for, without the alias that was looked for besides. */
    private ProxyOutcome shown(String handle, ProxyQuestion question, Resolution resolution) {
        return new ProxyOutcome.Shown(
                question.isSelective() ? resolve(handle, question.indexes(), question.types()) : resolution);
    }

    private Resolution resolve(String handle, List<Integer> indexes, List<String> types) {
        return pipeline.resolve(ResolutionQuery.of(handle, indexes, types, true).along(QueryRoute.RECURSIVE));
    }

    private static List<String> withAlias(ProxyQuestion question) {
        if (!question.isSelective() || !question.followsAliases()) {
            return question.types();
        }
        List<String> types = new ArrayList<>(question.types());
        types.add(ALIAS);
        return types;
    }

    private static Optional<HandleValue> alias(List<HandleValue> values) {
        return values.stream()
                .filter(value -> value.type().equalsIgnoreCase(ALIAS))
                .findFirst();
    }

    private Optional<ProxyOutcome> sent(
            Resolution.Found found, List<HandleValue> values, ProxyQuestion question, Optional<Ttl> shortest) {
        for (HandleValue value : values) {
            Optional<Locations> list =
                    value.type().equalsIgnoreCase(Locations.TYPE) ? Locations.parse(value.data()) : Optional.empty();
            Optional<WebAddress> address = list.flatMap(locations -> chooser.choose(locations, found.name(), question))
                    .flatMap(location -> location.address(found.name()));
            if (list.isPresent() && address.isPresent()) {
                Ttl ttl = shorter(shortest, value.ttl());
                return Optional.of(extended(list.get().status(), address.get(), ttl, true, question));
            }
        }
        for (HandleValue value : values) {
            Optional<WebAddress> address =
                    value.type().equalsIgnoreCase(URL) ? WebAddress.parse(value.dataAsText()) : Optional.empty();
            if (address.isPresent()) {
                return Optional.of(extended(FOUND, address.get(), shorter(shortest, value.ttl()), false, question));
            }
        }
        return Optional.empty();
    }

    private static ProxyOutcome extended(
            int status, WebAddress address, Ttl ttl, boolean isPersonal, ProxyQuestion question) {
        if (question.appended().isEmpty()) {
            return new ProxyOutcome.Sent(status, address, ttl, isPersonal);
        }
        return address.append(question.appended())
                .<ProxyOutcome>map(longer -> new ProxyOutcome.Sent(status, longer, ttl, isPersonal))
                .orElseGet(() -> new ProxyOutcome.Misused(address));
    }

    private Ttl shorter(Optional<Ttl> known, Ttl other) {
        return known.filter(ttl -> end(ttl).isBefore(end(other))).orElse(other);
    }

    private Instant end(Ttl ttl) {
        return ttl.isAbsolute()
                ? Instant.ofEpochSecond(ttl.seconds())
                : clock.instant().plusSeconds(ttl.seconds());
    }
}
