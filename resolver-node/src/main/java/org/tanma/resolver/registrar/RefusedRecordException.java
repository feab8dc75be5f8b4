// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tanma.handle.model.HandleName;
import org.tanma.template.validate.Violation;

/** A record that may not be published as it stands; carries all its violations. */
public final class RefusedRecordException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private final transient List<Violation> violations;

    RefusedRecordException(HandleName handle, List<Violation> violations) {
        super(handle + " is refused: "
                + violations.stream().map(v -> v.message(Locale.ENGLISH)).collect(Collectors.joining(" ")));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
