// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.admission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.AskedLanguage;
import org.tanma.kit.rest.Violation;
import org.tanma.resolver.registrar.approval.Draft;
import org.tanma.resolver.registrar.approval.TemplateDrafts;
import org.tanma.resolver.rest.account.Paging;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Templates of enterprises, from draft to deprecated. */
@RestController
@RequestMapping("/api/v1/template-drafts")
@Tag(name = "Template approval", description = "How an enterprise's own template comes to be published")
public final class DraftController {
    private final TemplateDrafts drafts;

    public DraftController(TemplateDrafts drafts) {
        this.drafts = drafts;
    }

    /** A template to be drafted. */
    @Schema(name = "TemplateDraftRequest")
    public record DraftRequest(
            @Schema(description = "A template file of tier enterprise that extends a public or industry template")
            JsonNode template,

            @Schema(description = "For the operator to say; one's own otherwise") @Nullable
            String prefix) {
        String content() {
            return template == null ? "" : template.toString();
        }
    }

    /** Why a template goes back. */
    @Schema(name = "TemplateReturn")
    public record ReturnRequest(Map<String, String> reasons) {}

    /** From when on a template is not to be used for new records. */
    @Schema(name = "TemplateDeprecation")
    public record DeprecationRequest(
            @Schema(example = "2027-01-01T00:00:00Z") String refusedFrom) {}

    /** A template on its way. */
    @Schema(name = "TemplateDraft")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DraftAnswer(
            String id,
            String prefix,

            @Schema(example = "kiln@1.0.0") String title,

            @Schema(description = "DRAFT, SUBMITTED, RETURNED, PUBLISHED or DEPRECATED")
            String state,

            @Schema(description = "The template file as text")
            String template,

            Map<String, String> reasons,
            @Nullable Instant refusedFrom,
            long version,
            List<Draft.Event> events) {
        static DraftAnswer of(Draft d) {
            return new DraftAnswer(
                    d.id(),
                    d.prefix(),
                    d.title(),
                    d.state().name(),
                    d.content(),
                    d.reasons(),
                    d.refusedFrom().orElse(null),
                    d.version(),
                    d.events());
        }
    }

    /** A page of drafts, their events left out. */
    @Schema(name = "TemplateDraftList")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record DraftList(
            List<DraftAnswer> drafts, @Nullable String next) {}

    /** What keeps a draft from being published. */
    @Schema(name = "TemplateCheck")
    public record CheckAnswer(boolean good, List<Violation> violations) {}

    @GetMapping
    @Operation(summary = "Templates of one's enterprise, of all for the operator")
    public Mono<DraftList> list(
            @RequestParam(name = "state", defaultValue = "") String state,
            @RequestParam(name = "after", defaultValue = "") String after,
            @RequestParam(name = "limit", defaultValue = "100") int limit) {
        int most = Paging.limit(limit);
        return Answers.toSignedIn(caller -> {
            List<Draft> page = drafts.page(caller, state, after, most);
            String next = page.size() < most ? null : page.get(most - 1).id();
            return new DraftList(page.stream().map(DraftAnswer::of).toList(), next);
        });
    }

    @PostMapping
    @Operation(summary = "Keep a template as a draft; it need not be good yet")
    @ApiResponse(responseCode = "201", description = "Kept")
    public Mono<ResponseEntity<DraftAnswer>> create(@RequestBody DraftRequest request) {
        return Answers.toSignedIn(caller -> {
            String own = caller.prefixes().stream().findFirst().orElse("");
            String prefix = Paging.required("prefix", Objects.requireNonNullElse(request.prefix(), own));
            return ResponseEntity.status(201).body(DraftAnswer.of(drafts.create(caller, prefix, request.content())));
        });
    }

    @GetMapping("/{id}")
    @Operation(summary = "One template on its way")
    public Mono<DraftAnswer> find(@PathVariable("id") String id) {
        return Answers.toSignedIn(caller -> DraftAnswer.of(drafts.read(caller, id)));
    }

    @PutMapping("/{id}")
    @Operation(summary = "Replace a draft, or a template that went back")
    public Mono<DraftAnswer> write(@PathVariable("id") String id, @RequestBody DraftRequest request) {
        return Answers.toSignedIn(caller -> DraftAnswer.of(drafts.write(caller, id, request.content())));
    }

    @GetMapping("/{id}/check")
    @Operation(summary = "What keeps a draft from being published, by path")
    public Mono<CheckAnswer> check(ServerHttpRequest request, @PathVariable("id") String id) {
        return Answers.toSignedIn(caller -> {
            List<Violation> found = drafts.check(caller, id).stream()
                    .map(v -> v.in(AskedLanguage.of(request)))
                    .toList();
            return new CheckAnswer(found.isEmpty(), found);
        });
    }

    @PostMapping("/{id}/submission")
    @Operation(summary = "Ask for a draft to be published")
    public Mono<DraftAnswer> submit(@PathVariable("id") String id) {
        return Answers.toSignedIn(caller -> DraftAnswer.of(drafts.submit(caller, id)));
    }

    @PostMapping("/{id}/return")
    @Operation(summary = "Send a submitted template back with reasons")
    public Mono<DraftAnswer> giveBack(@PathVariable("id") String id, @RequestBody ReturnRequest body) {
        return Answers.toSignedIn(caller ->
                DraftAnswer.of(drafts.giveBack(caller, id, Objects.requireNonNullElse(body.reasons(), Map.of()))));
    }

    @PostMapping("/{id}/publication")
    @Operation(summary = "Publish a submitted template: from now on it never changes")
    public Mono<DraftAnswer> publish(@PathVariable("id") String id) {
        return Answers.toSignedIn(caller -> DraftAnswer.of(drafts.publish(caller, id)));
    }

    @PostMapping("/{id}/deprecation")
    @Operation(summary = "Say from when on a published template is not to be used for new records")
    public Mono<DraftAnswer> deprecate(@PathVariable("id") String id, @RequestBody DeprecationRequest body) {
        return Answers.toSignedIn(caller ->
                DraftAnswer.of(drafts.deprecate(caller, id, Objects.requireNonNullElse(body.refusedFrom(), ""))));
    }
}
