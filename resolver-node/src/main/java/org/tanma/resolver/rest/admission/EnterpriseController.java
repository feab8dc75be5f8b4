// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.admission;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.kit.rest.Answers;
import org.tanma.resolver.registrar.admission.Enterprises;
import org.tanma.resolver.registrar.enterprise.Enterprise;
import org.tanma.resolver.rest.account.Paging;
import reactor.core.publisher.Mono;

/** Admitted enterprises. */
@RestController
@RequestMapping("/api/v1/enterprises")
@Tag(name = "Enterprises", description = "Admitted enterprises, their quotas and whether they may write")
public final class EnterpriseController {
    private final Enterprises enterprises;

    public EnterpriseController(Enterprises enterprises) {
        this.enterprises = enterprises;
    }

    /** What is to change; what is left out stays. */
    @Schema(name = "EnterpriseChange")
    public record Change(
            @Schema(description = "Whether it writes nothing until further notice") @Nullable
            Boolean suspended,

            @Schema(description = "Why; its people are told") @Nullable
            String reason,

            @Schema(description = "Most records it may hold; what it holds stays") @Nullable
            Long quota) {}

    /** A page of enterprises. */
    @Schema(name = "EnterpriseList")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record EnterpriseList(
            List<Enterprise> enterprises, @Nullable String next) {}

    @GetMapping
    @Operation(summary = "Enterprises by prefix: all for the operator and regulators, its own for an enterprise")
    public Mono<EnterpriseList> list(
            @RequestParam(name = "after", defaultValue = "") String after,
            @RequestParam(name = "limit", defaultValue = "100") int limit) {
        int most = Paging.limit(limit);
        return Answers.toSignedIn(caller -> {
            List<Enterprise> page = enterprises.page(caller, after, most);
            return new EnterpriseList(
                    page, page.size() < most ? null : page.get(most - 1).prefix());
        });
    }

    @GetMapping("/{prefix}")
    @Operation(summary = "One enterprise")
    public Mono<Enterprise> find(@PathVariable("prefix") String prefix) {
        return Answers.toSignedIn(caller -> enterprises.get(caller, prefix));
    }

    @PatchMapping("/{prefix}")
    @Operation(summary = "Suspend an enterprise, let it write again, or give it another quota")
    public Mono<Enterprise> change(@PathVariable("prefix") String prefix, @RequestBody Change change) {
        return Answers.toSignedIn(caller -> {
            Long quota = change.quota();
            if (quota != null) {
                enterprises.changeQuota(caller, prefix, quota);
            }
            Boolean suspended = change.suspended();
            if (suspended != null) {
                enterprises.suspend(caller, prefix, suspended, Objects.requireNonNullElse(change.reason(), ""));
            }
            return enterprises.get(caller, prefix);
        });
    }
}
