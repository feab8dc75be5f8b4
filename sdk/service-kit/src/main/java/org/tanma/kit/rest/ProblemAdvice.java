// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebInputException;

/** Turns everything a controller throws into a {@link Problem}; a fault of ours is logged and never shown. */
@RestControllerAdvice
public final class ProblemAdvice {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler(ProblemException.class)
    public ResponseEntity<Problem> known(ProblemException e) {
        return answer(e.problem());
    }

    @ExceptionHandler(ServerWebInputException.class)
    public ResponseEntity<Problem> input(ServerWebInputException e) {
        String reason = e.getReason() == null ? "The request could not be read." : e.getReason();
        Throwable cause = e.getMostSpecificCause();
        String detail = cause == e ? reason : reason + ": " + firstLine(cause.getMessage());
        return answer(Problem.of("bad-request", 400, "Bad request", detail, List.of()));
    }

    @ExceptionHandler(ResponseStatusException.class)
    public ResponseEntity<Problem> status(ResponseStatusException e) {
        HttpStatusCode status = e.getStatusCode();
        String reason = e.getReason() == null ? e.getBody().getTitle() : e.getReason();
        String title = reason == null ? "Refused" : reason;
        return answer(Problem.of("http-" + status.value(), status.value(), title, title + ".", List.of()));
    }

    @ExceptionHandler(Exception.class)
    public ResponseEntity<Problem> fault(Exception e) {
        LOG.error("A request failed by a fault of the node", e);
        return answer(Problem.of(
                "fault", 500, "Fault", "The node failed at this request; nothing was changed knowingly.", List.of()));
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "" : message.lines().findFirst().orElse("");
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
