// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest.grading;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.carbon.data.SchemeText;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.GradingScheme;
import org.tanma.carbon.grading.Scheme;
import org.tanma.carbon.service.scheme.PublishedScheme;
import org.tanma.carbon.service.scheme.SchemeBook;
import org.tanma.carbon.service.scheme.SchemeDraft;
import org.tanma.carbon.service.scheme.SchemeEvent;
import org.tanma.carbon.service.scheme.SchemeStore;
import org.tanma.carbon.service.survey.SchemePreview;
import org.tanma.carbon.service.survey.SchemePreviewer;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import reactor.core.publisher.Mono;

/** Drafts of grading schemes: written, tried on an industry, published. */
@RestController
@RequestMapping("/api/v1/scheme-drafts")
@Tag(
        name = "Scheme drafts",
        description = "Grading schemes that a regulator drafts, tries on an industry and publishes")
public final class SchemeDraftController {
    private static final String UNKNOWN = "unknown";
    private static final int LONGEST_PUBLISHER = 300;

    private final SchemeStore store;
    private final SchemeBook book;
    private final SchemePreviewer previewer;
    private final InstantSource clock;

    public SchemeDraftController(SchemeStore store, SchemeBook book, SchemePreviewer previewer, InstantSource clock) {
        this.store = store;
        this.book = book;
        this.previewer = previewer;
        this.clock = clock;
    }

    @GetMapping
    @Operation(summary = "The newest version of every draft", description = "For a regulator and the operator.")
    public Mono<List<DraftAnswer>> list() {
        return Answers.to(caller -> {
            GradingRequests.requireRegulator(caller);
            return store.drafts().stream().map(DraftAnswer::of).toList();
        });
    }

    @PostMapping
    @Operation(
            summary = "Draft a new scheme",
            description =
                    "The body is a scheme file in YAML or JSON; scheme=name/edition names what it is to be published as.")
    @ApiResponse(responseCode = "201", description = "Stored as version 1")
    @ApiResponse(responseCode = "409", description = "A draft or an edition of that name exists")
    @ApiResponse(responseCode = "422", description = "No scheme; violations say what is wrong")
    public Mono<ResponseEntity<DraftAnswer>> create(@RequestParam("scheme") String scheme, @RequestBody byte[] body) {
        return Answers.to(caller -> {
            GradingRequests.requireRegulator(caller);
            EditionRef ref = GradingRequests.edition(scheme);
            String text = GradingRequests.text(body);
            read(ref, text, caller);
            requireNotShipped(ref);
            SchemeDraft draft = store.store(ref.toString(), 0, text, caller.name())
                    .orElseThrow(() -> ProblemException.conflict(new Wording(
                            "已有名为 " + ref + " 的草案或版本。", "A draft or an edition is called " + ref + " already.")));
            return ResponseEntity.created(URI.create("/api/v1/scheme-drafts/" + ref))
                    .eTag(tag(draft.version()))
                    .body(DraftAnswer.of(draft));
        });
    }

    @PutMapping("/{name}/{edition}")
    @Operation(summary = "Change a draft", description = "Its next version; If-Match says which one was read.")
    @ApiResponse(responseCode = "200", description = "Stored")
    @ApiResponse(responseCode = "412", description = "It has a newer version, or is published")
    @ApiResponse(responseCode = "422", description = "No scheme; violations say what is wrong")
    @ApiResponse(responseCode = "428", description = "If-Match is missing")
    public Mono<ResponseEntity<DraftAnswer>> change(
            @PathVariable("name") String name,
            @PathVariable("edition") String edition,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody byte[] body) {
        return Answers.to(caller -> {
            GradingRequests.requireRegulator(caller);
            SchemeDraft earlier = draft(name, edition);
            int version = GradingRequests.version(ifMatch);
            String text = GradingRequests.text(body);
            read(EditionRef.parse(earlier.id()), text, caller);
            SchemeDraft draft = store.store(earlier.id(), version, text, caller.name())
                    .orElseThrow(() -> GradingRequests.stale(earlier.id()));
            return ResponseEntity.ok().eTag(tag(draft.version())).body(DraftAnswer.of(draft));
        });
    }

    @GetMapping("/{name}/{edition}")
    @Operation(summary = "The newest version of a draft")
    @ApiResponse(responseCode = "404", description = "No such draft")
    public Mono<ResponseEntity<DraftAnswer>> find(
            @PathVariable("name") String name, @PathVariable("edition") String edition) {
        return Answers.to(caller -> {
            GradingRequests.requireRegulator(caller);
            SchemeDraft draft = draft(name, edition);
            return ResponseEntity.ok().eTag(tag(draft.version())).body(DraftAnswer.of(draft));
        });
    }

