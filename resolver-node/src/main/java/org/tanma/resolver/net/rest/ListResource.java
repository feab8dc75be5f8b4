// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.wire.OpCode;
import org.tanma.resolver.access.Caller;
import org.tanma.resolver.admin.AdminOutcome;
import org.tanma.resolver.admin.HandleAdministration;
import org.tanma.resolver.admin.ListOutcome;
import org.tanma.resolver.store.ScanRange;

/**
 * The handles of a prefix: {@code GET /api/handles?prefix=…&page=…&pageSize=…}.
 *
 * <p>Pages count from zero; a page size of 0 asks for the number alone; none, or one below zero, for all. {@code totalCount} is
 * a string, as the reference server writes it. Limit: {@value #MOST} handles are counted or listed; of a larger prefix the total
 * is left out and all at once refused.
 */
final class ListResource implements RestResource {
    static final String PATH = "/api/handles";
    static final int MOST = 100_000;

    private static final int OK = 200;

    private final HandleAdministration administration;
    private final RestCallers callers;

    ListResource(HandleAdministration administration, RestCallers callers) {
        this.administration = administration;
        this.callers = callers;
    }

    @Override
    public List<String> methods() {
        return List.of("GET");
    }

    /** What was found of a prefix: names from {@code first} on, how many were passed in all, and whether that is all there are. */
    private record Page(List<String> names, int count, boolean isWhole) {}

    @Override
    public RestAnswer answer(RestRequest request) {
        HttpTarget target = request.target();
        String prefix = target.last("prefix");
        if (prefix.isEmpty()) {
            throw RestRefusedException.badRequest(
                    "prefix is not given; allowed is ?prefix=88.118, with page and pageSize,"
                            + " or one handle as /api/handles/PREFIX/SUFFIX");
        }
        int size = target.number("pageSize", -1);
        int page = Math.max(0, target.number("page", 0));
        long first = size > 0 ? (long) page * size : 0;
        long end = size > 0 ? first + size : size == 0 ? 0 : Long.MAX_VALUE;
        Caller caller = callers.of(request);
        List<String> names = new ArrayList<>();
        Optional<HandleName> after = Optional.empty();
        int count = 0;
        boolean isWhole = false;
        while (!isWhole && count < MOST) {
            ListOutcome outcome =
                    administration.list(caller, prefix, after, Math.min(ScanRange.MAX_LIMIT, MOST - count));
            if (outcome instanceof AdminOutcome.Refused refused) {
                return RestAnswer.refusal(
                        refused.responseCode().httpStatus(OpCode.LIST_HANDLES),
                        refused.responseCode(),
                        refused.message());
            }
            ListOutcome.Listed listed = (ListOutcome.Listed) outcome;
            for (HandleName name : listed.names()) {
                if (count >= first && count < end) {
                    names.add(name.toString());
                }
                count++;
            }
            isWhole = listed.isLast() || listed.names().isEmpty();
            after = isWhole
                    ? after
                    : Optional.of(listed.names().get(listed.names().size() - 1));
        }
        return answer(prefix, target, new Page(names, count, isWhole), end);
    }

    private static RestAnswer answer(String prefix, HttpTarget target, Page page, long end) {
        if (!page.isWhole() && end > MOST) {
            throw RestRefusedException.badRequest(prefix + " has more than " + MOST
                    + " handles; allowed are pages within the first " + MOST + ", by page and pageSize");
        }
        RestAnswer answer =
                RestAnswer.of(OK, org.tanma.handle.wire.ResponseCode.SUCCESS).with("prefix", prefix);
        if (page.isWhole()) {
            answer = answer.with("totalCount", String.valueOf(page.count()));
        }
        if (target.number("pageSize", -1) >= 0) {
            answer = answer.with("page", Math.max(0, target.number("page", 0)))
                    .with("pageSize", target.number("pageSize", -1));
        }
        return answer.with("handles", page.names());
    }
}
