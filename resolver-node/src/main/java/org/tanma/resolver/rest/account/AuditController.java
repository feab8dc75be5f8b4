// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.kit.rest.Answers;
import org.tanma.resolver.registrar.account.Permission;
import org.tanma.resolver.registrar.account.Permissions;
import org.tanma.resolver.registrar.audit.AuditEntry;
import org.tanma.resolver.registrar.audit.AuditFilter;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.registrar.audit.AuditVerdict;
import reactor.core.publisher.Mono;

/** The audit log, for the operator and the regulator. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Audit", description = "Who did what to whom")
public final class AuditController {
    private final AuditLog log;

    public AuditController(AuditLog log) {
        this.log = log;
    }

    /** A page of the log. */
    @Schema(name = "AuditPage")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AuditPage(
            List<AuditEntry> entries,

            @Schema(description = "Give it as before= for older rows; left out at the end") @Nullable
            Long next) {}

    /** What a check of the whole log found. */
    @Schema(name = "AuditVerification")
    public record Verification(
            boolean whole,
            long rows,

            @Schema(
                    description =
                            "Digest of the last row; kept elsewhere it proves later that nothing before was changed")
            String head,

            @Schema(description = "First row that does not fit; 0 when all do")
            long brokenAt,

            @Schema(description = "digest, chain, gap or end; empty when all fit")
            String fault) {}

    @GetMapping
    @Operation(summary = "Rows of the audit log, newest first")
    public Mono<AuditPage> page(
            @RequestParam(name = "actor", defaultValue = "") String actor,
            @Parameter(description = "An action, or a family of actions with its dot", example = "application.")
                    @RequestParam(name = "action", defaultValue = "")
                    String action,
            @RequestParam(name = "subject", defaultValue = "") String subject,
            @RequestParam(name = "before", required = false) @Nullable Long before,
            @RequestParam(name = "limit", defaultValue = "100") int limit) {
        int most = Paging.limit(limit);
        return Answers.toSignedIn(caller -> {
            Permissions.require(caller, Permission.READ_AUDIT_LOG);
            List<AuditEntry> page =
                    log.page(new AuditFilter(actor, action, subject), before == null ? Long.MAX_VALUE : before, most);
            Long next = page.size() < most ? null : page.get(most - 1).sequence();
            return new AuditPage(page, next);
        });
    }

    @GetMapping("/verification")
    @Operation(summary = "Read the whole log and say whether every row is what it was when it was written")
    public Mono<Verification> verify() {
        return Answers.toSignedIn(caller -> {
            Permissions.require(caller, Permission.READ_AUDIT_LOG);
            AuditVerdict found = log.verify();
            return new Verification(found.isWhole(), found.rows(), found.head(), found.brokenAt(), found.fault());
        });
    }
}
