// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.store.EncodedValues;
import org.tanma.resolver.store.StoreException;

/**
 * Ends questions about handles that others answer for: with a referral where it is known who does and the asker follows
 * referrals, else with an error.
 *
 * <p>Handles of which nothing is known go on to the parent resolver for whoever asked for that. An asker whom a site record led here for a handle of nobody known is not sent to that handle's prefix handle, which
 * is where it comes from: it would go round in circles. May block on the store.
 */
final class AuthorityStage implements ResolutionStage {
    private static final Logger LOG = LoggerFactory.getLogger(AuthorityStage.class);
    private final HandlesHere here;
    private final RecursionStage recursion;

    AuthorityStage(HandlesHere here, RecursionStage recursion) {
        this.here = here;
        this.recursion = recursion;
    }

    @Override
    public Resolution resolve(ResolutionExchange exchange, Next next) {
        HandleName name = exchange.name();
        QueryRoute route = exchange.query().route();
        boolean isOwn = here.covers(name);
        Optional<Resolution.Referral> known;
        try {
            known = here.findReferral(name);
        } catch (StoreException e) {
            LOG.error("the service of {} could not be looked up", name, e);
            return new Resolution.Failed(ResponseCode.ERROR, "the record store of this node does not answer");
        }
        if (known.isPresent()) {
            return route.mayRefer() ? known.get() : delegated(known.get());
        }
        if (!isOwn) {
            return recursion.isFor(route) ? recursion.resolve(exchange, next) : unknown(name, route);
        }
        return here.isInShare(name) ? next.resolve(exchange) : anotherShare(name, route);
    }

    private Resolution unknown(HandleName name, QueryRoute route) {
        Optional<HandleName> prefixHandle = PrefixHandles.handleOf(name.prefix());
        boolean isPrefixHandle = PrefixHandles.prefixOf(name).isPresent();
        if (!route.mayRefer() || route.isLedBySite() || isPrefixHandle || prefixHandle.isEmpty()) {
            return notResponsible(name);
        }
        return new Resolution.Referral(name, ResponseCode.SERVICE_REFERRAL, prefixHandle.get(), EncodedValues.NONE);
    }

    private Resolution notResponsible(HandleName name) {
        return new Resolution.Failed(ResponseCode.SERVER_NOT_RESPONSIBLE, here.notResponsible(name));
    }

    private static Resolution delegated(Resolution.Referral known) {
        return new Resolution.Failed(ResponseCode.SERVER_NOT_RESPONSIBLE, known.message());
    }

    private Resolution anotherShare(HandleName name, QueryRoute route) {
        if (route.isLedBySite() && here.isStale(route.siteSerial())) {
            return new Resolution.Failed(
                    ResponseCode.STALE_SITE_INFO,
                    "the site record in use has serial " + route.siteSerial() + "; the newest has "
                            + here.siteSerial());
        }
        return new Resolution.Failed(ResponseCode.SERVER_NOT_RESPONSIBLE, here.otherServer(name));
    }
}
