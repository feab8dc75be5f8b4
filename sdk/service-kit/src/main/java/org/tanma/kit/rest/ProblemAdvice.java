// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.rest;

import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.tanma.kit.page.Language;
import org.tanma.kit.page.Messages;
import org.tanma.kit.page.PageHead;
import org.tanma.kit.page.Pages;

/**
 * Turns everything a controller throws into a {@link Problem}; a fault of ours is logged and never shown. A browser that asks
 * for a page that is not there gets a small page instead.
 */
@RestControllerAdvice
public final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String API = "/api/";
    private static final WordedProblem FAULT = new WordedProblem(
            "fault",
            500,
            new Wording("节点故障", "Fault"),
            new Wording("节点处理该请求时发生故障；未有意改动任何内容。", "The node failed at this request; nothing was changed knowingly."),
            List.of());

    private final Messages messages = Messages.load(ProblemAdvice.class, "/page/missing");
    private final Pages pages = new Pages(ProblemAdvice.class, messages);

    @ExceptionHandler(ProblemException.class)
    public ResponseEntity<Problem> known(ProblemException e, ServerHttpRequest request) {
        Language language = AskedLanguage.of(request);
        return answer(e.problem(language), language, HttpHeaders.EMPTY);
    }

    @ExceptionHandler(ResponseStatusException.class)
    public ResponseEntity<?> status(ResponseStatusException e, ServerHttpRequest request) {
        String path = request.getURI().getPath();
        if (e.getStatusCode().value() == 404 && !path.startsWith(API) && isForPeople(request)) {
            return missing(path, request);
        }
        Language language = AskedLanguage.of(request);
        WordedProblem problem = RefusedRequest.problem(e, request.getMethod().name(), path);
        return answer(problem.in(language), language, e.getHeaders());
    }

    @ExceptionHandler(Exception.class)
    public ResponseEntity<Problem> fault(Exception e, ServerHttpRequest request) {
        LOG.error("A request failed by a fault of the node", e);
        return known(new ProblemException(FAULT), request);
    }

    private static boolean isForPeople(ServerHttpRequest request) {
        return request.getHeaders().getAccept().stream()
                .anyMatch(type -> !type.isWildcardType() && type.includes(MediaType.TEXT_HTML));
    }

    private ResponseEntity<String> missing(String path, ServerHttpRequest request) {
        Language language = AskedLanguage.of(request);
        PageHead head = new PageHead(
                language, messages.text(language, "title"), request.getURI().getRawPath(), false);
        return pages.answer(404, language, pages.render("missing", head, Map.of("path", path)));
    }

    private static ResponseEntity<Problem> answer(Problem problem, Language language, HttpHeaders headers) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .body(problem);
    }
}
