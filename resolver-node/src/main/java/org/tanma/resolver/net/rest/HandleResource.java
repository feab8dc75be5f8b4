// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.handle.wire.OpCode;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.access.Caller;
import org.tanma.resolver.admin.AdminOutcome;
import org.tanma.resolver.admin.CreateOptions;
import org.tanma.resolver.admin.HandleAdministration;
import org.tanma.resolver.resolve.QueryRoute;
import org.tanma.resolver.resolve.Resolution;
import org.tanma.resolver.resolve.ResolutionPipeline;
import org.tanma.resolver.resolve.ResolutionQuery;

/** One handle: {@code /api/handles/PREFIX/SUFFIX} read, written and deleted, whole or by index. */
final class HandleResource implements RestResource {
    static final String PATH = "/api/handles/";

    private static final String VARIOUS = "various";
    private static final int CREATED = 201;
    private static final int OK = 200;

    private final ResolutionPipeline pipeline;
    private final HandleAdministration administration;
    private final RestCallers callers;

    HandleResource(ResolutionPipeline pipeline, HandleAdministration administration, RestCallers callers) {
        this.pipeline = pipeline;
        this.administration = administration;
        this.callers = callers;
    }

    @Override
    public List<String> methods() {
        return List.of("GET", "PUT", "DELETE");
    }

    static String handle(RestRequest request) {
        return request.target().path().substring(PATH.length());
    }

    @Override
    public RestAnswer answer(RestRequest request) {
        if (request.isRead()) {
            return read(request);
        }
        callers.requireConfidential(request);
        return request.method().equals("PUT") ? write(request) : delete(request);
    }

    /** Without a word on it, the public gets what is public, and whoever says who they are gets all they may read. */
    private RestAnswer read(RestRequest request) {
        HttpTarget target = request.target();
        Caller caller = callers.of(request);
        boolean isPublicOnly = target.all("publicOnly").isEmpty() ? caller.isPublic() : target.hasFlag("publicOnly");
        String handle = handle(request);
        Resolution resolution =
                pipeline.resolve(ResolutionQuery.of(handle, target.indexes(), target.all("type"), isPublicOnly)
                        .by(caller)
                        .along(QueryRoute.CHOSEN));
        if (resolution.responseCode().equals(ResponseCode.AUTHENTICATION_NEEDED)) {
            throw RestRefusedException.unauthorized(resolution.message());
        }
        int status = resolution.responseCode().httpStatus(OpCode.RESOLUTION);
        return new RestAnswer(status, JsonText.tree(resolution, handle), java.util.Map.of());
    }

    private RestAnswer write(RestRequest request) {
        HttpTarget target = request.target();
        HandleName name = name(request);
        Caller caller = callers.of(request);
        List<HandleValue> values = ValueReader.read(request.body());
        boolean isOverwriting = target.isOn("overwrite", true);
        boolean isMinting = target.hasFlag("mintNewSuffix");
        if (target.all("index").isEmpty()) {
            HandleRecord record = new HandleRecord(name, values);
            AdminOutcome outcome = administration.create(caller, record, new CreateOptions(isOverwriting, isMinting));
            return answer(outcome, request, OpCode.CREATE_HANDLE);
        }
        if (isMinting) {
            throw RestRefusedException.badRequest(
                    "index and mintNewSuffix are both given; a new handle is written whole");
        }
        requireIndexes(target, values);
        return answer(administration.addValues(caller, name, values, isOverwriting), request, OpCode.ADD_VALUE);
    }

    /** What is listed in the address is what stands in the body. */
    private static void requireIndexes(HttpTarget target, List<HandleValue> values) {
        if (target.all("index").contains(VARIOUS)) {
            return;
        }
        Set<Integer> asked = new TreeSet<>(target.indexes());
        Set<Integer> given = new TreeSet<>();
        values.forEach(value -> given.add(value.index()));
        if (!asked.equals(given)) {
            throw RestRefusedException.badRequest("index says " + asked + " and the body has values at " + given
                    + "; both have to be the same, or index=various");
        }
    }

    private RestAnswer delete(RestRequest request) {
        HandleName name = name(request);
        Caller caller = callers.of(request);
        HttpTarget target = request.target();
        AdminOutcome outcome = target.all("index").isEmpty()
                ? administration.delete(caller, name)
                : administration.removeValues(caller, name, target.indexes());
        OpCode operation = target.all("index").isEmpty() ? OpCode.DELETE_HANDLE : OpCode.REMOVE_VALUE;
        return answer(outcome, request, operation);
    }

    private static HandleName name(RestRequest request) {
        try {
            return HandleName.parse(handle(request));
        } catch (InvalidHandleException e) {
            throw new RestRefusedException(
                    RestRefusedException.BAD_REQUEST, ResponseCode.INVALID_HANDLE, String.valueOf(e.getMessage()));
        }
    }

    private static RestAnswer answer(AdminOutcome outcome, RestRequest request, OpCode operation) {
        if (outcome instanceof AdminOutcome.Done done) {
            boolean isCreated = done.isNew() && operation.equals(OpCode.CREATE_HANDLE);
            RestAnswer answer = RestAnswer.of(isCreated ? CREATED : OK, ResponseCode.SUCCESS)
                    .with("handle", done.name().toString());
            return answer;
        }
        AdminOutcome.Refused refused = (AdminOutcome.Refused) outcome;
        RestAnswer answer = RestAnswer.refusal(
                        refused.responseCode().httpStatus(operation), refused.responseCode(), refused.message())
                .with("handle", handle(request));
        return refused.indexes().isEmpty() ? answer : answer.with("indexes", refused.indexes());
    }
}
