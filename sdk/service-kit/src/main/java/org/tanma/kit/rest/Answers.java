// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.rest;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Answers requests by blocking work, off the event loop. */
public final class Answers {
    private Answers() {}

    /** The answer of work that does not care who asks. */
    public static <T> Mono<T> of(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    /** The answer of work to whoever is signed in, {@link Caller#PUBLIC} when nobody is. */
    public static <T> Mono<T> to(Function<Caller, T> work) {
        return caller().defaultIfEmpty(Caller.PUBLIC).flatMap(caller -> of(() -> work.apply(caller)));
    }

    /** The answer of work to somebody who has signed in; others get 401. */
    public static <T> Mono<T> toSignedIn(Function<Caller, T> work) {
        return caller().filter(Caller::isSignedIn)
                .switchIfEmpty(Mono.error(Answers::signInFirst))
                .flatMap(caller -> of(() -> work.apply(caller)));
    }

    private static Mono<Caller> caller() {
        return ReactiveSecurityContextHolder.getContext()
                .map(SecurityContext::getAuthentication)
                .map(Caller::of);
    }

    private static ProblemException signInFirst() {
        return new ProblemException(new WordedProblem(
                "sign-in",
                401,
                new Wording("请登录", "Sign in"),
                new Wording(
                        "该操作需要账户；请用 HTTP Basic 或 Bearer 令牌登录。",
                        "Only an account may do this; send HTTP Basic or a Bearer token."),
                List.of()));
    }
}
