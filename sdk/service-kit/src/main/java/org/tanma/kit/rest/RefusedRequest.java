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
    static WordedProblem problem(ResponseStatusException e, String method, String path) {
        if (e instanceof MissingRequestValueException missing) {
            return badRequest(
                    new Wording(
                            "请求缺少 " + missing.getName() + "。",
                            "The request lacks the " + missing.getLabel() + " '" + missing.getName() + "'."),
                    new WordedViolation(missing.getName(), "", words(missing.getType()), Wording.NONE));
        }
        if (e instanceof ServerWebInputException input) {
            return unreadable(input);
        }
        if (e instanceof NoResourceFoundException) {
            return new WordedProblem(
                    "not-found",
                    404,
                    new Wording("未找到", "Not found"),
                    new Wording(path + " 处没有内容。", "There is nothing at " + path + "."),
                    List.of());
        }
        if (e instanceof MethodNotAllowedException wrong) {
            return refused(
                    "method-not-allowed",
                    e,
                    new Wording("不支持的方法", "Method not allowed"),
                    new Wording(path + " 不接受 " + method + "。", path + " does not take " + method + "."),
                    new WordedViolation(
                            "method", method, Wording.same(list(wrong.getSupportedMethods())), Wording.NONE));
        }
        if (e instanceof UnsupportedMediaTypeStatusException wrong) {
            return refused(
                    "media-type-not-read",
                    e,
                    new Wording("不能读取的媒体类型", "Media type not read"),
                    new Wording(path + " 不能读取所发送的内容。", path + " does not read what was sent."),
                    new WordedViolation(
                            "Content-Type",
                            wrong.getContentType() == null
                                    ? ""
                                    : wrong.getContentType().toString(),
                            Wording.same(list(wrong.getSupportedMediaTypes())),
                            Wording.NONE));
        }
        if (e instanceof NotAcceptableStatusException wrong) {
            return refused(
                    "media-type-not-written",
                    e,
                    new Wording("不能提供的媒体类型", "Media type not written"),
                    new Wording(path + " 不能以请求接受的形式回答。", path + " does not answer in a form that the request accepts."),
                    new WordedViolation(
                            "Accept", "", Wording.same(list(wrong.getSupportedMediaTypes())), Wording.NONE));
        }
        if (e.getStatusCode().value() == 413) {
            return refused(
                    "too-large",
                    e,
                    new Wording("请求过大", "Too large"),
                    new Wording("请求过大，请分批提交。", "The request is too large; send it in parts."));
        }
        String title = e.getBody().getTitle() == null ? "Refused" : e.getBody().getTitle();
        String reason = e.getReason() == null ? title : e.getReason();
        int status = e.getStatusCode().value();
        return refused(
                "http-" + status,
                e,
                new Wording("未受理", title),
                new Wording("该请求未受理（HTTP " + status + "）。", reason.endsWith(".") ? reason : reason + "."));
    }

    private static WordedProblem unreadable(ServerWebInputException e) {
        MethodParameter parameter = e.getMethodParameter();
        if (e.getCause() instanceof TypeMismatchException wrong && parameter != null) {
            String name = String.valueOf(parameter.getParameterName());
            return badRequest(
                    new Wording("无法读取参数 " + name + "。", "The parameter '" + name + "' cannot be read."),
                    new WordedViolation(
                            name, String.valueOf(wrong.getValue()), words(wrong.getRequiredType()), Wording.NONE));
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException broken) {
                return json(broken);
            }
        }
        return badRequest(new Wording(
                "请求没有正文，或正文无法读取；格式见 /openapi.json。",
                "The request has no body, or one that cannot be read; its form is described at /openapi.json."));
    }

    private static WordedProblem json(JacksonException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            Collection<Object> known = unknown.getKnownPropertyIds();
            return badRequest(
                    new Wording("请求中有无法识别的字段。", "The request has a field that is not understood."),
                    new WordedViolation(
                            path(e),
                            unknown.getPropertyName(),
                            known == null
                                    ? Wording.NONE
                                    : oneOf(known.stream()
                                            .map(String::valueOf)
                                            .sorted()
                                            .toList()),
                            Wording.NONE));
        }
        if (e instanceof InvalidFormatException wrong) {
            return badRequest(
                    new Wording("请求中有无法读取的字段。", "A field of the request cannot be read."),
                    new WordedViolation(
                            path(e), String.valueOf(wrong.getValue()), words(wrong.getTargetType()), Wording.NONE));
        }
        if (e instanceof StreamReadException) {
            return badRequest(new Wording(
                    "请求不是 JSON（第 " + e.getLocation().getLineNr() + " 行第 "
                            + e.getLocation().getColumnNr() + " 列）：" + e.getOriginalMessage(),
                    "The request is not JSON: " + e.getOriginalMessage() + ", at line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + "."));
        }
        String path = path(e);
        return path.isEmpty()
                ? badRequest(new Wording(
                        "请求不是 /openapi.json 所述的 JSON 对象。",
                        "The request is not the JSON object that is described at /openapi.json."))
                : badRequest(
                        new Wording("请求中有无法读取的字段。", "A field of the request cannot be read."),
                        new WordedViolation(
                                path,
                                "",
                                new Wording("/openapi.json 所述的格式", "the form described at /openapi.json"),
                                Wording.NONE));
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
    private static Wording words(@Nullable Class<?> type) {
        if (type == null) {
            return Wording.NONE;
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return new Wording("整数", "a whole number");
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Wording("true 或 false", "true or false");
        }
        if (type == java.time.Instant.class) {
            return new Wording("时刻，例如 2026-12-31T16:00:00Z", "an instant such as 2026-12-31T16:00:00Z");
        }
        if (type.isEnum()) {
            return oneOf(List.of(type.getEnumConstants()));
        }
        return type == String.class ? new Wording("文本", "a text") : Wording.NONE;
    }

    private static Wording oneOf(Collection<?> values) {
        return new Wording("下列之一：" + list(values), "one of " + list(values));
    }

    private static String list(@Nullable Collection<?> values) {
        List<String> texts = new ArrayList<>();
        if (values != null) {
            values.forEach(v -> texts.add(String.valueOf(v)));
        }
        return String.join(", ", texts);
    }

    private static WordedProblem badRequest(Wording detail, WordedViolation... violations) {
        return new WordedProblem("bad-request", 400, new Wording("请求有误", "Bad request"), detail, List.of(violations));
    }

    private static WordedProblem refused(
            String name, ResponseStatusException e, Wording title, Wording detail, WordedViolation... violations) {
        return new WordedProblem(name, e.getStatusCode().value(), title, detail, List.of(violations));
    }
}
