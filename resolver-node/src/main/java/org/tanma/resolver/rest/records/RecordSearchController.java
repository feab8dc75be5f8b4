// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.records;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.resolver.index.IndexedItem;
import org.tanma.resolver.index.RecordSearch;
import org.tanma.resolver.index.SearchQuery;
import org.tanma.resolver.index.SearchQuery.SearchOrder;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.TemplateItem;
import reactor.core.publisher.Mono;

/** Searching records. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Records", description = "Search, history, update, transfer and retirement of records")
public final class RecordSearchController {
    private static final String CSV = "text/csv";
    private static final String TERMS =
            "template, enterprise (a prefix), createdAfter, createdBefore, changedAfter, changedBefore (instants or dates in"
                    + " UTC; After is inclusive), state (live, retired, any), item.<code> and, where the item has an order,"
                    + " item.<code>.min and item.<code>.max (with template); sort (handle, created, changed, item.<code>, a"
                    + " minus before it for the reverse), limit (1 to 1000), cursor (next of the page before), count=true."
                    + " What meets every term is found. Items that are not public are searched within one enterprise, by"
                    + " whoever may see them.";

    private final RecordSearch search;
    private final TemplateCatalog catalog;
    private final Disclosure disclosure;

    public RecordSearchController(RecordSearch search, TemplateCatalog catalog, Disclosure disclosure) {
        this.search = search;
        this.catalog = catalog;
        this.disclosure = disclosure;
    }

    @GetMapping(path = "/records", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Records by template, enterprise, time and indexed items", description = TERMS)
    @ApiResponse(responseCode = "200", description = "One page")
    @ApiResponse(responseCode = "400", description = "What is wrong, by parameter", content = @Content)
    @ApiResponse(responseCode = "403", description = "An item the caller may not see", content = @Content)
    @ApiResponse(responseCode = "503", description = "The index is being made", content = @Content)
    public Mono<SearchAnswer> find(
            @Parameter(description = "The terms", example = "{\"template\": \"device\"}") @RequestParam
                    MultiValueMap<String, String> terms) {
        return Answers.to(caller -> answer(terms, caller));
    }

    @GetMapping(path = "/records", produces = CSV)
    @Operation(hidden = true)
    public Mono<ResponseEntity<byte[]>> table(@RequestParam MultiValueMap<String, String> terms) {
        return Answers.to(caller -> {
            SearchAnswer answer = answer(terms, caller);
            Optional<String> template = Optional.ofNullable(terms.getFirst("template"));
            ResponseEntity.BodyBuilder response =
                    ResponseEntity.ok().contentType(new MediaType("text", "csv", StandardCharsets.UTF_8));
            if (answer.next() != null) {
                response.header(HttpHeaders.LINK, "<?cursor=" + answer.next() + ">; rel=\"next\"");
            }
            return response.body(csv(answer, template));
        });
    }

    private SearchAnswer answer(MultiValueMap<String, String> terms, Caller caller) {
        SearchRequest.Read read = SearchRequest.read(catalog, disclosure, terms, caller);
        RecordSearch.Page page = search.find(read.query(), read.position(), shown(read.query(), caller));
        RecordSearch.@Nullable Count count =
                read.isCounted() ? search.count(read.query()).orElse(null) : null;
        return new SearchAnswer(
                page.found().stream()
                        .map(found -> SearchAnswer.Line.of(found, disclosure, caller))
                        .toList(),
                words(read.query().orderUsed()),
                page.next()
                        .map(position -> SearchCursor.write(position, read.fingerprint()))
                        .orElse(null),
                page.isCutShort(),
                count == null ? null : new SearchAnswer.Count(count.records(), count.isExact()));
    }

    /** Nobody learns of a record by an item of it that they may not see. */
    private Predicate<RecordSearch.Found> shown(SearchQuery query, Caller caller) {
        List<String> asked = Stream.concat(
                        query.items().stream().map(SearchQuery.ItemTerm::item), query.orderUsed().item().stream())
                .map(IndexedItem::code)
                .toList();
        return asked.isEmpty()
                ? found -> true
                : found -> found.described()
                        .map(d -> disclosure.visibleItems(d, caller).keySet().containsAll(asked))
                        .orElse(false);
    }

    private static String words(SearchOrder order) {
        String name = switch (order.key()) {
            case HANDLE -> "handle";
            case CREATED -> "created";
            case CHANGED -> "changed";
            case ITEM -> "item." + order.item().orElseThrow().code();
        };
        return order.isDescending() ? "-" + name : name;
    }

    private byte[] csv(SearchAnswer answer, Optional<String> template) {
        List<String> codes = template.flatMap(catalog::find)
                .map(t -> t.items().stream().map(TemplateItem::code).toList())
                .orElse(List.of());
        StringWriter text = new StringWriter();
        text.write('\uFEFF');
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            List<String> header = new ArrayList<>(List.of(
                    "handle", "version", "template", "templateVersion", "enterprise", "state", "created", "changed"));
            header.addAll(codes);
            csv.writeRecord(header);
            for (SearchAnswer.Line line : answer.records()) {
                csv.writeRecord(row(line, codes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> row(SearchAnswer.Line line, List<String> codes) {
        List<String> cells = new ArrayList<>(List.of(
                line.handle(),
                String.valueOf(line.version()),
                line.template() == null ? "" : line.template(),
                line.templateVersion() == null ? "" : line.templateVersion(),
                line.enterprise(),
                line.state(),
                line.created(),
                line.changed()));
        Map<String, String> items = line.items();
        codes.forEach(code -> cells.add(items.getOrDefault(code, "")));
        return cells;
    }
}
