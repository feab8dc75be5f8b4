// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.util.List;
import org.tanma.handle.wire.OpCode;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.admin.AdminOutcome;
import org.tanma.resolver.admin.HandleAdministration;
import org.tanma.resolver.admin.ListOutcome;

/** The prefixes that are homed here: {@code GET /api/prefixes}, for those who may know. */
final class PrefixResource implements RestResource {
    static final String PATH = "/api/prefixes";

    private static final int OK = 200;

    private final HandleAdministration administration;
    private final RestCallers callers;

    PrefixResource(HandleAdministration administration, RestCallers callers) {
        this.administration = administration;
        this.callers = callers;
    }

    @Override
    public List<String> methods() {
        return List.of("GET");
    }

    @Override
    public RestAnswer answer(RestRequest request) {
        ListOutcome outcome = administration.listHomed(callers.of(request));
        if (outcome instanceof ListOutcome.Listed listed) {
            List<String> prefixes =
                    listed.names().stream().map(Object::toString).toList();
            return RestAnswer.of(OK, ResponseCode.SUCCESS).with("prefixes", prefixes);
        }
        AdminOutcome.Refused refused = (AdminOutcome.Refused) outcome;
        return RestAnswer.refusal(
                refused.responseCode().httpStatus(OpCode.LIST_HOMED_PREFIXES),
                refused.responseCode(),
                refused.message());
    }
}
