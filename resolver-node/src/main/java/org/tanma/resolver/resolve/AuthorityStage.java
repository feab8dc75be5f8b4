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
    private final ResponsiblePrefixes prefixes;
    private final PrefixServices services;
    private final SiteShare share;
    private final RecursionStage recursion;

    AuthorityStage(ResponsiblePrefixes prefixes, PrefixServices services, SiteShare share, RecursionStage recursion) {
        this.prefixes = prefixes;
        this.services = services;
        this.share = share;
        this.recursion = recursion;
    }

    @Override
    public Resolution resolve(ResolutionExchange exchange, Next next) {
        HandleName name = exchange.name();
        QueryRoute route = exchange.query().route();
        boolean isOwn = prefixes.covers(name);
        Optional<Resolution.Referral> known;
        try {
            known = services.findReferral(name);
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
        return share.holds(name) ? next.resolve(exchange) : anotherShare(name, route);
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
        return new Resolution.Failed(
                ResponseCode.SERVER_NOT_RESPONSIBLE,
                "this node answers for " + prefixes + " and prefixes derived from it," + " not for " + name.prefix());
    }

    private static Resolution delegated(Resolution.Referral known) {
        return new Resolution.Failed(ResponseCode.SERVER_NOT_RESPONSIBLE, known.message());
    }

    private Resolution anotherShare(HandleName name, QueryRoute route) {
        if (route.isLedBySite() && route.siteSerial() != share.siteSerial()) {
            return new Resolution.Failed(
                    ResponseCode.STALE_SITE_INFO,
                    "the site record in use has serial " + route.siteSerial() + "; the newest has "
                            + share.siteSerial());
        }
        return new Resolution.Failed(
                ResponseCode.SERVER_NOT_RESPONSIBLE,
                "another server of this site keeps " + name + "; this is number " + share.ownNumber() + " of "
                        + share.serverCount());
    }
}
