// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.records;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.registrar.life.RecordLife;
import org.tanma.resolver.registrar.life.RecordLife.ItemChange;
import org.tanma.resolver.rest.IdentifierAnswer;
import org.tanma.resolver.rest.Requests;
import org.tanma.template.model.TemplateVersion;
import reactor.core.publisher.Mono;

/** Changing records that are registered. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Records", description = "Search, history, update, transfer and retirement of records")
public final class RecordLifeController {
    private static final Set<String> CHANGE = Set.of("items", "templateVersion", "reason");
    private static final Set<String> RETIREMENT = Set.of("handle", "reason", "successor");
    private static final Set<String> RESTORATION = Set.of("handle", "reason");

    private final RecordLife life;
    private final Disclosure disclosure;

    public RecordLifeController(RecordLife life, Disclosure disclosure) {
        this.life = life;
        this.disclosure = disclosure;
    }

    /** What is to become of a record's items. */
    @Schema(name = "RecordChange")
    record ChangeBody(
            @Schema(description = "Values by item code; null takes an item away")
            Map<String, Object> items,

            @Schema(description = "Version of its template to go over to", example = "1.1.0") @Nullable
            String templateVersion,

            @Nullable String reason) {}

    /** Which record is to be retired. */
    @Schema(name = "Retirement")
    record RetirementBody(
            String handle, String reason, @Nullable String successor) {}

    @PatchMapping(path = "/identifiers/{*handle}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Change some items of a record",
            description = "Items that are not named stay, null takes one away. All of it is done, or nothing.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = ChangeBody.class)))
    @ApiResponse(responseCode = "200", description = "The record as it is now, with its new ETag")
    @ApiResponse(responseCode = "412", description = "The record has another version", content = @Content)
    @ApiResponse(responseCode = "422", description = "It would not fit its template", content = @Content)
    @ApiResponse(responseCode = "428", description = "If-Match is missing", content = @Content)
    public Mono<ResponseEntity<IdentifierAnswer>> patch(
            @Parameter(example = "88.118.1/KILN-1") @PathVariable("handle") String captured,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted,
            @RequestBody byte[] body) {
        return update(captured, ifMatch, accepted, body, false);
    }

    @PutMapping(path = "/identifiers/{*handle}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Give a record other items",
            description = "Items that are not named go. The record has to exist; new ones are registered.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = ChangeBody.class)))
    @ApiResponse(responseCode = "200", description = "The record as it is now, with its new ETag")
    @ApiResponse(responseCode = "412", description = "The record has another version", content = @Content)
    @ApiResponse(responseCode = "422", description = "It would not fit its template", content = @Content)
    @ApiResponse(responseCode = "428", description = "If-Match is missing", content = @Content)
    public Mono<ResponseEntity<IdentifierAnswer>> put(
            @Parameter(example = "88.118.1/KILN-1") @PathVariable("handle") String captured,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted,
            @RequestBody byte[] body) {
        return update(captured, ifMatch, accepted, body, true);
    }

    private Mono<ResponseEntity<IdentifierAnswer>> update(
            String captured, @Nullable String ifMatch, @Nullable String accepted, byte[] body, boolean isWhole) {
        return answer(accepted, caller -> {
            HandleName name = Requests.handle("handle", Requests.handleOfPath(captured));
            Optional<Long> expected = RecordRequests.expected(ifMatch);
            RecordRequests requests = RecordRequests.of(body, CHANGE);
            Map<String, String> items = requests.items("items");
            Optional<TemplateVersion> version = requests.templateVersion("templateVersion");
            String reason = requests.reason(false);
            requests.requireGood();
            return life.update(name, new ItemChange(items, isWhole, version, reason), expected, caller);
        });
    }

    @PostMapping(path = "/retirements", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Retire a record",
            description =
                    "It stays as a tombstone that says when, why and what took its place; its handle is never used again.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = RetirementBody.class)))
    @ApiResponse(responseCode = "200", description = "The tombstone")
    @ApiResponse(responseCode = "409", description = "It is retired already", content = @Content)
    public Mono<ResponseEntity<IdentifierAnswer>> retire(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted,
            @RequestBody byte[] body) {
        return answer(accepted, caller -> {
            RecordRequests requests = RecordRequests.of(body, RETIREMENT);
            String reason = requests.reason(true);
            Optional<HandleName> successor = requests.handle("successor");
            HandleName name = requests.requiredHandle("handle");
            return life.retire(name, reason, successor, optional(ifMatch), caller);
        });
    }

    @PostMapping(path = "/restorations", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Make a retired record live again",
            description = "By the operator alone, with a reason; the record is what it was before.")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = RetirementBody.class)))
    @ApiResponse(responseCode = "200", description = "The record")
    public Mono<ResponseEntity<IdentifierAnswer>> restore(
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted,
            @RequestBody byte[] body) {
        return answer(accepted, caller -> {
            RecordRequests requests = RecordRequests.of(body, RESTORATION);
            String reason = requests.reason(true);
            HandleName name = requests.requiredHandle("handle");
            return life.restore(name, reason, optional(ifMatch), caller);
        });
    }

    private static Optional<Long> optional(@Nullable String ifMatch) {
        return ifMatch == null ? Optional.empty() : RecordRequests.expected(ifMatch);
    }

    private Mono<ResponseEntity<IdentifierAnswer>> answer(
            @Nullable String accepted, java.util.function.Function<Caller, RecordDirectory.Entry> work) {
        Locale locale = Requests.locale(null, accepted);
        BiFunction<RecordDirectory.Entry, Caller, ResponseEntity<IdentifierAnswer>> answer =
                (entry, caller) -> ResponseEntity.ok()
                        .eTag("\"" + entry.version() + "\"")
                        .body(IdentifierAnswer.of(entry, disclosure, caller, locale));
        return Answers.toSignedIn(caller -> answer.apply(work.apply(caller), caller));
    }
}
