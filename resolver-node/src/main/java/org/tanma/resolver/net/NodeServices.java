// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.time.InstantSource;
import org.tanma.resolver.resolve.ResolutionPipeline;

/**
 * What the faces offer to whoever calls.
 *
 * @param pipeline answers questions about handles
 * @param clock tells when redirects, challenges and sessions expire
 */
public record NodeServices(ResolutionPipeline pipeline, InstantSource clock) {
    /** Resolution alone. */
    public static NodeServices of(ResolutionPipeline pipeline, InstantSource clock) {
        return new NodeServices(pipeline, clock);
    }
}
