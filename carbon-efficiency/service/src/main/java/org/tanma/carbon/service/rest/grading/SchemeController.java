// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest.grading;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.carbon.data.EditionFolder;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.Scheme;
import org.tanma.carbon.service.scheme.PublishedScheme;
import org.tanma.carbon.service.scheme.SchemeBook;
import org.tanma.carbon.service.scheme.SchemeEvent;
import org.tanma.carbon.service.scheme.SchemeStore;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.Wording;
import reactor.core.publisher.Mono;

/** Scheme editions with their text, and what was done with schemes. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Schemes", description = "Grading schemes, shipped and published on this node")
public final class SchemeController {
    private static final String NEWEST = "9223372036854775807";
    private static final int MOST = 1000;

    private final SchemeBook book;
    private final SchemeStore store;

    public SchemeController(SchemeBook book, SchemeStore store) {
        this.book = book;
        this.store = store;
    }

    @GetMapping("/schemes/{name}/{edition}")
    @Operation(summary = "A scheme edition with its text")
    @ApiResponse(responseCode = "404", description = "No such edition")
    public Mono<SchemeAnswer> find(@PathVariable("name") String name, @PathVariable("edition") String edition) {
        return Answers.of(() -> {
            EditionRef ref = GradingRequests.edition(name + "/" + edition);
            Scheme scheme = book.catalog()
                    .find(ref, Scheme.class)
                    .orElseThrow(() -> ProblemException.notFound(
                            new Wording("没有名为 " + ref + " 的方案版本。", "No scheme edition is called " + ref + ".")));
            Optional<PublishedScheme> published = store.findEdition(ref.toString());
            return published.isPresent()
                    ? SchemeAnswer.published(scheme, published.get())
                    : SchemeAnswer.shipped(
                            scheme,
                            new String(
                                    EditionFolder.shipped().read("schemes/" + ref + "/scheme.yaml"),
                                    StandardCharsets.UTF_8));
        });
    }

    @GetMapping("/scheme-events")
    @Operation(
            summary = "Who did what with schemes, newest first",
            description =
                    "For a regulator and the operator. before is the sequence number of the last row of the page before.")
    public Mono<List<SchemeEvent>> events(
            @RequestParam(name = "before", defaultValue = NEWEST) long before,
            @RequestParam(name = "limit", defaultValue = "100") int limit) {
        return Answers.to(caller -> {
            GradingRequests.requireRegulator(caller);
            return store.events(before, Math.max(1, Math.min(limit, MOST)));
        });
    }
}
