// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.rest;

import java.util.concurrent.Callable;
import java.util.function.Function;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.Violation;
import org.tanma.label.issue.CodeToken;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reads what requests bring, and takes the blocking work off the event loop. */
final class Requests {
    private Requests() {}

    static <T> Mono<T> answer(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    static <T> Mono<T> answerTo(Function<Caller, T> work) {
        return ReactiveSecurityContextHolder.getContext()
                .map(SecurityContext::getAuthentication)
                .map(Caller::of)
                .defaultIfEmpty(Caller.PUBLIC)
                .flatMap(caller -> answer(() -> work.apply(caller)));
    }

    static CodeToken token(String typed) {
        return CodeToken.parse(typed)
                .orElseThrow(() -> ProblemException.badRequest(
                        "No code was looked up.",
                        new Violation(
                                "token",
                                typed,
                                CodeToken.LENGTH + " characters of 0-9 and A-Z without I, L, O, U",
                                "It is the last part of the address in the QR code.")));
    }

    static HandleName handle(String typed) {
        try {
            return HandleName.parse(typed);
        } catch (InvalidHandleException e) {
            throw ProblemException.badRequest(
                    "No codes were listed.",
                    new Violation(
                            "enterprise",
                            typed,
                            "a handle such as 88.118.1/ENTERPRISE",
                            "PREFIX/SUFFIX, without control characters."));
        }
    }
}
