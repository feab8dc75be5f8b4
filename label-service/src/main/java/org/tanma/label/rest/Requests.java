// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.rest;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.Problem;
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

    /** Answers somebody who has signed in; others get 401. */
    static <T> Mono<T> answerTo(Function<Caller, T> work) {
        return ReactiveSecurityContextHolder.getContext()
                .map(SecurityContext::getAuthentication)
                .map(Caller::of)
                .filter(Caller::isSignedIn)
                .switchIfEmpty(Mono.error(Requests::signInFirst))
                .flatMap(caller -> answer(() -> work.apply(caller)));
    }

    private static ProblemException signInFirst() {
        return new ProblemException(Problem.of(
                "sign-in",
                401,
                "Sign in",
                "Only an account may do this; send HTTP Basic or a Bearer token.",
                List.of()));
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

    static HandleName handle(@Nullable String typed) {
        String given = typed == null ? "" : typed;
        try {
            return HandleName.parse(given);
        } catch (InvalidHandleException e) {
            throw ProblemException.badRequest(
                    "No codes were listed.",
                    new Violation(
                            "enterprise",
                            given,
                            "a handle such as 88.118.1/ENTERPRISE",
                            "It is written PREFIX/SUFFIX."));
        }
    }

    /** Reads a whole number of pixels or millimetres. */
    static int between(int least, int most, String parameter, String given, String unit) {
        int number = given.matches("[0-9]{1,6}") ? Integer.parseInt(given) : -1;
        if (number < least || number > most) {
            throw ProblemException.badRequest(
                    "The symbol was not drawn.",
                    new Violation(
                            parameter,
                            given,
                            least + " to " + most + " " + unit,
                            "Smaller symbols do not scan reliably."));
        }
        return number;
    }
}
