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
    private String prefix = "";
    private Optional<RecordChange> change = Optional.empty();
    private Optional<RowDraft> twin = Optional.empty();
    private boolean isUnchanged;
    private boolean isReserved;

    RowDraft(RegistrationRow row) {
        this.row = row;
        this.violations = new ArrayList<>(row.defects());
    }

    void assign(HandleName name) {
        handle = Optional.of(name);
        prefix = name.prefix();
    }

    /** Its handle is to be minted under {@code under}. */
    void awaitMint(String under) {
        prefix = under;
    }

    boolean isAwaitingMint() {
        return handle.isEmpty() && !prefix.isEmpty() && !isRefused();
    }

    /** Under which its handle lies or will lie; empty when none could be made out. */
    String prefix() {
        return prefix;
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

    /** Takes back refusals of one rule, to be judged again. */
    void reconsider(String rule) {
        violations.removeIf(v -> v.rule().equals(rule));
    }

    boolean isRefusedOnlyBy(String rule) {
        return isRefused() && violations.stream().allMatch(v -> v.rule().equals(rule));
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
        change = Optional.empty();
    }

    /** Was written by an earlier try of the same registration. */
    void markRegistered() {
        isUnchanged = false;
        change = Optional.empty();
    }

    boolean isUnchanged() {
        return isUnchanged;
    }

    /** Counted against the quota of its prefix. */
    void markReserved() {
        isReserved = true;
    }

    boolean isReserved() {
        return isReserved;
    }

    /** What is stored is no longer what the plan was made for. */
    void forgetPlan() {
        change = Optional.empty();
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
