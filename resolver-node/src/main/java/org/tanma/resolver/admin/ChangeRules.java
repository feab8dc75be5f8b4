// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.Standing;
import org.tanma.resolver.type.PredefinedType;

/**
 * Which changes of a record's values somebody may make.
 *
 * <pre>
 * value before → after      permission
 * none → other              ADD_VALUE
 * none → HS_ADMIN           ADD_ADMIN
 * other → other             MODIFY_VALUE; none when the public may write it and type and permissions stay
 * HS_ADMIN → HS_ADMIN       MODIFY_ADMIN
 * other → HS_ADMIN          MODIFY_VALUE and ADD_ADMIN
 * HS_ADMIN → other          REMOVE_ADMIN and MODIFY_VALUE
 * other → none              REMOVE_VALUE
 * HS_ADMIN → none           REMOVE_ADMIN
 * </pre>
 *
 * <p>A value whose bits let neither administrators nor the public write stays as it is, for everybody. Keys and groups are
 * never the public's to write. Where an {@code HS_ADMIN} names a place in its own record, keys and groups of that record are
 * added and changed only by who holds all that this administrator holds, or may modify administrators: else whoever may
 * write values would make themselves that administrator. Sources: RFC 3651 sections 3.1 and 3.2.1.
 */
final class ChangeRules {
    private ChangeRules() {}

    /** Why the changes may not be made: the first reason found, with every value it is about. */
    static Optional<AdminOutcome.Refused> refusal(Standing standing, HandleRecord record, List<ValueChange> changes) {
        List<Integer> isProtected = new ArrayList<>();
        List<Integer> forbidden = new ArrayList<>();
        int missing = 0;
        for (ValueChange change : changes) {
            if (isWriteProtected(change)) {
                isProtected.add(change.index());
            } else if (!isPublicWrite(change)) {
                int needed = needed(change);
                boolean isTakeover = isTakeover(standing, record, change);
                if (isTakeover || !standing.may(needed)) {
                    forbidden.add(change.index());
                    missing |= isTakeover ? AdminRecord.MODIFY_ADMIN : needed & ~standing.permissions();
                }
            }
        }
        if (!forbidden.isEmpty()) {
            return Optional.of(new AdminOutcome.Refused(
                    standing.refusal(),
                    standing.refusal(PermissionWords.of(missing), record.name()) + "; at index " + join(forbidden),
                    forbidden));
        }
        if (!isProtected.isEmpty()) {
            return Optional.of(new AdminOutcome.Refused(
                    ResponseCode.NO_PERMISSION,
                    "the permissions of the value at index " + join(isProtected) + " of " + record.name()
                            + " let nobody change it",
                    isProtected));
        }
        return Optional.empty();
    }

    /** A record that has an administrator keeps one. */
    static Optional<AdminOutcome.Refused> lockOut(HandleRecord before, Collection<HandleValue> after) {
        List<Integer> last = before.values().stream()
                .filter(PredefinedType.HS_ADMIN::is)
                .map(HandleValue::index)
                .toList();
        return last.isEmpty() || after.stream().anyMatch(PredefinedType.HS_ADMIN::is)
                ? Optional.empty()
                : Optional.of(new AdminOutcome.Refused(
                        ResponseCode.INVALID_VALUE,
                        before.name() + " would have no administrator any more; at index " + join(last),
                        last));
    }

    private static String join(List<Integer> indexes) {
        return String.join(", ", indexes.stream().map(String::valueOf).toList());
    }

    private static boolean isWriteProtected(ValueChange change) {
        HandleValue before = change.before();
        return before != null
                && !before.permissions().adminWrite()
                && !(before.permissions().publicWrite() && !PredefinedType.isAuthority(before));
    }

    private static boolean isPublicWrite(ValueChange change) {
        HandleValue before = change.before();
        HandleValue after = change.after();
        return before != null
                && after != null
                && before.permissions().publicWrite()
                && before.type().equals(after.type())
                && before.permissions().equals(after.permissions())
                && !PredefinedType.isAuthority(before);
    }

    private static int needed(ValueChange change) {
        HandleValue before = change.before();
        HandleValue after = change.after();
        boolean wasAdmin = before != null && PredefinedType.HS_ADMIN.covers(before);
        boolean isAdmin = after != null && PredefinedType.HS_ADMIN.covers(after);
        if (before == null) {
            return isAdmin ? AdminRecord.ADD_ADMIN : AdminRecord.ADD_VALUE;
        }
        if (after == null) {
            return wasAdmin ? AdminRecord.REMOVE_ADMIN : AdminRecord.REMOVE_VALUE;
        }
        if (wasAdmin && isAdmin) {
            return AdminRecord.MODIFY_ADMIN;
        }
        return AdminRecord.MODIFY_VALUE
                | (isAdmin ? AdminRecord.ADD_ADMIN : 0)
                | (wasAdmin ? AdminRecord.REMOVE_ADMIN : 0);
    }

    /** True when a key or group is changed or added that stands for more than the changer holds. */
    private static boolean isTakeover(Standing standing, HandleRecord record, ValueChange change) {
        HandleValue after = change.after();
        if (after == null || !PredefinedType.isAuthority(after) || PredefinedType.HS_ADMIN.covers(after)) {
            return false;
        }
        if (standing.may(AdminRecord.MODIFY_ADMIN)) {
            return false;
        }
        for (HandleValue value : record.values()) {
            if (!PredefinedType.HS_ADMIN.is(value)) {
                continue;
            }
            Optional<AdminRecord> admin = AccessRules.decode(value);
            if (admin.isPresent()
                    && admin.get().admin().equals(record.name())
                    && !standing.may(admin.get().permissions())) {
                return true;
            }
        }
        return false;
    }
}
