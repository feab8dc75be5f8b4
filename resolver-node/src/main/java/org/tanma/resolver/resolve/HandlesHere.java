// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.store.HandleStore;

/**
 * Which handles lie on this server: those of prefixes it answers for, that are not delegated to another service, and that
 * fall into its share of the site.
 *
 * <p>Blocks on the store; safe between threads. Errors: {@link org.tanma.resolver.store.StoreException}.
 */
public final class HandlesHere {
    private final ResponsiblePrefixes prefixes;
    private final PrefixServices services;
    private final SiteShare share;

    /**
     * @param services which prefixes lie with other services
     * @param share which handles of its site this server keeps
     */
    public HandlesHere(ResponsiblePrefixes prefixes, PrefixServices services, SiteShare share) {
        this.prefixes = prefixes;
        this.services = services;
        this.share = share;
    }

    /** Of the only server of its site, which reads each time which prefixes lie elsewhere. */
    public static HandlesHere of(ResponsiblePrefixes prefixes, HandleStore store) {
        return new HandlesHere(prefixes, PrefixServices.reading(prefixes, store), SiteShare.whole(0));
    }

    /** Why a handle is not written here, in one sentence; empty when it is. */
    public Optional<String> refusal(HandleName name) {
        return prefixRefusal(name).or(() -> isInShare(name) ? Optional.empty() : Optional.of(otherServer(name)));
    }

    /** Why no server of this site has handles of a handle's prefix, in one sentence; empty when one has. */
    public Optional<String> prefixRefusal(HandleName name) {
        return covers(name) ? findReferral(name).map(Resolution.Referral::message) : Optional.of(notResponsible(name));
    }

    /** True when the suffix of a handle decides which server of the site keeps it. */
    public boolean isSharedBySuffix() {
        return share.isBySuffix();
    }

    boolean covers(HandleName name) {
        return prefixes.covers(name);
    }

    Optional<Resolution.Referral> findReferral(HandleName name) {
        return services.findReferral(name);
    }

    /** True when this server, and no other of its site, keeps the handle. */
    public boolean isInShare(HandleName name) {
        return share.holds(name);
    }

    /** True when an asker who came by a site record of this serial has an old one. */
    boolean isStale(int siteSerial) {
        return siteSerial != share.siteSerial();
    }

    int siteSerial() {
        return share.siteSerial();
    }

    String notResponsible(HandleName name) {
        return "this node answers for " + prefixes + " and prefixes derived from it, not for " + name.prefix();
    }

    String otherServer(HandleName name) {
        return "another server of this site keeps " + name + "; this is number " + share.ownNumber() + " of "
                + share.serverCount();
    }
}
