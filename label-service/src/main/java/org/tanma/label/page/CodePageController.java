// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.page;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.kit.page.Language;
import org.tanma.kit.page.Messages;
import org.tanma.kit.page.PageHead;
import org.tanma.kit.page.Pages;
import org.tanma.label.credential.Sha256;
import org.tanma.label.issue.CheckedCode;
import org.tanma.label.issue.CodeLinks;
import org.tanma.label.issue.CodeRegister;
import org.tanma.label.issue.CodeToken;
import org.tanma.label.issue.Standing;
import org.tanma.label.qr.QrEncoder;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What a phone shows after scanning: is this code valid, what does it say, is that good, and how is it known.
 *
 * <p>Only a code whose signatures were checked in this very request says "valid".
 */
@RestController
@Hidden
public final class CodePageController {
    private static final Duration FRESH = Duration.ofSeconds(60);

    private final CodeRegister register;
    private final CodeLinks links;
    private final InstantSource clock;
    private final Messages messages = Messages.load(CodePageController.class, "/page/label-code");
    private final Pages pages = new Pages(CodePageController.class, messages);
    private final QrEncoder encoder = new QrEncoder();

    public CodePageController(CodeRegister register, CodeLinks links, InstantSource clock) {
        this.register = register;
        this.links = links;
        this.clock = clock;
    }

    @GetMapping(
            path = {"/c/{token}", "/C/{token}"},
            produces = MediaType.TEXT_HTML_VALUE)
    public Mono<ResponseEntity<String>> page(
            @PathVariable("token") String typed,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        Words words = new Words(messages, Language.choose(lang, accepted));
        return Mono.fromCallable(() -> answer(typed, words)).subscribeOn(Schedulers.boundedElastic());
    }

    private ResponseEntity<String> answer(String typed, Words words) {
        Optional<CodeToken> token = CodeToken.parse(typed);
        Optional<CheckedCode> code = token.flatMap(register::find);
        Verdict verdict = code.map(Verdict::of).orElse(Verdict.UNKNOWN);
        Map<String, Object> view = new HashMap<>();
        boolean isDemonstration = false;
        String title = words.text("title");
        if (code.isPresent() && code.get() instanceof CheckedCode.Verified verified) {
            isDemonstration = verified.content().result().isDemonstration();
            view.put("code", new CodeView(words).of(verified));
            if (verdict == Verdict.VALID || verdict == Verdict.UNPUBLISHED) {
                view.put(
                        "symbol",
                        CodeView.symbol(
                                encoder.encode(links.url(verified.token().text()))));
            }
            title = words.of(verified.content().result().enterprise().name()) + " · " + title;
        }
        view.put("verdict", verdict(verdict, code, words, isDemonstration));
        view.put("isUnknown", verdict == Verdict.UNKNOWN);
        String shown = token.map(CodeToken::text).orElse(typed);
        view.put("token", shown);
        PageHead head = new PageHead(words.language(), title, "/c/" + pathSegment(shown), isDemonstration);
        return answer(verdict, words.language(), pages.render("label-code", head, view));
    }

    private Map<String, Object> verdict(
            Verdict verdict, Optional<CheckedCode> code, Words words, boolean isDemonstration) {
        Map<String, Object> view = new HashMap<>();
        view.put("tone", verdict.tone().name().toLowerCase(java.util.Locale.ROOT));
        view.put("mark", Mark.verdict(verdict));
        String word = words.text("verdict." + verdict.key());
        view.put("words", isDemonstration ? words.text("verdict.demonstration", word) : word);
        view.put("sentence", words.text("sentence." + verdict.key()));
        view.put("checked", words.text("checked", Words.minute(clock.instant())));
        if (code.isPresent() && code.get() instanceof CheckedCode.Verified verified) {
            Standing standing = verified.standing();
            view.put("issuer", words.text("issuer", words.of(verified.content().issuer())));
            view.put("reason", standing.reason());
            view.put("since", Words.minute(standing.since()));
            view.put("successor", standing.successor());
        }
        return view;
    }

    private ResponseEntity<String> answer(Verdict verdict, Language language, String html) {
        ResponseEntity<String> plain = pages.answer(verdict.status(), language, html);
        boolean isLasting = verdict != Verdict.UNCHECKED && verdict != Verdict.UNVERIFIABLE;
        return ResponseEntity.status(plain.getStatusCode())
                .headers(plain.getHeaders())
                .cacheControl(isLasting ? CacheControl.maxAge(FRESH).cachePublic() : CacheControl.noStore())
                .eTag(etag(html))
                .body(html);
    }

    private static String etag(String html) {
        byte[] digest = Sha256.of(html.getBytes(StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 22);
    }

    private static String pathSegment(String text) {
        return org.springframework.web.util.UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
    }
}
