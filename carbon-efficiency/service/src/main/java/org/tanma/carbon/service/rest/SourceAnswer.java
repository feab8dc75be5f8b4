// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import org.tanma.carbon.service.ledger.SourceVersion;

/**
 * One version of what is known of an emission source; texts are empty where something is unknown.
 *
 * @param uncertaintyPercent half the width of the 95 % interval, in percent
 * @param recordedAt ISO 8601 UTC
 */
public record SourceAnswer(
        String enterprise,
        String source,
        int version,
        String site,
        String process,
        String device,
        String uncertaintyPercent,
        String dataQuality,
        String reason,
        String recordedBy,
        String recordedAt) {
    static SourceAnswer of(SourceVersion version) {
        return new SourceAnswer(
                version.enterprise(),
                version.source(),
                version.version(),
                version.content().site(),
                version.content().process(),
                version.content().device(),
                version.content().uncertaintyPercent(),
                version.content().dataQuality(),
                version.reason(),
                version.recordedBy(),
                version.recordedAt().toString());
    }
}
