// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.account.Sharing;
import org.tanma.resolver.registrar.enterprise.Grant;
import reactor.core.publisher.Mono;

/** Leave for partners and verifiers to see more of an enterprise's records. */
@RestController
@RequestMapping("/api/v1/grants")
@Tag(name = "Grants", description = "Who else sees more of an enterprise's records")
public final class GrantController {
    private final Sharing sharing;

    public GrantController(Sharing sharing) {
        this.sharing = sharing;
    }

    /** A grant that is wanted. */
    @Schema(name = "GrantRequest")
    public record GrantRequest(
            @Schema(description = "PARTNER or VERIFIER", example = "PARTNER")
            String kind,

            @Schema(description = "A partner's prefix, or a verifier's account", example = "88.118.2")
            String grantee,

            @Schema(description = "Name of the only template it is about; all when left out", example = "product")
            @Nullable
            String template,

            @Schema(description = "Whose records; for the operator to say, an admin's own otherwise") @Nullable
            String prefix) {}

    /** A grant. */
    @Schema(name = "Grant")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GrantAnswer(
            String id,
            String prefix,
            String kind,
            String grantee,
            @Nullable String template,
            String grantedBy,
            Instant grantedAt,
            @Nullable Instant revokedAt) {
        static GrantAnswer of(Grant grant) {
            return new GrantAnswer(
                    grant.id(),
                    grant.ownerPrefix(),
                    grant.kind().name(),
                    grant.grantee(),
                    grant.template().isEmpty() ? null : grant.template(),
                    grant.grantedBy(),
                    grant.grantedAt(),
                    grant.revokedAt().orElse(null));
        }
    }

    /** A page of grants. */
    @Schema(name = "GrantList")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record GrantList(
            List<GrantAnswer> grants, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "Grants of one's enterprise, ended ones included")
    public Mono<GrantList> list(
            @RequestParam(name = "after", defaultValue = "") String after,
            @RequestParam(name = "limit", defaultValue = "100") int limit) {
        int most = Paging.limit(limit);
        return Answers.toSignedIn(caller -> {
            List<Grant> page = sharing.page(caller, after, most);
            String next = page.size() < most ? null : page.get(most - 1).id();
            return new GrantList(page.stream().map(GrantAnswer::of).toList(), next);
        });
    }

    @PostMapping
    @Operation(summary = "Let a partner or a verifier see more")
    @ApiResponse(responseCode = "201", description = "Given")
    public Mono<ResponseEntity<GrantAnswer>> give(@RequestBody GrantRequest request) {
        return Answers.toSignedIn(caller -> {
            String own = caller.prefixes().stream().findFirst().orElse("");
            Grant grant = sharing.give(
                    caller,
                    Paging.required("prefix", Objects.requireNonNullElse(request.prefix(), own)),
                    kind(Objects.requireNonNullElse(request.kind(), "")),
                    Paging.required("grantee", Objects.requireNonNullElse(request.grantee(), "")),
                    Objects.requireNonNullElse(request.template(), "").strip());
            return ResponseEntity.status(201).body(GrantAnswer.of(grant));
        });
    }

    private static Grant.Kind kind(String given) {
        try {
            return Grant.Kind.valueOf(given.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(
                    new Wording("未授权。", "Nothing was granted."),
                    new WordedViolation("kind", given, Wording.same("PARTNER, VERIFIER"), Wording.NONE));
        }
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "Take a grant back; it ends at once")
    @ApiResponse(responseCode = "204", description = "Ended")
    public Mono<ResponseEntity<Void>> revoke(@PathVariable("id") String id) {
        return Answers.toSignedIn(caller -> {
            sharing.revoke(caller, id);
            return ResponseEntity.noContent().build();
        });
    }
}
