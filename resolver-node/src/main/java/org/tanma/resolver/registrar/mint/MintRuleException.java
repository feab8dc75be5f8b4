// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.mint;

import java.util.Arrays;
import org.tanma.kit.page.Language;
import org.tanma.kit.page.Messages;
import org.tanma.kit.rest.Wording;

/** A text that is no mint rule; says what is wrong with it and what is allowed, in both languages. */
public final class MintRuleException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final Messages MESSAGES = Messages.load(MintRuleException.class, "mint");

    private final String given;
    private final transient Wording problem;
    private final transient Wording allowed;

    MintRuleException(String given, String key, Object... arguments) {
        super("mint rule '" + given + "' " + wording(key, arguments).en());
        this.given = given;
        this.problem = wording(key, arguments);
        this.allowed = wording("allowed");
    }

    /** The rule as it was given. */
    public String given() {
        return given;
    }

    /** What is wrong, as the end of a sentence about the rule, without a full stop. */
    public Wording problem() {
        return problem;
    }

    /** The forms a rule may have. */
    public Wording allowed() {
        return allowed;
    }

    private static Wording wording(String key, Object... arguments) {
        Object[] words = Arrays.stream(arguments).map(String::valueOf).toArray();
        return new Wording(MESSAGES.text(Language.ZH, key, words), MESSAGES.text(Language.EN, key, words));
    }
}
