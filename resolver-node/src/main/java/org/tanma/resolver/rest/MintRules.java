// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.mint.MintRule;
import org.tanma.resolver.registrar.mint.MintRuleException;

/** Reads the mint rules that requests name. */
final class MintRules {
    private MintRules() {}

    static Optional<MintRule> find(@Nullable String given) {
        return given == null || given.isBlank() ? Optional.empty() : Optional.of(parse("mint", given));
    }

    static MintRule parse(String path, String given) {
        try {
            return MintRule.parse(given);
        } catch (MintRuleException e) {
            throw ProblemException.badRequest(
                    new Wording(
                            "生成规则“" + e.given() + "”" + e.problem().zh() + "。",
                            "The mint rule '" + e.given() + "' " + e.problem().en() + "."),
                    new WordedViolation(path, e.given(), e.allowed(), Wording.NONE));
        }
    }
}
