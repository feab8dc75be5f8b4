// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.records;

import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebExchange;
import org.tanma.kit.rest.AskedLanguage;
import org.tanma.kit.rest.Problem;
import org.tanma.kit.rest.WordedProblem;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.index.IndexBeingBuiltException;

/** Answers what only works with the index while that is being made. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RecordAdvice {
    private static final String SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<Problem> answer(IndexBeingBuiltException e, ServerWebExchange exchange) {
        WordedProblem problem = new WordedProblem(
                "index-being-made",
                503,
                new Wording("索引正在建立", "The index is being made"),
                new Wording(
                        "记录索引正在重建，已完成 " + e.done() + " 条；请稍后再试。",
                        "The index of records is being made anew, " + e.done() + " records so far; ask again later."),
                List.of());
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, SECONDS)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.in(AskedLanguage.of(exchange.getRequest())));
    }
}
