// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.rest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.MethodParameter;
import org.springframework.web.reactive.resource.NoResourceFoundException;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.MissingRequestValueException;
import org.springframework.web.server.NotAcceptableStatusException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Requests that never reach a controller's own checks, told in the words of the API instead of the framework's. */
final class RefusedRequest {
    private RefusedRequest() {}

    /** A problem for {@code e}; {@code method} and {@code path} are the request's. */
    static Problem problem(ResponseStatusException e, String method, String path) {
        if (e instanceof MissingRequestValueException missing) {
            return badRequest(
                    "The request lacks the " + missing.getLabel() + " '" + missing.getName() + "'.",
                    new Violation(missing.getName(), "", words(missing.getType()), ""));
        }
        if (e instanceof ServerWebInputException input) {
            return unreadable(input);
        }
        if (e instanceof NoResourceFoundException) {
            return Problem.of("not-found", 404, "Not found", "There is nothing at " + path + ".", List.of());
        }
        if (e instanceof MethodNotAllowedException wrong) {
            return refused(
                    "method-not-allowed",
                    e,
                    "Method not allowed",
                    path + " does not take " + method + ".",
                    new Violation("method", method, list(wrong.getSupportedMethods()), ""));
        }
        if (e instanceof UnsupportedMediaTypeStatusException wrong) {
            return refused(
                    "media-type-not-read",
                    e,
                    "Media type not read",
                    path + " does not read what was sent.",
                    new Violation(
                            "Content-Type",
                            wrong.getContentType() == null
                                    ? ""
                                    : wrong.getContentType().toString(),
                            list(wrong.getSupportedMediaTypes()),
                            ""));
        }
        if (e instanceof NotAcceptableStatusException wrong) {
            return refused(
                    "media-type-not-written",
                    e,
                    "Media type not written",
                    path + " does not answer in a form that the request accepts.",
                    new Violation("Accept", "", list(wrong.getSupportedMediaTypes()), ""));
        }
        if (e.getStatusCode().value() == 413) {
            return refused("too-large", e, "Too large", "The request is too large; send it in parts.");
        }
        String title = e.getBody().getTitle() == null ? "Refused" : e.getBody().getTitle();
        String reason = e.getReason() == null ? title : e.getReason();
        return refused("http-" + e.getStatusCode().value(), e, title, reason.endsWith(".") ? reason : reason + ".");
    }

    private static Problem unreadable(ServerWebInputException e) {
        MethodParameter parameter = e.getMethodParameter();
        if (e.getCause() instanceof TypeMismatchException wrong && parameter != null) {
            String name = String.valueOf(parameter.getParameterName());
            return badRequest(
                    "The parameter '" + name + "' cannot be read.",
                    new Violation(name, String.valueOf(wrong.getValue()), words(wrong.getRequiredType()), ""));
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException broken) {
                return json(broken);
            }
        }
        return badRequest(
                "The request has no body, or one that cannot be read; its form is described at /openapi.json.");
    }

    private static Problem json(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            Collection<Object> known = unknown.getKnownPropertyIds();
            return badRequest(
                    "The request has a field that is not understood.",
                    new Violation(
                            path(e),
                            unknown.getPropertyName(),
                            known == null
                                    ? ""
                                    : "one of "
                                            + list(known.stream()
                                                    .map(String::valueOf)
                                                    .sorted()
                                                    .toList()),
                            ""));
        }
        if (e instanceof InvalidFormatException wrong) {
            return badRequest(
                    "A field of the request cannot be read.",
                    new Violation(path(e), String.valueOf(wrong.getValue()), words(wrong.getTargetType()), ""));
        }
        if (e instanceof StreamReadException) {
            return badRequest("The request is not JSON: " + e.getOriginalMessage() + ", at line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ".");
        }
        String path = path(e);
        return path.isEmpty()
                ? badRequest("The request is not the JSON object that is described at /openapi.json.")
                : badRequest(
                        "A field of the request cannot be read.",
                        new Violation(path, "", "the form described at /openapi.json", ""));
    }

    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            if (step.getPropertyName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getPropertyName());
            }
        }
        return path.toString();
    }

    /** What may stand there, in words; empty for a type that says nothing to a caller. */
    private static String words(@Nullable Class<?> type) {
        if (type == null) {
            return "";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == java.time.Instant.class) {
            return "an instant such as 2026-12-31T16:00:00Z";
        }
        if (type.isEnum()) {
            return "one of " + list(List.of(type.getEnumConstants()));
        }
        return type == String.class ? "a text" : "";
    }

    private static String list(@Nullable Collection<?> values) {
        List<String> texts = new ArrayList<>();
        if (values != null) {
            values.forEach(v -> texts.add(String.valueOf(v)));
        }
        return String.join(", ", texts);
    }

    private static Problem badRequest(String detail, Violation... violations) {
        return Problem.of("bad-request", 400, "Bad request", detail, List.of(violations));
    }

    private static Problem refused(
            String name, ResponseStatusException e, String title, String detail, Violation... violations) {
        return Problem.of(name, e.getStatusCode().value(), title, detail, List.of(violations));
    }
}
