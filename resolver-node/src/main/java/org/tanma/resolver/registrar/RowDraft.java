// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.resolver.store.RecordChange;
import org.tanma.template.validate.Violation;

/** A row on its way to being registered. For one thread. */
final class RowDraft {
    final RegistrationRow row;
    private final List<Violation> violations;
    private Optional<HandleName> handle = Optional.empty();
    private Optional<RecordChange> change = Optional.empty();
    private Optional<RowDraft> twin = Optional.empty();
    private boolean isUnchanged;

    RowDraft(RegistrationRow row) {
        this.row = row;
        this.violations = new ArrayList<>(row.defects());
    }

    void assign(HandleName name) {
        handle = Optional.of(name);
    }

    Optional<HandleName> handle() {
        return handle;
    }

    void refuse(Violation violation) {
        violations.add(violation);
        change = Optional.empty();
    }

    void refuse(List<Violation> found) {
        found.forEach(this::refuse);
    }

    boolean isRefused() {
        return !violations.isEmpty();
    }

    void plan(RecordChange planned) {
        change = Optional.of(planned);
    }

    /** Says the same as an earlier row of the request, and fares as that one does. */
    void follow(RowDraft earlier) {
        twin = Optional.of(earlier);
    }

    boolean isFollowing() {
        return twin.isPresent();
    }

    void markUnchanged() {
        isUnchanged = true;
    }

    /** What is to be written; empty when the row is refused or already as asked. */
    Optional<RecordChange> change() {
        return change;
    }

    RowReport report(boolean isTried) {
        String name = handle.map(HandleName::toString).orElse("");
        List<Violation> reasons =
                twin.filter(t -> violations.isEmpty()).map(t -> t.violations).orElse(violations);
        return new RowReport(row.number(), status(isTried), name, reasons);
    }

    private RowReport.Status status(boolean isTried) {
        if (isRefused()) {
            return RowReport.Status.REJECTED;
        }
        if (twin.isPresent()) {
            RowReport.Status earlier = twin.get().status(isTried);
            return earlier == RowReport.Status.REGISTERED ? RowReport.Status.UNCHANGED : earlier;
        }
        if (isUnchanged) {
            return RowReport.Status.UNCHANGED;
        }
        return isTried ? RowReport.Status.REGISTERED : RowReport.Status.NOT_TRIED;
    }
}
