// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import org.tanma.carbon.grading.physical.PhysicalScheme;
import org.tanma.carbon.service.scheme.SchemeBook;

/** Which scheme of energy per product evaluations are graded by, beside the one among peers. */
public final class PhysicalChoice {
    private static final String NAME = "physical-intensity";

    private PhysicalChoice() {}

    /** The edition in force. */
    public static PhysicalScheme scheme(SchemeBook book) {
        return book.inForce(NAME, PhysicalScheme.class)
                .orElseThrow(() -> new IllegalStateException("no scheme is called " + NAME));
    }
}
