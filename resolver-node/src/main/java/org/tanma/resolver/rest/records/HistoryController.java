// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.records;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.life.RecordPast;
import org.tanma.resolver.rest.IdentifierAnswer;
import org.tanma.resolver.rest.Requests;
import org.tanma.resolver.store.ChangeNote;
import reactor.core.publisher.Mono;

/** What records were. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Records", description = "Search, history, update, transfer and retirement of records")
public final class HistoryController {
    private static final int MOST = 500;

    private final RecordPast past;
    private final Disclosure disclosure;

    public HistoryController(RecordPast past, Disclosure disclosure) {
        this.past = past;
        this.disclosure = disclosure;
    }

    /** Versions of a record, newest first. */
    @Schema(name = "RecordHistory")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record History(
            String handle,
            List<Version> versions,

            @Schema(description = "The cursor of the next page; left out on the last") @Nullable
            String next) {}

    /** One version of a record. */
    @Schema(name = "RecordVersion")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Version(
            long version,
            String at,

            @Schema(
                    description =
                            "create, replace, publish, update, transfer, retire, restore; deleted; left out when unknown")
            @Nullable
            String action,

            @Schema(description = "For those who may see all of that version") @Nullable
            String account,

            @Schema(description = "For those who may see all of that version") @Nullable
            String reason,

            @Nullable String template,

            @Schema(description = "Items that differ from the version before, of those the caller may see")
            Set<String> changed) {
        static Version of(RecordPast.Line line) {
            return new Version(
                    line.version(),
                    Instant.ofEpochSecond(line.at()).toString(),
                    line.action().orElse(line.isPresent() ? null : "deleted"),
                    line.note().map(ChangeNote::account).orElse(null),
                    line.note()
                            .map(ChangeNote::reason)
                            .filter(reason -> !reason.isEmpty())
                            .orElse(null),
                    line.template().orElse(null),
                    line.changed());
        }
    }

    @GetMapping("/identifiers/{prefix}/{suffix}/history")
    @Operation(
            summary = "Every version of a record, newest first",
            description = "With version=N the record as it was. A handle with a slash in its suffix is asked for at"
                    + " /api/v1/history?handle=. What was private is shown to whom the record belonged to then.")
    @ApiResponse(responseCode = "200", description = "One page, or one version of the record")
    @ApiResponse(responseCode = "404", description = "No such record or version", content = @Content)
    public Mono<Object> history(
            @Parameter(example = "88.118.1") @PathVariable("prefix") String prefix,
            @Parameter(example = "KILN-1") @PathVariable("suffix") String suffix,
            @RequestParam(name = "version", required = false) @Nullable Long version,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", defaultValue = "100") int limit,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        return history(prefix + "/" + suffix, version, cursor, limit, accepted);
    }

    @GetMapping("/history")
    @Operation(summary = "The same, the handle as a parameter")
    public Mono<Object> history(
            @Parameter(example = "88.118.1/LINE/KILN-1") @RequestParam("handle") String handle,
            @RequestParam(name = "version", required = false) @Nullable Long version,
            @RequestParam(name = "cursor", required = false) @Nullable String cursor,
            @RequestParam(name = "limit", defaultValue = "100") int limit,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        HandleName name = Requests.handle("handle", handle);
        if (limit < 1 || limit > MOST) {
            throw ProblemException.badRequest(
                    new Wording("limit 超出范围。", "limit is out of range."),
                    new WordedViolation(
                            "limit", String.valueOf(limit), new Wording("1 至 " + MOST, "1 to " + MOST), Wording.NONE));
        }
        Locale locale = Requests.locale(null, accepted);
        long before = before(cursor, name);
        return Answers.to(
                caller -> version == null ? page(name, before, limit, caller) : version(name, version, caller, locale));
    }

    private static long before(@Nullable String cursor, HandleName name) {
        if (cursor == null || cursor.isBlank()) {
            return Long.MAX_VALUE;
        }
        Optional<byte[]> position = SearchCursor.read(cursor, fingerprint(name));
        if (position.isEmpty() || position.get().length != Long.BYTES) {
            throw ProblemException.badRequest(
                    new Wording("cursor 不属于该标识的历史。", "cursor is not of the history of this handle."),
                    new WordedViolation(
                            "cursor",
                            cursor.length() > 80 ? cursor.substring(0, 79) + "…" : cursor,
                            new Wording("前一页给出的 next", "the next of the page before"),
                            Wording.NONE));
        }
        return java.nio.ByteBuffer.wrap(position.get()).getLong();
    }

    private static String fingerprint(HandleName name) {
        return "history " + name.toString().toUpperCase(Locale.ROOT);
    }

    private Object page(HandleName name, long before, int limit, Caller caller) {
        List<RecordPast.Line> lines = past.lines(name, before, limit + 1, caller);
        if (lines.isEmpty() && before == Long.MAX_VALUE) {
            throw ProblemException.notFound(new Wording(name + " 未在本节点登记。", name + " is not registered here."));
        }
        List<RecordPast.Line> shown = lines.size() > limit ? lines.subList(0, limit) : lines;
        String next = lines.size() <= limit
                ? null
                : SearchCursor.write(
                        java.nio.ByteBuffer.allocate(Long.BYTES)
                                .putLong(shown.get(limit - 1).version())
                                .array(),
                        fingerprint(name));
        return new History(name.toString(), shown.stream().map(Version::of).toList(), next);
    }

    private Object version(HandleName name, long version, Caller caller, Locale locale) {
        return past.find(name, version)
                .map(entry -> IdentifierAnswer.of(entry, disclosure, caller, locale))
                .orElseThrow(() -> ProblemException.notFound(
                        new Wording(name + " 没有版本 " + version + "。", name + " has no version " + version + ".")));
    }
}
