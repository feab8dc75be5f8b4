// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** {@code GET /metrics}: the node's figures as Prometheus reads them. Who may read them is decided before. */
@RestController
@Tag(name = "Node")
public final class MetricsController {
    /** The path; also that of the rule who may read it. */
    public static final String PATH = "/metrics";

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";

    private final Supplier<String> figures;

    public MetricsController(Supplier<String> figures) {
        this.figures = figures;
    }

    @GetMapping(path = PATH, produces = TEXT)
    @Operation(summary = "Figures for Prometheus; from the node's own machine, or as its operator")
    public Mono<ResponseEntity<String>> metrics() {
        return Mono.fromSupplier(figures)
                .subscribeOn(Schedulers.boundedElastic())
                .map(text ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(text));
    }
}
