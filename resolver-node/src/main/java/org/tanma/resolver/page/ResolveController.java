// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.page;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
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
import org.tanma.handle.model.HandleValue;
import org.tanma.identifier.HandleIdentifier;
import org.tanma.kit.page.Language;
import org.tanma.kit.page.Messages;
import org.tanma.kit.page.Pages;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedProblem;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.identify.Finding;
import org.tanma.resolver.identify.IdentifierFinder;
import org.tanma.resolver.index.RecordMarks;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.rest.IdentifierAnswer;
import reactor.core.publisher.Mono;

/** {@code GET /resolve/<identifier>}: what an identifier of any kind is and the record behind it, in the form asked for. */
@RestController
@Tag(name = "Identifiers")
public final class ResolveController {
    private static final String[] VARY = {HttpHeaders.ACCEPT, HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE};

    private final IdentifierFinder finder;
    private final Disclosure disclosure;
    private final Messages messages = Messages.load(ResolveController.class, "/page/resolver");
    private final Pages pages = new Pages(ResolveController.class, messages);
    private final IdentifierPhrases phrases = new IdentifierPhrases(messages);
    private final RecordPage recordPage = new RecordPage(pages, messages);
    private final MissingPage missingPage = new MissingPage(pages, messages, phrases);
    private final NearHandles near;

    public ResolveController(IdentifierFinder finder, RecordDirectory directory, Disclosure disclosure) {
        this.finder = finder;
        this.disclosure = disclosure;
        this.near = new NearHandles(directory);
    }

    @GetMapping("/resolve/{*identifier}")
    @Operation(
            summary = "What an identifier of any kind is, and the record behind it",
            description =
                    "Handles, OIDs, Ecodes, GS1 keys, DIDs and private codes. The form goes by Accept. An identifier that"
                            + " is an address, or has characters a path cannot carry, may also be given as /resolve?id=….")
    @ApiResponse(
            responseCode = "200",
            description = "The record",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = ResolveAnswer.class)),
                @Content(mediaType = "application/ld+json"),
                @Content(mediaType = "application/linkset+json"),
                @Content(mediaType = "application/linkset"),
                @Content(mediaType = "text/html")
            })
    @ApiResponse(
            responseCode = "400",
            description = "Malformed: where, why, and how to mend it",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ResolveProblem.class)))
    @ApiResponse(
            responseCode = "404",
            description = "Well-formed, and not registered here",
            content =
                    @Content(
                            mediaType = "application/problem+json",
                            schema = @Schema(implementation = ResolveProblem.class)))
    @ApiResponse(responseCode = "406", description = "None of the forms is accepted", content = @Content)
    @ApiResponse(
            responseCode = "410",
            description = "Retired; the body is what is left of the record",
            content = @Content)
    public Mono<ResponseEntity<Object>> resolve(
            @Parameter(hidden = true) ServerHttpRequest request,
            @Parameter(example = "88.118.1/KILN-1") @PathVariable("identifier") String captured,
            @RequestParam(name = "lang", required = false) @Nullable String lang) {
        return answer(request, GivenIdentifier.of(request.getURI()), lang);
    }

    @GetMapping(path = "/resolve", params = "id")
    @Operation(summary = "The same, with the identifier as a parameter")
    public Mono<ResponseEntity<Object>> resolveParameter(
            @Parameter(hidden = true) ServerHttpRequest request,
            @Parameter(example = "https://id.gs1.org/01/09506000134352") @RequestParam("id") String id,
            @RequestParam(name = "lang", required = false) @Nullable String lang) {
        return answer(request, id, lang);
    }

    private Mono<ResponseEntity<Object>> answer(ServerHttpRequest request, String text, @Nullable String lang) {
        Language language = Language.choose(lang, request.getHeaders().getFirst(HttpHeaders.ACCEPT_LANGUAGE));
        AnswerForm form = AnswerForm.choose(request.getHeaders().getAccept()).orElseThrow(ResolveController::none);
        String given = text.strip();
        return Answers.to(caller -> {
            Finding finding = finder.find(given, caller);
            return finding instanceof Finding.Found found
                    ? found(found, form, caller, language, new RecordLinks(request.getURI()))
                    : missing(finding, given, form, language);
        });
    }

    private static ProblemException none() {
        return new ProblemException(new WordedProblem(
                "not-acceptable",
                406,
                new Wording("没有可接受的形式", "No acceptable form"),
                new Wording(
                        "Accept 排除了本节点的全部形式：" + AnswerForm.all() + "。",
                        "Accept rules out every form there is: " + AnswerForm.all() + "."),
                List.of()));
    }

    private ResponseEntity<Object> found(
            Finding.Found found, AnswerForm form, Caller caller, Language language, RecordLinks links) {
        IdentifierAnswer shown =
                IdentifierAnswer.of(found.entry(), disclosure, caller, IdentifierPhrases.locale(language));
        Optional<HandleValue> retired = found.entry()
                .record()
                .findByIndex(RecordMarks.RETIRED_INDEX)
                .filter(v -> v.type().equals(RecordMarks.RETIRED_TYPE));
        List<RecordLinks.Link> all = links.of(found);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(retired.isPresent() ? 410 : 200)
                .varyBy(VARY)
                .header(HttpHeaders.LINK, RecordLinks.field(all));
        if (form == AnswerForm.HTML) {
            String html = recordPage.render(found, shown, retired, language);
            return answer.headers(pages.answer(200, language, html).getHeaders())
                    .varyBy(VARY)
                    .body(html);
        }
        answer.header(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        return switch (form) {
            case JSON_LD ->
                answer.contentType(form.mediaType()).body(LinkedDataDocument.of(found, shown, links, schema(all)));
            case LINKSET_JSON ->
                answer.contentType(form.mediaType()).body(LinksetDocument.json(links.anchor(found), all));
            case LINKSET ->
                answer.contentType(form.mediaType())
                        .body(LinksetDocument.text(links.anchor(found), all).getBytes(StandardCharsets.UTF_8));
            default ->
                answer.contentType(MediaType.APPLICATION_JSON)
                        .body(ResolveAnswer.of(found, shown, retired.isPresent(), IdentifierPhrases.locale(language)));
        };
    }

    private static String schema(List<RecordLinks.Link> links) {
        return links.stream()
                .filter(l -> l.type().equals("application/schema+json"))
                .map(RecordLinks.Link::target)
                .findFirst()
                .orElse("");
    }

    private ResponseEntity<Object> missing(Finding finding, String given, AnswerForm form, Language language) {
        List<RecordPage.Near> alike = alike(finding);
        int status = IdentifierPhrases.status(finding);
        if (form == AnswerForm.HTML) {
            ResponseEntity<String> page =
                    pages.answer(status, language, missingPage.render(finding, given, alike, language));
            return ResponseEntity.status(status)
                    .headers(page.getHeaders())
                    .varyBy(VARY)
                    .body(page.getBody());
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .varyBy(VARY)
                .body(phrases.problem(finding, given, alike, language));
    }

    private List<RecordPage.Near> alike(Finding finding) {
        if (!(finding instanceof Finding.Absent absent)) {
            return List.of();
        }
        if (absent.parsed().identifier() instanceof HandleIdentifier handle) {
            return near.find(handle.name());
        }
        return absent.near().stream()
                .map(HandleName::toString)
                .map(h -> new RecordPage.Near(h, HandleLinks.path(h), ""))
                .toList();
    }
}
