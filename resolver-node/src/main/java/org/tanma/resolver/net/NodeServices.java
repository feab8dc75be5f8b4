// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.time.InstantSource;
import org.tanma.resolver.access.Authenticator;
import org.tanma.resolver.admin.HandleAdministration;
import org.tanma.resolver.cache.AnswerCache;
import org.tanma.resolver.limit.NetworkLists;
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
 * @param proxy what redirects and pages know of the node's surroundings
 */
public record NodeServices(
        ResolutionPipeline pipeline,
        InstantSource clock,
        HandleAdministration administration,
        Authenticator authenticator,
        AnswerCache cache,
        NetworkLists networks,
        ProxyConfig proxy) {
    /** Resolution alone; no answer is kept. */
    public static NodeServices of(ResolutionPipeline pipeline, InstantSource clock) {
        return new NodeServices(
                pipeline,
                clock,
                HandleAdministration.none(),
                Authenticator.none(),
                AnswerCache.NONE,
                NetworkLists.none(),
                ProxyConfig.ALONE);
    }

    public NodeServices withAdministration(HandleAdministration other) {
        return new NodeServices(pipeline, clock, other, authenticator, cache, networks, proxy);
    }

    public NodeServices withAuthenticator(Authenticator other) {
        return new NodeServices(pipeline, clock, administration, other, cache, networks, proxy);
    }

    public NodeServices withCache(AnswerCache other) {
        return new NodeServices(pipeline, clock, administration, authenticator, other, networks, proxy);
    }

    public NodeServices withNetworks(NetworkLists other) {
        return new NodeServices(pipeline, clock, administration, authenticator, cache, other, proxy);
    }

    public NodeServices withProxy(ProxyConfig other) {
        return new NodeServices(pipeline, clock, administration, authenticator, cache, networks, other);
    }
}
