// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.mint.MintDefaults;
import org.tanma.resolver.registrar.mint.MintRule;
import org.tanma.template.load.TemplateCatalog;
import reactor.core.publisher.Mono;

/** The rules by which handles under a prefix are minted when a request names none. */
@RestController
@RequestMapping(
        path = "/api/v1/mint-rules/{prefix}",
        produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_PROBLEM_JSON_VALUE})
@Tag(name = "Registrations")
public final class MintRuleController {
    private static final Wording RULES = new Wording("生成规则", "mint rules");

    /** A rule as it is set. */
    @Schema(name = "MintRule")
    record Answer(
            @Schema(example = "device") String template,

            @Schema(example = "pattern:PUMP-{year}-{sequence:6}-{check:mod97}")
            String rule,

            String account,
            Instant at) {}

    /** A rule to be set. */
    @Schema(name = "MintRuleRequest")
    record Request(@Schema(example = "sequence:6:KILN-") String rule) {}

    private final TemplateCatalog catalog;
    private final MintDefaults defaults;

    public MintRuleController(TemplateCatalog catalog, MintDefaults defaults) {
        this.catalog = catalog;
        this.defaults = defaults;
    }

    @GetMapping
    @Operation(
            summary = "The mint rules of a prefix, by template",
            description = "A template that is not listed is minted by 12 random characters.")
    public Mono<List<Answer>> list(@Parameter(example = "88.118.1") @PathVariable("prefix") String prefix) {
        return Answers.toSignedIn(caller -> {
            caller.requireWriteUnder(prefix, RULES);
            return answers(prefix);
        });
    }

    @PutMapping(path = "/{template}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Set the mint rule of a prefix for a template")
    @ApiResponse(responseCode = "200", description = "All rules of the prefix")
    @ApiResponse(responseCode = "400", description = "No such rule", content = @Content)
    @ApiResponse(responseCode = "403", description = "Another's prefix", content = @Content)
    public Mono<List<Answer>> put(
            @Parameter(example = "88.118.1") @PathVariable("prefix") String prefix,
            @Parameter(example = "device") @PathVariable("template") String template,
            @RequestBody Request request) {
        return Answers.toSignedIn(caller -> {
            requireWriter(caller, prefix);
            TemplateController.get(catalog, template);
            MintRule rule = MintRules.parse("rule", request.rule() == null ? "" : request.rule());
            defaults.set(prefix, template, rule, caller.name());
            return answers(prefix);
        });
    }

    @DeleteMapping("/{template}")
    @Operation(summary = "Go back to random characters")
    @ApiResponse(responseCode = "204", description = "Removed")
    @ApiResponse(responseCode = "404", description = "None was set", content = @Content)
    public Mono<ResponseEntity<Void>> delete(
            @PathVariable("prefix") String prefix, @PathVariable("template") String template) {
        return Answers.toSignedIn(caller -> {
            requireWriter(caller, prefix);
            if (!defaults.remove(prefix, template)) {
                throw ProblemException.notFound(new Wording(
                        "前缀 " + prefix + " 没有为模板“" + template + "”设置生成规则。",
                        "Prefix " + prefix + " has no mint rule for template '" + template + "'."));
            }
            return ResponseEntity.noContent().build();
        });
    }

    private static void requireWriter(Caller caller, String prefix) {
        RegistrationController.requireWriter(caller);
        caller.requireWriteUnder(prefix, RULES);
    }

    private List<Answer> answers(String prefix) {
        return defaults.all(prefix).stream()
                .map(s -> new Answer(s.template(), s.rule().toString(), s.account(), s.at()))
                .toList();
    }
}
