// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.tanma.resolver.access.Authenticator;
import org.tanma.resolver.admin.HandleAdministration;
import org.tanma.resolver.protocol.ProtocolAnswers;
import org.tanma.resolver.resolve.ResolutionPipeline;

/** Answers of a node that administers nothing and verifies nobody. */
final class PlainAnswers {
    private PlainAnswers() {}

    static NativeAnswers of(ResolutionPipeline pipeline, NodeSite site) {
        ProtocolAnswers.Parts parts = new ProtocolAnswers.Parts(
                pipeline,
                HandleAdministration.none(),
                Authenticator.none(),
                site.octets(),
                site.record().serial(),
                Optional.empty(),
                false);
        return new NativeAnswers(
                pipeline, site, new ProtocolAnswers(parts, InstantSource.fixed(RunningFaces.NOW), new SecureRandom()));
    }
}
