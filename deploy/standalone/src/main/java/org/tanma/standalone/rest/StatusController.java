// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.function.Supplier;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** {@code GET /api/v1/status}: 200 when the node is up, 503 when something of it is not. */
@RestController
@Tag(name = "Node")
public final class StatusController {
    private final Supplier<NodeStatus> status;

    public StatusController(Supplier<NodeStatus> status) {
        this.status = status;
    }

    @GetMapping("/api/v1/status")
    @Operation(summary = "How the node is: each check by name, and what listens where")
    public Mono<ResponseEntity<NodeStatus>> status() {
        return Mono.fromSupplier(status)
                .subscribeOn(Schedulers.boundedElastic())
                .map(s -> ResponseEntity.status(s.isUp() ? 200 : 503).body(s));
    }
}
