// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

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
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.template.map.MappedRecord;
import org.tanma.template.map.MappingCatalog;
import org.tanma.template.map.TemplatedRecord;
import org.tanma.template.map.VocabularyMapper;
import reactor.core.publisher.Mono;

/** Records in the vocabularies of others. */
@RestController
@RequestMapping("/api/v1/mappings")
@Tag(name = "Mappings", description = "Records in other vocabularies: UNTP, schema.org with GS1, PACT")
public final class MappingController {
    private final MappingCatalog mappings;
    private final VocabularyMapper mapper;
    private final RecordDirectory directory;
    private final Disclosure disclosure;

    public MappingController(
            MappingCatalog mappings, VocabularyMapper mapper, RecordDirectory directory, Disclosure disclosure) {
        this.mappings = mappings;
        this.mapper = mapper;
        this.directory = directory;
        this.disclosure = disclosure;
    }

    @GetMapping
    @Operation(summary = "The vocabularies, and the templates whose records they can show")
    public MappingList list(
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        return MappingList.of(mappings, Requests.locale(lang, accepted));
    }

    @GetMapping("/{vocabulary}/{*handle}")
    @Operation(
            summary = "One record in another vocabulary",
            description =
                    "Made of the items the caller may see. What could not be carried over is listed, never made up.")
    @ApiResponse(responseCode = "200", description = "The document, and what is not in it")
    @ApiResponse(
            responseCode = "404",
            description = "Not registered here, or the vocabulary has nothing for its template",
            content = @Content)
    public Mono<ResponseEntity<MappingAnswer>> find(
            @Parameter(example = "pact") @PathVariable("vocabulary") String vocabulary,
            @Parameter(description = "The handle, slashes as they are", example = "88.118.1/CEM-42.5")
                    @PathVariable("handle")
                    String captured,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        List<String> known = mappings.vocabularies();
        if (!known.contains(vocabulary)) {
            throw ProblemException.notFound(new Wording(
                    "没有词汇表“" + vocabulary + "”；现有：" + String.join("、", known) + "。",
                    "There is no vocabulary '" + vocabulary + "'; known: " + String.join(", ", known) + "."));
        }
        HandleName name = Requests.handle("handle", Requests.handleOfPath(captured));
        Locale locale = Requests.locale(lang, accepted);
        return Answers.to(caller -> {
            TemplatedRecord record = visible(name, caller)
                    .orElseThrow(() -> ProblemException.notFound(
                            new Wording(name + " 未在本节点按模板登记。", name + " is not registered here by a template.")));
            MappedRecord mapped = mapper.map(record, vocabulary, handle -> visible(handle, caller))
                    .orElseThrow(() -> ProblemException.notFound(new Wording(
                            "词汇表 " + vocabulary + " 没有“"
                                    + record.template().title().zh() + "”的对应。",
                            "Vocabulary " + vocabulary + " has nothing for template "
                                    + record.template().name() + ".")));
            return ResponseEntity.ok()
                    .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE)
                    .body(MappingAnswer.of(record, mapped, locale));
        });
    }

    private Optional<TemplatedRecord> visible(HandleName name, Caller caller) {
        return directory
                .find(name)
                .flatMap(RecordDirectory.Entry::described)
                .map(r -> new TemplatedRecord(r.handle(), r.template(), disclosure.visibleItems(r, caller), List.of()));
    }
}
