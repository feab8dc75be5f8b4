// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.page;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.kit.page.Language;
import org.tanma.kit.page.Messages;
import org.tanma.kit.page.Pages;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.rest.IdentifierAnswer;
import org.tanma.resolver.rest.Requests;
import reactor.core.publisher.Mono;

/** {@code GET /resolve/<handle>}: a page for people, JSON for programs, by the Accept header. */
@RestController
@Tag(name = "Identifiers")
public final class RecordPageController {
    private final RecordDirectory directory;
    private final Disclosure disclosure;
    private final String nodePrefix;
    private final Messages messages = Messages.load(RecordPageController.class, "/page/resolver");
    private final Pages pages = new Pages(RecordPageController.class, messages);
    private final RecordPage page = new RecordPage(pages, messages);
    private final NearHandles near;

    /** @param nodePrefix prefix every handle of this node lies under */
    public RecordPageController(RecordDirectory directory, Disclosure disclosure, String nodePrefix) {
        this.directory = directory;
        this.disclosure = disclosure;
        this.nodePrefix = nodePrefix;
        this.near = new NearHandles(directory);
    }

    @GetMapping(
            path = "/resolve/{*handle}",
            produces = {
                MediaType.APPLICATION_JSON_VALUE,
                MediaType.TEXT_HTML_VALUE,
                MediaType.APPLICATION_PROBLEM_JSON_VALUE
            })
    @Operation(
            summary = "One record as a page or as JSON, by Accept",
            description = "text/html gives the page; anything else what GET /api/v1/identifiers/{handle} gives.")
    @ApiResponse(responseCode = "200", description = "The record")
    @ApiResponse(responseCode = "404", description = "Not registered here", content = @Content)
    public Mono<ResponseEntity<Object>> resolve(
            @Parameter(hidden = true) ServerHttpRequest request,
            @Parameter(example = "88.118.1/KILN-1") @PathVariable("handle") String captured,
            @RequestParam(name = "lang", required = false) @Nullable String lang) {
        Language language = Language.choose(lang, request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
        String given = Requests.handleOfPath(captured).strip();
        return wantsPage(request)
                ? Answers.to(caller -> page(given, caller, language))
                : Answers.to(caller -> json(given, caller, language));
    }

    private static boolean wantsPage(ServerHttpRequest request) {
        return request.getHeaders().getAccept().stream()
                .anyMatch(m -> !m.isWildcardType() && m.isCompatibleWith(MediaType.TEXT_HTML));
    }

    private ResponseEntity<Object> json(String given, Caller caller, Language language) {
        RecordDirectory.Entry entry = parse(given)
                .flatMap(directory::find)
                .orElseThrow(() -> ProblemException.notFound(
                        new Wording("“" + given + "”未在本节点登记。", "'" + given + "' is not registered here.")));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE)
                .body(IdentifierAnswer.of(entry, disclosure, caller, locale(language)));
    }

    private ResponseEntity<Object> page(String given, Caller caller, Language language) {
        Optional<HandleName> name = parse(given);
        Optional<RecordDirectory.Entry> entry = name.flatMap(directory::find);
        ResponseEntity<String> answer = entry.isPresent()
                ? pages.answer(
                        200,
                        language,
                        page.render(
                                entry.get(),
                                IdentifierAnswer.of(entry.get(), disclosure, caller, locale(language)),
                                language))
                : pages.answer(404, language, unknown(given, name, language));
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.AUTHORIZATION)
                .body(answer.getBody());
    }

    private String unknown(String given, Optional<HandleName> name, Language language) {
        if (name.isEmpty()) {
            String said = messages.text(language, "unknown.malformed");
            return page.renderUnknown(given, said, null, List.of(), language);
        }
        String said = messages.text(language, "unknown.said");
        boolean isOurs = name.get().isUnder(nodePrefix);
        String foreign = isOurs
                ? null
                : messages.text(language, "unknown.foreign", name.get().prefix(), nodePrefix);
        return page.renderUnknown(given, said, foreign, isOurs ? near.find(name.get()) : List.of(), language);
    }

    private static Optional<HandleName> parse(String given) {
        try {
            return Optional.of(HandleName.parse(given));
        } catch (InvalidHandleException e) {
            return Optional.empty();
        }
    }

    private static Locale locale(Language language) {
        return Locale.forLanguageTag(language.tag());
    }
}
