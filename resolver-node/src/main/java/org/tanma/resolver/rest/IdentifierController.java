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
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.registrar.RecordOwners;
import org.tanma.resolver.registrar.RegistrationLog;
import org.tanma.resolver.store.ScanRange;
import reactor.core.publisher.Mono;

/** Looking identifiers up. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Identifiers", description = "Records read by their templates")
public final class IdentifierController {
    private final RecordDirectory directory;
    private final Disclosure disclosure;
    private final RegistrationLog log;

    public IdentifierController(RecordDirectory directory, Disclosure disclosure, RegistrationLog log) {
        this.directory = directory;
        this.disclosure = disclosure;
        this.log = log;
    }

    @GetMapping("/identifiers/{*handle}")
    @Operation(
            summary = "One record, read by its template",
            description = "Items for the owner only are shown to the enterprise of the prefix, the operator and the"
                    + " regulator. The ETag is the record's version.")
    @ApiResponse(responseCode = "200", description = "The record")
    @ApiResponse(responseCode = "404", description = "Not registered here", content = @Content)
    public Mono<ResponseEntity<IdentifierAnswer>> find(
            @Parameter(description = "The handle, slashes as they are", example = "88.118.1/KILN-1")
                    @PathVariable("handle")
                    String captured,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        HandleName name = Requests.handle("handle", Requests.handleOfPath(captured));
        Locale locale = Requests.locale(lang, accepted);
        return Answers.to(caller -> {
            RecordDirectory.Entry entry = directory
                    .find(name)
                    .orElseThrow(() -> ProblemException.notFound(
                            new Wording(name + " 未在本节点登记。", name + " is not registered here.")));
            return ResponseEntity.ok()
                    .eTag(eTag(entry, locale, caller.isSignedIn()))
                    .header(HttpHeaders.VARY, HttpHeaders.AUTHORIZATION, HttpHeaders.ACCEPT_LANGUAGE)
                    .body(IdentifierAnswer.of(entry, disclosure, caller, locale));
        });
    }

    private static String eTag(RecordDirectory.Entry entry, Locale locale, boolean isSignedIn) {
        return "\"" + entry.version() + "-" + locale.getLanguage() + (isSignedIn ? "-s" : "") + "\"";
    }

    @GetMapping("/identifiers")
    @Operation(summary = "The records under a prefix and those derived from it, in the order of their handles")
    public Mono<IdentifierList> list(
            @Parameter(example = "88.118.1") @RequestParam("prefix") String prefix,
            @Parameter(description = "Last handle of the page before")
                    @RequestParam(name = "after", required = false)
                    @Nullable
                    String after,
            @Parameter(description = "1 to 1000") @RequestParam(name = "limit", defaultValue = "100") int limit) {
        if (limit < 1 || limit > ScanRange.MAX_LIMIT) {
            throw ProblemException.badRequest(
                    new Wording("limit 超出范围。", "limit is out of range."),
                    new WordedViolation(
                            "limit",
                            String.valueOf(limit),
                            new Wording("1 至 " + ScanRange.MAX_LIMIT, "1 to " + ScanRange.MAX_LIMIT),
                            Wording.NONE));
        }
        if (prefix.isBlank() || prefix.contains("/")) {
            throw ProblemException.badRequest(
                    new Wording("prefix 不是前缀。", "prefix is not a prefix."),
                    new WordedViolation(
                            "prefix",
                            prefix,
                            new Wording("前缀，例如 88.118.1", "a prefix such as 88.118.1"),
                            new Wording("前缀不含斜杠", "a prefix has no slash")));
        }
        Optional<HandleName> last =
                after == null || after.isBlank() ? Optional.empty() : Optional.of(Requests.handle("after", after));
        return Answers.of(() -> {
            List<RecordDirectory.Entry> page = directory.page(new ScanRange(prefix, true, last, limit));
            String next = page.size() < limit
                    ? null
                    : page.get(page.size() - 1).record().name().toString();
            return new IdentifierList(page.stream().map(IdentifierList.Line::of).toList(), next);
        });
    }

    @GetMapping("/registrations")
    @Operation(
            summary = "Who changed one record, and when",
            description = "For the enterprise it belongs to, the operator and the regulator.")
    @ApiResponse(responseCode = "200", description = "Newest first, at most 1,000")
    @ApiResponse(responseCode = "403", description = "Not the caller's prefix", content = @Content)
    public Mono<HistoryAnswer> history(@Parameter(example = "88.118.1/KILN-1") @RequestParam("handle") String handle) {
        HandleName name = Requests.handle("handle", handle);
        return Answers.to(caller -> {
            if (!caller.isRegulator()) {
                String owner = directory
                        .find(name)
                        .map(entry -> RecordOwners.ownerOf(entry.record()))
                        .orElse(name.prefix());
                caller.requireWriteUnder(
                        owner, new Wording("或读取 " + name + " 的变更记录", "or read the history of " + name));
            }
            return HistoryAnswer.of(name.toString(), log.find(name));
        });
    }
}