    @GetMapping(
            path = "/{name}/{edition}/preview",
            produces = {MediaType.APPLICATION_JSON_VALUE, PreviewTable.CSV})
    @Operation(
            summary = "Apply a draft to all enterprises of an industry",
            description =
                    "Distribution of grades as issued and by the draft, and who would move. peers=given compares with the"
                            + " peer sets regulators gave, peers=own with peers formed from these evaluations. With Accept: text/csv a"
                            + " table of every enterprise. Nothing is changed by it.")
    @ApiResponse(responseCode = "422", description = "The draft does not compare with peers")
    public Mono<ResponseEntity<Object>> preview(
            @PathVariable("name") String name,
            @PathVariable("edition") String edition,
            @RequestParam("industry") String industry,
            @RequestParam("year") int year,
            @RequestParam(name = "peers", defaultValue = SchemePreviewer.GIVEN) String peers,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = MediaType.APPLICATION_JSON_VALUE) String accept) {
        return Answers.to(caller -> {
            GradingRequests.requireRegulator(caller);
            SchemeDraft draft = draft(name, edition);
            requirePeers(peers);
            Scheme scheme = read(EditionRef.parse(draft.id()), draft.body(), caller);
            if (!(scheme instanceof GradingScheme graded)) {
                throw ProblemException.unprocessable(
                        "no-preview",
                        new Wording("只有与同行比较的方案可以预览。", "Only a scheme that compares with peers can be previewed."),
                        List.of());
            }
            String code = GradingRequests.industry(industry);
            SchemePreview preview = previewer.preview(draft, graded, code, GradingRequests.year(year), peers);
            store.note(
                    caller.name(),
                    SchemeEvent.PREVIEWED,
                    draft.id(),
                    Map.of("version", Integer.toString(draft.version()), "industry", code, "year", "" + year));
            return accept.contains(PreviewTable.CSV)
                    ? ResponseEntity.ok().contentType(PreviewTable.TYPE).body(PreviewTable.write(preview))
                    : ResponseEntity.ok()
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(preview);
        });
    }

    @PostMapping("/{name}/{edition}/publication")
    @Operation(
            summary = "Publish a draft",
            description =
                    "For good: If-Match says which version. Evaluations made from inForceFrom on are graded by it where its"
                            + " name is that of the scheme in force; what was graded before stays as it is.")
    @ApiResponse(responseCode = "201", description = "Published")
    @ApiResponse(responseCode = "412", description = "The draft has a newer version, or is published")
    @ApiResponse(responseCode = "422", description = "Publisher or day are missing or wrong")
    public Mono<ResponseEntity<SchemeAnswer>> publish(
            @PathVariable("name") String name,
            @PathVariable("edition") String edition,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody PublicationRequest request) {
        return Answers.to(caller -> {
            GradingRequests.requireRegulator(caller);
            SchemeDraft draft = draft(name, edition);
            int version = GradingRequests.version(ifMatch);
            LocalDate day = check(request);
            Scheme scheme = read(EditionRef.parse(draft.id()), draft.body(), caller);
            PublishedScheme published = store.publish(
                            draft.id(), version, String.valueOf(request.publisher()), day, caller.name())
                    .orElseThrow(() -> GradingRequests.stale(draft.id()));
            return ResponseEntity.created(URI.create("/api/v1/schemes/" + draft.id()))
                    .body(SchemeAnswer.published(scheme, published));
        });
    }

    private LocalDate check(PublicationRequest request) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<WordedViolation> violations = new ArrayList<>();
        String publisher = request.publisher();
        if (publisher == null || publisher.isBlank() || publisher.length() > LONGEST_PUBLISHER) {
            violations.add(new WordedViolation(
                    "publisher",
                    publisher == null ? "" : publisher,
                    new Wording("发布机关和文件，1 至 300 字", "the authority and document, 1 to 300 characters"),
                    Wording.NONE));
        }
        String given = request.inForceFrom() == null ? "" : request.inForceFrom();
        LocalDate day = day(given);
        if (day.isBefore(today)) {
            violations.add(new WordedViolation(
                    "inForceFrom",
                    given,
                    new Wording("不早于今天的日期，例如 " + today, "a day that is not before today, such as " + today),
                    Wording.NONE));
        }
        if (!violations.isEmpty()) {
            throw ProblemException.unprocessable(
                    "publication", new Wording("未发布。", "Nothing was published."), violations);
        }
        return day;
    }

    /** The day a text names; long past where it names none. */
    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            return LocalDate.MIN;
        }
    }

    private Scheme read(EditionRef ref, String text, Caller caller) {
        SchemeText.Parsed parsed =
                book.read(ref, text, UNKNOWN, caller.name(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        if (parsed instanceof SchemeText.Parsed.Refused refused) {
            throw ProblemException.unprocessable(
                    "scheme",
                    new Wording("这不是可用的评价方案，未保存。", "This is no scheme that can be graded by; nothing was stored."),
                    refused.missing().stream().map(GradingRequests::violation).toList());
        }
        return ((SchemeText.Parsed.Read) parsed).scheme();
    }

    private void requireNotShipped(EditionRef ref) {
        if (book.isShipped(ref)) {
            throw ProblemException.conflict(new Wording(ref + " 是随程序发布的版本。", ref + " is an edition that is shipped."));
        }
    }

    private static void requirePeers(String peers) {
        if (!peers.equals(SchemePreviewer.GIVEN) && !peers.equals(SchemePreviewer.OWN)) {
            throw ProblemException.badRequest(
                    new Wording("peers 的取值有误。", "peers has no such value."),
                    new WordedViolation("peers", peers, Wording.same("given, own"), Wording.NONE));
        }
    }

    private SchemeDraft draft(String name, String edition) {
        EditionRef ref = GradingRequests.edition(name + "/" + edition);
        return store.findDraft(ref.toString())
                .orElseThrow(() -> ProblemException.notFound(
                        new Wording("没有名为 " + ref + " 的草案。", "No draft is called " + ref + ".")));
    }

    private static String tag(int version) {
        return "\"" + version + "\"";
    }
}
