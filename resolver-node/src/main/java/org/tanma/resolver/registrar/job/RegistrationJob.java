// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.job;

import java.time.Instant;
import java.util.Optional;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.RegistrationOptions;
import org.tanma.resolver.registrar.mint.MintRule;
import org.tanma.resolver.registrar.source.SourceFormat;
import org.tanma.template.model.TemplateVersion;

/**
 * A registration of a whole file, as it stands.
 *
 * @param caller who sent it, with what they might do then
 * @param bodyDigest {@code sha256:} of what was sent
 * @param octets of what was sent
 * @param problem why it failed; no words otherwise
 * @param expectedRows about how many rows there are; -1 when that is not known
 * @param startedAt when it first ran
 * @param endedAt when it ended, however it did
 */
public record RegistrationJob(
        String id,
        Caller caller,
        String lane,
        String idempotencyKey,
        String bodyDigest,
        long octets,
        String template,
        TemplateVersion templateVersion,
        SourceFormat format,
        Optional<MintRule> mint,
        RegistrationOptions options,
        JobState state,
        Wording problem,
        JobCounts counts,
        long expectedRows,
        Instant createdAt,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt) {
    /** 1, or 2 once an atomic job writes. */
    public int pass() {
        return counts.pass();
    }

    public long read() {
        return counts.read();
    }

    public long registered() {
        return counts.registered();
    }

    public long unchanged() {
        return counts.unchanged();
    }

    public long refused() {
        return counts.refused();
    }

    RegistrationJob with(JobCounts now, long expected) {
        return new RegistrationJob(
                id,
                caller,
                lane,
                idempotencyKey,
                bodyDigest,
                octets,
                template,
                templateVersion,
                format,
                mint,
                options,
                state,
                problem,
                now,
                expected,
                createdAt,
                startedAt,
                endedAt);
    }
}
