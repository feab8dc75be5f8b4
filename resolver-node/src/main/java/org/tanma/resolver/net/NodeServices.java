// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.security.KeyPair;
import java.time.InstantSource;
import java.util.Optional;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.resolver.access.Authenticator;
import org.tanma.resolver.admin.HandleAdministration;
import org.tanma.resolver.cache.AnswerCache;
import org.tanma.resolver.limit.NetworkLists;
import org.tanma.resolver.meter.AccessLog;
import org.tanma.resolver.proxy.ProxyConfig;
import org.tanma.resolver.resolve.ResolutionPipeline;

/**
 * What the faces offer to whoever calls.
 *
 * @param pipeline answers questions about handles
 * @param clock tells when redirects, challenges, sessions and kept answers expire
 * @param administration changes handles for callers that may
 * @param authenticator verifies who calls
 * @param cache keeps answers given to the public; hears of every change of what the pipeline answers
 * @param networks whom the faces refuse, and for whom no limit by network holds
 * @param site the site of several servers that this node is one of; else it is the only server of its site
 * @param proxy what redirects and pages know of the node's surroundings
 * @param siteKey signs answers, and its public half is named in the site; without it nothing is signed
 * @param accessLog is told of what the faces answer
 */
public record NodeServices(
        ResolutionPipeline pipeline,
        InstantSource clock,
        HandleAdministration administration,
        Authenticator authenticator,
        AnswerCache cache,
        NetworkLists networks,
        ProxyConfig proxy,
        Optional<KeyPair> siteKey,
        Optional<SiteRecord> site,
        AccessLog accessLog) {
    /** Resolution alone; no answer is kept. */
    public static NodeServices of(ResolutionPipeline pipeline, InstantSource clock) {
        return new NodeServices(
                pipeline,
                clock,
                HandleAdministration.none(),
                Authenticator.none(),
                AnswerCache.NONE,
                NetworkLists.none(),
                ProxyConfig.ALONE,
                Optional.empty(),
                Optional.empty(),
                AccessLog.NONE);
    }

    public NodeServices withAdministration(HandleAdministration other) {
        return new NodeServices(
                pipeline, clock, other, authenticator, cache, networks, proxy, siteKey, site, accessLog);
    }

    public NodeServices withAuthenticator(Authenticator other) {
        return new NodeServices(
                pipeline, clock, administration, other, cache, networks, proxy, siteKey, site, accessLog);
    }

    public NodeServices withCache(AnswerCache other) {
        return new NodeServices(
                pipeline, clock, administration, authenticator, other, networks, proxy, siteKey, site, accessLog);
    }

    public NodeServices withNetworks(NetworkLists other) {
        return new NodeServices(
                pipeline, clock, administration, authenticator, cache, other, proxy, siteKey, site, accessLog);
    }

    public NodeServices withProxy(ProxyConfig other) {
        return new NodeServices(
                pipeline, clock, administration, authenticator, cache, networks, other, siteKey, site, accessLog);
    }

    public NodeServices withSiteKey(KeyPair other) {
        return new NodeServices(
                pipeline,
                clock,
                administration,
                authenticator,
                cache,
                networks,
                proxy,
                Optional.of(other),
                site,
                accessLog);
    }

    public NodeServices withSite(SiteRecord other) {
        return new NodeServices(
                pipeline,
                clock,
                administration,
                authenticator,
                cache,
                networks,
                proxy,
                siteKey,
                Optional.of(other),
                accessLog);
    }

    public NodeServices withAccessLog(AccessLog other) {
        return new NodeServices(
                pipeline, clock, administration, authenticator, cache, networks, proxy, siteKey, site, other);
    }
}
