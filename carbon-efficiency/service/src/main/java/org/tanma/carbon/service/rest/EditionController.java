// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.service.scheme.SchemeBook;

/** The editions results are computed with, each with where it comes from. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Editions", description = "Factors, methods and grading schemes in force, with their provenance")
public final class EditionController {
    private final EngineCatalog catalog;
    private final SchemeBook book;

    public EditionController(EngineCatalog catalog, SchemeBook book) {
        this.catalog = catalog;
        this.book = book;
    }

    @GetMapping("/factors")
    @Operation(summary = "The editions of emission factors, fuel parameters and GWP sets")
    public List<EditionAnswer> factors() {
        return catalog.factors().editions().stream()
                .map(e -> EditionAnswer.of(e.source()))
                .toList();
    }

    @GetMapping("/methods")
    @Operation(summary = "The editions of accounting methods")
    public List<EditionAnswer> methods() {
        return catalog.methods().all().stream()
                .map(m -> EditionAnswer.of(m.source()))
                .toList();
    }

    @GetMapping("/schemes")
    @Operation(summary = "The editions of grading schemes")
    public List<EditionAnswer> schemes() {
        return book.catalog().all().stream()
                .map(s -> EditionAnswer.of(s.source()))
                .toList();
    }
}
