// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.registrar.source.RegistrationWorkbook;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.model.TemplateItem;
import org.tanma.template.model.TemplateVersion;
import org.tanma.template.validate.NearestName;
import org.tanma.template.validate.TemplateSchema;

/** What records may hold. */
@RestController
@RequestMapping("/api/v1/templates")
@Tag(name = "Templates", description = "What records of enterprises, devices, products and batches may and must hold")
public final class TemplateController {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final TemplateCatalog catalog;

    public TemplateController(TemplateCatalog catalog) {
        this.catalog = catalog;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "All templates")
    public TemplateList list() {
        return TemplateList.of(catalog);
    }

    @GetMapping(path = "/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The newest version of a template")
    @ApiResponse(responseCode = "200", description = "Its items with their limits")
    @ApiResponse(responseCode = "404", description = "No such template", content = @Content)
    public TemplateAnswer newest(@Parameter(example = "device") @PathVariable("name") String name) {
        return TemplateAnswer.of(get(catalog, name));
    }

    @GetMapping(path = "/{name}/{version:\\d+\\.\\d+\\.\\d+}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "One version of a template")
    @ApiResponse(responseCode = "200", description = "Its items with their limits")
    @ApiResponse(responseCode = "404", description = "No such template or version", content = @Content)
    public TemplateAnswer version(
            @Parameter(example = "device") @PathVariable("name") String name,
            @Parameter(example = "1.0.0") @PathVariable("version") String version) {
        return TemplateAnswer.of(get(name, version));
    }

    @GetMapping(path = "/{name}/{version:\\d+\\.\\d+\\.\\d+}/schema", produces = "application/schema+json")
    @Operation(summary = "One version of a template as JSON Schema 2020-12 of the items object")
    public String schema(@PathVariable("name") String name, @PathVariable("version") String version) {
        return TemplateSchema.of(get(name, version)).toString();
    }

    @GetMapping(
            path = "/{name}/sheet",
            produces = {"text/csv", XLSX})
    @Operation(
            summary = "An empty table to fill in and register",
            description =
                    "CSV: one header line, UTF-8 with a byte order mark, so that spreadsheet programs open it as it is; or"
                            + " a workbook with format=xlsx or by Accept.")
    public ResponseEntity<byte[]> sheet(
            @Parameter(example = "device") @PathVariable("name") String name,
            @Parameter(description = "csv or xlsx; else by Accept")
                    @RequestParam(name = "format", required = false)
                    @Nullable
                    String format,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT, required = false) @Nullable String accept,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        Locale locale = Requests.locale(lang, accepted);
        boolean isEnglish = locale.getLanguage().equals("en");
        MetadataTemplate template = get(catalog, name);
        List<String> headings = Stream.concat(
                        Stream.of(isEnglish ? "suffix" : "后缀"),
                        template.items().stream().map(i -> heading(i, i.name().in(locale), isEnglish)))
                .toList();
        boolean isWorkbook = format == null ? accept != null && accept.contains(XLSX) : format.equals("xlsx");
        byte[] body = isWorkbook
                ? workbook(headings, template, locale)
                : ("\uFEFF" + String.join(",", headings) + "\r\n").getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(isWorkbook ? MediaType.parseMediaType(XLSX) : CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + name + (isWorkbook ? ".xlsx" : ".csv") + "\"")
                .body(body);
    }

    private static byte[] workbook(List<String> headings, MetadataTemplate template, Locale locale) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            RegistrationWorkbook.writeEmpty(out, headings, template, locale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static String heading(TemplateItem item, String name, boolean isEnglish) {
        if (item.unit().isEmpty()) {
            return name;
        }
        return isEnglish ? name + " (" + item.unit() + ")" : name + "（" + item.unit() + "）";
    }

    private MetadataTemplate get(String name, String version) {
        return catalog.find(name, TemplateVersion.parse(version)).orElseThrow(() -> {
            TemplateVersion newest = get(catalog, name).version();
            return ProblemException.notFound(new Wording(
                    "模板 " + name + " 没有版本 " + version + "，现有 " + newest + "。",
                    "Template " + name + " has no version " + version + "; it has " + newest + "."));
        });
    }

    /** The newest version of a template, or a problem that names the nearest. */
    static MetadataTemplate get(TemplateCatalog catalog, String name) {
        return catalog.find(name).orElseThrow(() -> {
            var known = catalog.newest().stream().map(MetadataTemplate::name).toList();
            var nearest = NearestName.find(name, known);
            return ProblemException.notFound(new Wording(
                    "没有模板“" + name + "”；现有：" + String.join("、", known) + "。"
                            + nearest.map(n -> "是否应为 " + n + "？").orElse(""),
                    "There is no template '" + name + "'; known: " + String.join(", ", known) + "."
                            + nearest.map(n -> " Did you mean " + n + "?").orElse("")));
        });
    }
}
