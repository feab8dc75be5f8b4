// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.List;
import org.tanma.template.validate.Violation;

/** A table whose columns cannot be understood; nothing of it was tried. */
public final class RefusedSheetException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final transient List<Violation> violations;

    RefusedSheetException(List<Violation> violations) {
        super(violations.size() + " columns of the table are not understood");
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
