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
            String given = violation.given().isEmpty()
                    ? messages.text("violation.absent", violation.path())
                    : messages.text("violation.given", violation.path(), violation.given());
            String line = given + messages.text("violation.allowed", violation.allowed());
            String hint = violation.hint().isEmpty() ? "" : messages.text("violation.hint", violation.hint());
            to.println("  " + ValueText.escape(line + hint));
        }
    }
}
