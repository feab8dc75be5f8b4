// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
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
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.ingest.SourceCheck;
import org.tanma.carbon.service.ledger.SourceContent;
import org.tanma.carbon.service.ledger.SourceStore;
import org.tanma.carbon.service.ledger.SourceVersion;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedProblem;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import reactor.core.publisher.Mono;

/** The register of emission sources. */
@RestController
@RequestMapping("/api/v1/emission-sources")
@Tag(name = "Emission sources", description = "Where sources stand and how good their figures are (排放源登记)")
public final class SourceController {
    private final IdentifierPlane identifiers;
    private final SourceStore sources;

    public SourceController(IdentifierPlane identifiers, SourceStore sources) {
        this.identifiers = identifiers;
        this.sources = sources;
    }

    @GetMapping
    @Operation(
            summary = "The sources of an enterprise, each as it is known now",
            description = "For those who may see the enterprise's activity data.")
    public Mono<List<SourceAnswer>> list(@RequestParam("enterprise") String enterprise) {
        return Answers.to(caller -> {
            Requests.requireReader(caller, enterprise);
            return sources.newest(enterprise).stream().map(SourceAnswer::of).toList();
        });
    }

    @GetMapping("/history")
    @Operation(summary = "Every version of what was known of a source, oldest first")
    @ApiResponse(responseCode = "404", description = "Never registered")
    public Mono<List<SourceAnswer>> history(
            @RequestParam("enterprise") String enterprise, @RequestParam("source") String source) {
        return Answers.to(caller -> {
            Requests.requireReader(caller, enterprise);
            List<SourceVersion> versions = sources.history(enterprise, source);
            if (versions.isEmpty()) {
                throw ProblemException.notFound(
                        new Wording("没有登记名为“" + source + "”的排放源。", "No source '" + source + "' is registered."));
            }
            return versions.stream().map(SourceAnswer::of).toList();
        });
    }

    @PutMapping
    @Operation(
            summary = "Say what is known of a source",
            description =
                    "By the enterprise or the operator. What changed is a new version; saying the same again changes nothing."
                            + " If-Match with the ETag read refuses to write over somebody else's change.")
    @ApiResponse(responseCode = "200", description = "The version that now holds it, with its ETag")
    @ApiResponse(responseCode = "412", description = "The source has another version")
    public Mono<ResponseEntity<SourceAnswer>> put(
            @RequestParam("enterprise") String enterprise,
            @Parameter(description = "The enterprise's own name of it", example = "KILN-1") @RequestParam("source")
                    String source,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody SourceRequest request) {
        return Answers.toSignedIn(caller -> {
            Requests.requireWriter(caller, enterprise, new Wording(enterprise + " 的排放源", "sources of " + enterprise));
            Requests.enterprise(identifiers, enterprise);
            SourceContent content = content(request);
            List<WordedViolation> violations = SourceCheck.violations(
                    source,
                    content,
                    device -> identifiers
                            .findDevice(device)
                            .filter(d ->
                                    d.enterprise().isEmpty() || d.enterprise().equals(enterprise))
                            .isPresent());
            if (!violations.isEmpty()) {
                throw ProblemException.unprocessable(
                        "source-refused", new Wording("排放源未登记。", "The source was not registered."), violations);
            }
            String reason = Requests.reason(Objects.requireNonNullElse(request.reason(), ""));
            SourceVersion version = sources.put(enterprise, source, content, reason, caller.name(), expected(match))
                    .orElseThrow(SourceController::moved);
            return ResponseEntity.ok()
                    .header(HttpHeaders.ETAG, "\"" + version.version() + "\"")
                    .body(SourceAnswer.of(version));
        });
    }

    private static SourceContent content(SourceRequest request) {
        return new SourceContent(
                text(request.site()),
                text(request.process()),
                text(request.device()),
                text(request.uncertaintyPercent()),
                text(request.dataQuality()));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given.strip();
    }

    /** The version that must be the newest; empty where any may be. */
    private static Optional<Integer> expected(@Nullable String match) {
        if (match == null) {
            return Optional.empty();
        }
        if (!match.matches("\"\\d{1,9}\"")) {
            throw ProblemException.badRequest(
                    new Wording("If-Match 无法识别。", "If-Match cannot be read."),
                    new WordedViolation(
                            "If-Match",
                            match.length() > 80 ? match.substring(0, 79) + "…" : match,
                            new Wording(
                                    "读到的 ETag，例如 \"3\"；没有版本时为 \"0\"", "the ETag read, such as \"3\"; \"0\" for none"),
                            Wording.NONE));
        }
        return Optional.of(Integer.parseInt(match.substring(1, match.length() - 1)));
    }

    private static ProblemException moved() {
        return new ProblemException(new WordedProblem(
                "moved-on",
                412,
                new Wording("已有新版本", "Moved on"),
                new Wording(
                        "排放源已被改动，未登记任何内容；请读取后再改。",
                        "Somebody changed the source; nothing was registered. Read it and change it again."),
                List.of()));
    }
}
