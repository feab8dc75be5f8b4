// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.change.MigrationPlan;
import org.tanma.resolver.registrar.change.RecordMigration;
import org.tanma.template.change.Migration;
import org.tanma.template.change.MigrationFile;
import org.tanma.template.change.TemplateDiff;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.load.TemplateText;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateVersion;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What changes from one version of a template to another, and what that means for the records there are. */
@RestController
@RequestMapping("/api/v1/templates/{name}/{version:\\d+\\.\\d+\\.\\d+}")
@Tag(name = "Templates", description = "What records of enterprises, devices, products and batches may and must hold")
public final class TemplateChangeController {
    private final TemplateCatalog catalog;
    private final RecordMigration migrations;
    private final String nodePrefix;

    public TemplateChangeController(TemplateCatalog catalog, RecordMigration migrations, String nodePrefix) {
        this.catalog = catalog;
        this.migrations = migrations;
        this.nodePrefix = nodePrefix;
    }

    @GetMapping(path = "/definition", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The whole definition of a version, what it inherits spelled out, as a template file has it")
    @ApiResponse(responseCode = "200", description = "Reads back equal, without its parent")
    @ApiResponse(responseCode = "404", description = "No such template or version", content = @Content)
    public String definition(@PathVariable("name") String name, @PathVariable("version") String version) {
        return TemplateText.write(get(name, version));
    }

    @GetMapping(path = "/diff", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "What another version has otherwise, and which step of versions that needs")
    @ApiResponse(responseCode = "200", description = "Every change, in words and for programs")
    public TemplateDiffAnswer diff(
            @Parameter(example = "device") @PathVariable("name") String name,
            @Parameter(example = "1.0.0") @PathVariable("version") String version,
            @Parameter(description = "The other version", example = "1.1.0") @RequestParam("to") String to,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        return TemplateDiffAnswer.of(
                TemplateDiff.of(get(name, version), get(name, to)), Requests.locale(lang, accepted));
    }

    @PostMapping(path = "/preview", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Which records of this version another version would refuse, and why",
            description =
                    "Changes nothing. For the operator, and for enterprises about the records under their own prefix.")
    @ApiResponse(responseCode = "200", description = "Numbers, reasons with examples, losses")
    @ApiResponse(responseCode = "403", description = "Not the caller's prefix", content = @Content)
    public Mono<TemplateMigrationAnswer> preview(
            @PathVariable("name") String name,
            @PathVariable("version") String version,
            @RequestBody TemplateMigrationRequest request,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        return run(name, version, request, true, lang, accepted);
    }

    @PostMapping(path = "/migrate", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Carries records of this version over to another",
            description =
                    "Records that the newer version refuses stay as they are. Running again goes on with what is left.")
    @ApiResponse(responseCode = "200", description = "What became of the records")
    @ApiResponse(responseCode = "403", description = "Not the caller's prefix", content = @Content)
    public Mono<TemplateMigrationAnswer> migrate(
            @PathVariable("name") String name,
            @PathVariable("version") String version,
            @RequestBody TemplateMigrationRequest request,
            @RequestParam(name = "dryRun", defaultValue = "false") boolean dryRun,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        if (request.template() != null) {
            throw refused("template", "", "只有已发布的版本才能迁移", "only a published version can be migrated to");
        }
        return run(name, version, request, dryRun, lang, accepted);
    }

    private Mono<TemplateMigrationAnswer> run(
            String name,
            String version,
            TemplateMigrationRequest request,
            boolean dryRun,
            @Nullable String lang,
            @Nullable String accepted) {
        return Answers.toSignedIn(caller -> {
            MetadataTemplate from = get(name, version);
            MetadataTemplate to = target(name, request);
            MigrationPlan plan = plan(from, to, request, prefix(caller, request), dryRun);
            return TemplateMigrationAnswer.of(
                    from.reference().toString(),
                    to.reference().toString(),
                    dryRun,
                    migrations.run(plan, caller.name()),
                    Requests.locale(lang, accepted));
        });
    }

    private String prefix(Caller caller, TemplateMigrationRequest request) {
        String given = request.prefix();
        if (given == null || given.isBlank()) {
            boolean hasOne = !caller.isOperator() && caller.prefixes().size() == 1;
            given = hasOne ? caller.prefixes().iterator().next() : nodePrefix;
        }
        if (given.contains("/")) {
            throw refused("prefix", given, "前缀，例如 88.118.1", "a prefix such as 88.118.1");
        }
        if (!caller.isOperator()) {
            caller.requireWriteUnder(given, new Wording("前缀 " + given + " 的记录", "the records under " + given));
        }
        return given;
    }

    private MetadataTemplate target(String name, TemplateMigrationRequest request) {
        JsonNode draft = request.template();
        String to = request.to();
        if (draft == null && to != null) {
            return get(name, to);
        }
        if (draft == null) {
            throw refused(
                    "to",
                    "",
                    "已发布的版本，例如 1.1.0；或用 template 给出草稿",
                    "a published version such as 1.1.0, or a draft as template");
        }
        try {
            return catalog.read("template", draft.toString());
        } catch (IllegalArgumentException e) {
            throw fault("template", e);
        }
    }

    private static MigrationPlan plan(
            MetadataTemplate from,
            MetadataTemplate to,
            TemplateMigrationRequest request,
            String prefix,
            boolean dryRun) {
        try {
            Migration migration = Migration.unchanged(from.reference(), to.reference());
            JsonNode steps = request.steps();
            if (steps != null) {
                ObjectNode file = JsonNodeFactory.instance.objectNode();
                file.put("from", from.reference().toString());
                file.put("to", to.reference().toString());
                file.set("steps", steps);
                migration = MigrationFile.read("steps", file.toString());
            }
            return new MigrationPlan(from, to, migration, prefix, dryRun, Boolean.TRUE.equals(request.allowLoss()));
        } catch (IllegalArgumentException e) {
            throw fault("steps", e);
        }
    }

    private MetadataTemplate get(String name, String version) {
        try {
            TemplateVersion parsed = TemplateVersion.parse(version);
            return catalog.find(name, parsed).orElseThrow(() -> {
                String newest = TemplateController.get(catalog, name).version().toString();
                return ProblemException.notFound(new Wording(
                        "模板 " + name + " 没有版本 " + version + "，现有 " + newest + "。",
                        "Template " + name + " has no version " + version + "; it has " + newest + "."));
            });
        } catch (IllegalArgumentException e) {
            throw refused("version", version, "形如 1.0.0 的版本", "a version such as 1.0.0");
        }
    }

    private static ProblemException fault(String path, IllegalArgumentException e) {
        String reason = String.valueOf(e.getMessage());
        return ProblemException.badRequest(
                new Wording(path + " 不能用：" + reason + "。", path + " cannot be used: " + reason + "."),
                new WordedViolation(path, "", new Wording(reason, reason), Wording.NONE));
    }

    private static ProblemException refused(String path, String given, String zh, String en) {
        return ProblemException.badRequest(
                new Wording(path + " 有误。", path + " is wrong."),
                new WordedViolation(path, given, new Wording(zh, en), Wording.NONE));
    }
}
