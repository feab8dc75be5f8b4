// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import java.io.PrintWriter;
import java.util.OptionalInt;
import org.tanma.carbon.grading.NotGradable;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.text.LocalText;
import org.tanma.handle.text.ValueText;
import org.tanma.standalone.phrase.Phrases;

/** Writes lines of phrases; control characters that a file brought along are shown as escapes. */
final class Lines {
    private final Phrases phrases;
    private final PrintWriter to;

    Lines(Phrases phrases, PrintWriter to) {
        this.phrases = phrases;
        this.to = to;
    }

    /** One phrase, indented by {@code depth} steps of two spaces. */
    void phrase(int depth, String key, Object... parts) {
        plain(depth, phrases.text(key, parts));
    }

    void plain(int depth, String text) {
        to.println("  ".repeat(depth) + ValueText.escape(text));
    }

    String text(String key, Object... parts) {
        return phrases.text(key, parts);
    }

    String word(LocalText text) {
        return phrases.isChinese() ? text.zh() : text.en();
    }

    /**
     * One thing that is missing or wrong: where, what, what was given, what is allowed, how to mend it.
     *
     * @param line where it stands in the file, if that is known
     */
    void missing(Missing missing, OptionalInt line) {
        String place = line.isPresent() && !missing.path().contains(" line ")
                ? phrases.text("missing.line", line.getAsInt())
                : "";
        plain(1, missing.path() + ": " + word(missing.what()) + place);
        if (missing.reason() == Missing.Reason.FORMAT) {
            phrase(2, "missing.fault", missing.given());
            return;
        }
        givenAndAllowed(missing.given(), missing.allowed());
        phrase(2, "missing.hint", word(missing.hint()));
    }

    /** One thing missing or wrong whose place in the file is not known. */
    void missing(Missing missing) {
        missing(missing, OptionalInt.empty());
    }

    /** One reason why there is no grade. */
    void refusal(NotGradable.Refusal refusal) {
        plain(1, word(refusal.what()));
        givenAndAllowed(refusal.given(), refusal.allowed());
    }

    /** What was given, and what would be accepted. */
    void givenAndAllowed(String given, String allowed) {
        if (given.isEmpty()) {
            phrase(2, "missing.nothingGiven");
        } else {
            phrase(2, "missing.given", given);
        }
        if (!allowed.isEmpty()) {
            phrase(2, "missing.allowed", allowed);
        }
    }
}
