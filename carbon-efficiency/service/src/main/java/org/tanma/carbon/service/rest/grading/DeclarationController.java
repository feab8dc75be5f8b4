// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest.grading;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.grading.physical.PhysicalScheme;
import org.tanma.carbon.service.declare.DeclarationCheck;
import org.tanma.carbon.service.declare.DeclarationStore;
import org.tanma.carbon.service.declare.DeclaredVersion;
import org.tanma.carbon.service.declare.GradingDeclaration;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.evaluate.PhysicalChoice;
import org.tanma.carbon.service.rest.Readers;
import org.tanma.carbon.service.scheme.SchemeBook;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import reactor.core.publisher.Mono;

/** What an enterprise declares for its grades. */
@RestController
@RequestMapping("/api/v1/grading-declarations")
@Tag(
        name = "Grading declarations",
        description = "Size class, products and shares of energy that grades ask for beside activity data")
public final class DeclarationController {
    private final DeclarationStore store;
    private final SchemeBook book;
    private final EngineCatalog catalog;
    private final IdentifierPlane identifiers;

    public DeclarationController(
            DeclarationStore store, SchemeBook book, EngineCatalog catalog, IdentifierPlane identifiers) {
        this.store = store;
        this.book = book;
        this.catalog = catalog;
        this.identifiers = identifiers;
    }

    @GetMapping
    @Operation(summary = "The newest version of an enterprise's declaration for a year")
    @ApiResponse(responseCode = "404", description = "Nothing was declared")
    public Mono<ResponseEntity<DeclarationAnswer>> find(
            @RequestParam("enterprise") String enterprise, @RequestParam("year") int year) {
        return Answers.to(caller -> {
            Readers.requireReader(caller, enterprise);
            DeclaredVersion declared = store.findNewest(enterprise, year)
                    .orElseThrow(() -> ProblemException.notFound(new Wording(
                            enterprise + " 没有 " + year + " 年度的评价申报。",
                            enterprise + " declared nothing for " + year + ".")));
            return answer(declared);
        });
    }

    @PutMapping
    @Operation(
            summary = "Declare what grades of a year ask for",
            description =
                    "Size class, products with their output and the shares of each source's energy they took, coefficients"
                            + " of standard coal. If-Match is the ETag read, \"0\" for the first. A change is a new version; what was"
                            + " evaluated by an earlier one stays.")
    @ApiResponse(responseCode = "200", description = "Stored, or the same already")
    @ApiResponse(responseCode = "412", description = "There is a newer version")
    @ApiResponse(responseCode = "422", description = "Not stored; violations say everything that is wrong")
    public Mono<ResponseEntity<DeclarationAnswer>> declare(
            @RequestParam("enterprise") String enterprise,
            @RequestParam("year") int year,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody GradingDeclaration declaration) {
        return Answers.to(caller -> {
            String prefix = Readers.prefix(enterprise);
            caller.requireWriteUnder(prefix, new Wording(enterprise + " 的评价申报", "declarations of " + enterprise));
            GradingRequests.year(year);
            if (identifiers.findEnterprise(enterprise).isEmpty()) {
                throw ProblemException.notFound(new Wording(
                        "未注册的企业标识：" + enterprise + "。", "No enterprise is registered under " + enterprise + "."));
            }
            int expected = GradingRequests.version(ifMatch);
            PhysicalScheme scheme = PhysicalChoice.scheme(book);
            List<WordedViolation> violations = DeclarationCheck.of(declaration, catalog.units(), scheme);
            if (!violations.isEmpty()) {
                throw ProblemException.unprocessable(
                        "declaration", new Wording("申报未保存。", "The declaration was not stored."), violations);
            }
            return answer(store.store(enterprise, year, expected, declaration, caller.name())
                    .orElseThrow(() -> GradingRequests.stale("declaration")));
        });
    }

    private static ResponseEntity<DeclarationAnswer> answer(DeclaredVersion declared) {
        return ResponseEntity.ok().eTag("\"" + declared.version() + "\"").body(DeclarationAnswer.of(declared));
    }
}
