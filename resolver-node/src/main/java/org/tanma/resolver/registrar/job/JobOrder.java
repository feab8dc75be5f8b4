// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.job;

import java.util.Optional;
import java.util.TreeSet;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.registrar.RegistrationOptions;
import org.tanma.resolver.registrar.mint.MintRule;
import org.tanma.resolver.registrar.source.SourceFormat;
import org.tanma.template.model.MetadataTemplate;

/**
 * What somebody asks to have registered.
 *
 * @param mint rule for rows that name no handle; empty for that of their prefix
 * @param idempotencyKey by which the same request is known when it is sent again; empty for none
 */
public record JobOrder(
        Caller caller,
        MetadataTemplate template,
        SourceFormat format,
        RegistrationOptions options,
        Optional<MintRule> mint,
        String idempotencyKey) {
    /** Jobs of one lane run one after the other: those of one prefix, or of one account without a prefix of its own. */
    String lane() {
        return caller.prefixes().size() == 1
                ? "prefix " + new TreeSet<>(caller.prefixes()).first()
                : "account " + caller.name();
    }

    /** All that must be the same for two requests to be one. */
    String likeness() {
        return String.join(
                "|",
                template.toString(),
                format.code(),
                String.valueOf(options.isAtomic()),
                String.valueOf(options.isDryRun()),
                String.valueOf(options.isReplacing()),
                mint.map(MintRule::toString).orElse(""));
    }
}
