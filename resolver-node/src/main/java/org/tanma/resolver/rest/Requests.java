// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.security.core.context.SecurityContext;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.kit.page.Language;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Reads what requests bring, and takes the blocking work off the event loop. */
public final class Requests {
    private Requests() {}

    /** The answer of blocking work that does not care who asks. */
    public static <T> Mono<T> answer(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    /** The answer of blocking work to whoever is signed in, {@link Caller#PUBLIC} when nobody is. */
    public static <T> Mono<T> answerTo(Function<Caller, T> work) {
        return ReactiveSecurityContextHolder.getContext()
                .map(SecurityContext::getAuthentication)
                .map(Caller::of)
                .defaultIfEmpty(Caller.PUBLIC)
                .flatMap(caller -> answer(() -> work.apply(caller)));
    }

    /** A handle from a trailing path capture, which begins with the slash before it. */
    public static String handleOfPath(String captured) {
        return captured.startsWith("/") ? captured.substring(1) : captured;
    }

    static HandleName handle(String path, String typed) {
        try {
            return HandleName.parse(typed);
        } catch (InvalidHandleException e) {
            throw ProblemException.badRequest(
                    new Wording("“" + typed + "”不是标识。", "'" + typed + "' is not a handle."),
                    new WordedViolation(
                            path,
                            typed,
                            new Wording("标识，例如 88.118.1/KILN-1", "a handle such as 88.118.1/KILN-1"),
                            new Wording("写作 前缀/后缀", String.valueOf(e.getMessage()))));
        }
    }

    static Locale locale(@Nullable String lang, @Nullable String acceptLanguage) {
        return Locale.forLanguageTag(Language.choose(lang, acceptLanguage).tag());
    }
}
