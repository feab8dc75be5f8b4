// SPDX-License-Identifier: Apache-2.0
package org.tanma.sdk.cli;

import java.io.PrintWriter;
import java.util.List;
import org.tanma.handle.text.ValueText;
import org.tanma.sdk.node.Violation;

/** Violations as lines for people: where, what was given, what is allowed, how to mend it. */
final class ViolationLines {
    private ViolationLines() {}

    static void print(List<Violation> violations, Messages messages, PrintWriter to) {
        for (Violation violation : violations) {
            to.println("  " + ValueText.escape(line(violation, messages)));
        }
    }

    private static String line(Violation violation, Messages messages) {
        if (violation.given().isEmpty()
                && violation.allowed().isEmpty()
                && !violation.hint().isEmpty()) {
            return messages.text("violation.hintOnly", violation.path(), violation.hint());
        }
        StringBuilder line = new StringBuilder(
                violation.given().isEmpty()
                        ? messages.text("violation.absent", violation.path())
                        : messages.text("violation.given", violation.path(), violation.given()));
        if (!violation.allowed().isEmpty()) {
            line.append(messages.text("violation.allowed", violation.allowed()));
        }
        if (!violation.hint().isEmpty()) {
            line.append(messages.text("violation.hint", sentence(violation.hint())));
        }
        return line.toString();
    }

    /** With a stop at its end where it is English and has none; its start stays, since a unit's case counts. */
    private static String sentence(String hint) {
        char last = hint.charAt(hint.length() - 1);
        return last < 0x80 && ".?!".indexOf(last) < 0 ? hint + "." : hint;
    }
}
