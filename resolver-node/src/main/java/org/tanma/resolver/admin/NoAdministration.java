// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.access.Caller;

/** A node that only answers questions. */
enum NoAdministration implements HandleAdministration {
    INSTANCE;

    private static final AdminOutcome.Refused REFUSED = AdminOutcome.Refused.of(
            ResponseCode.NOT_SUPPORTED, "handles are not administered here; this node answers questions only");

    @Override
    public AdminOutcome create(Caller caller, HandleRecord record, CreateOptions options) {
        return REFUSED;
    }

    @Override
    public AdminOutcome delete(Caller caller, HandleName name) {
        return REFUSED;
    }

    @Override
    public AdminOutcome addValues(Caller caller, HandleName name, List<HandleValue> values, boolean isOverwriting) {
        return REFUSED;
    }

    @Override
    public AdminOutcome removeValues(Caller caller, HandleName name, List<Integer> indexes) {
        return REFUSED;
    }

    @Override
    public AdminOutcome modifyValues(Caller caller, HandleName name, List<HandleValue> values) {
        return REFUSED;
    }

    @Override
    public ListOutcome list(Caller caller, String prefix, Optional<HandleName> after, int limit) {
        return REFUSED;
    }

    @Override
    public AdminOutcome home(Caller caller, String prefix) {
        return REFUSED;
    }

    @Override
    public AdminOutcome unhome(Caller caller, String prefix) {
        return REFUSED;
    }

    @Override
    public ListOutcome listHomed(Caller caller) {
        return REFUSED;
    }
}
