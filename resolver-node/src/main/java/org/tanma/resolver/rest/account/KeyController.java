// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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
import org.tanma.resolver.registrar.key.ApiKey;
import org.tanma.resolver.registrar.key.ApiKeys;
import org.tanma.resolver.registrar.key.KeyScope;
import reactor.core.publisher.Mono;

/** API keys of an enterprise. */
@RestController
@RequestMapping("/api/v1/keys")
@Tag(name = "API keys", description = "Keys by which programs speak for an enterprise")
public final class KeyController {
    private static final int DEFAULT_DAYS = 365;

    private final ApiKeys keys;

    public KeyController(ApiKeys keys) {
        this.keys = keys;
    }

    /** A key that is wanted. */
    @Schema(name = "KeyRequest")
    public record KeyRequest(
            @Schema(example = "kiln gateway") String label,

            @Schema(description = "read, register, report, resolve-private", example = "[\"register\"]")
            List<String> scopes,

            @Schema(description = "For the operator to give; an admin's own otherwise") @Nullable
            String prefix,

            @Schema(description = "1 to 731; 365 when left out") @Nullable
            Integer lifetimeDays) {}

    /** A key in place of another. */
    @Schema(name = "KeyRotation")
    public record Rotation(
            @Schema(description = "For which the old key goes on; 0 to 2592000, 86400 when left out") @Nullable
            Long overlapSeconds) {}

    /** A key. */
    @Schema(name = "Key")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KeyAnswer(
            String id,
            String prefix,
            String label,
            List<String> scopes,
            String createdBy,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable String replaces,
            @Nullable Instant usedAt,

            @Schema(description = "The key itself; told once. Send it as Authorization: Bearer … or X-API-Key")
            @Nullable
            String key) {
        static KeyAnswer of(ApiKey key, @Nullable String text) {
            return new KeyAnswer(
                    key.id(),
                    key.prefix(),
                    key.label(),
                    key.scopes().stream().map(KeyScope::code).sorted().toList(),
                    key.createdBy(),
                    key.createdAt(),
                    key.expiresAt(),
                    key.revokedAt().orElse(null),
                    key.replaces().isEmpty() ? null : key.replaces(),
                    key.usedAt().orElse(null),
                    text);
        }
    }

    /** A page of keys. */
    @Schema(name = "KeyList")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record KeyList(List<KeyAnswer> keys, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "The keys one keeps, ended ones included")
    public Mono<KeyList> list(
            @RequestParam(name = "after", defaultValue = "") String after,
            @RequestParam(name = "limit", defaultValue = "100") int limit) {
        int most = Paging.limit(limit);
        return Answers.toSignedIn(caller -> {
            List<ApiKey> page = keys.page(caller, after, most);
            String next = page.size() < most ? null : page.get(most - 1).id();
            return new KeyList(page.stream().map(k -> KeyAnswer.of(k, null)).toList(), next);
        });
    }

    @PostMapping
    @Operation(summary = "Make a key; it is told once")
    @ApiResponse(responseCode = "201", description = "Made")
    public Mono<ResponseEntity<KeyAnswer>> create(@RequestBody KeyRequest request) {
        return Answers.toSignedIn(caller -> {
            String own = caller.prefixes().stream().findFirst().orElse("");
            int days = Objects.requireNonNullElse(request.lifetimeDays(), DEFAULT_DAYS);
            Set<String> scopes = new TreeSet<>(Objects.requireNonNullElse(request.scopes(), List.of()));
            ApiKeys.Issued issued = keys.create(
                    caller,
                    Paging.required("prefix", Objects.requireNonNullElse(request.prefix(), own)),
                    Objects.requireNonNullElse(request.label(), ""),
                    scopes,
                    Duration.ofDays(days));
            return told(issued);
        });
    }

    @PostMapping("/{id}/rotation")
    @Operation(summary = "A new key in place of this one, which goes on for a while beside it")
    @ApiResponse(responseCode = "201", description = "Made")
    public Mono<ResponseEntity<KeyAnswer>> rotate(
            @PathVariable("id") String id, @RequestBody(required = false) @Nullable Rotation rotation) {
        Long overlap = rotation == null ? null : rotation.overlapSeconds();
        Duration asked = overlap == null ? Duration.ofDays(1) : Duration.ofSeconds(overlap);
        return Answers.toSignedIn(caller -> told(keys.rotate(caller, id, asked)));
    }

    @DeleteMapping("/{id}")
    @Operation(summary = "End a key at once")
    @ApiResponse(responseCode = "204", description = "Ended")
    public Mono<ResponseEntity<Void>> revoke(@PathVariable("id") String id) {
        return Answers.toSignedIn(caller -> {
            keys.revoke(caller, id);
            return ResponseEntity.noContent().build();
        });
    }

    private static ResponseEntity<KeyAnswer> told(ApiKeys.Issued issued) {
        return ResponseEntity.status(201)
                .cacheControl(CacheControl.noStore())
                .body(KeyAnswer.of(issued.key(), issued.text()));
    }
}
