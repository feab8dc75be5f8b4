// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * What an orchestrator asks: {@code /health/live}, whether the process answers at all; {@code /health/ready}, whether it
 * should be sent questions; {@code /health}, every check by name.
 *
 * <p>503 stands for no. A node that is ending is not ready from the moment it was told to, while it still answers.
 */
@RestController
@Tag(name = "Node")
public final class HealthController {
    private static final int OK = 200;
    private static final int UNAVAILABLE = 503;
    private static final String PASS = "pass";
    private static final String FAIL = "fail";

    private final Supplier<NodeStatus> status;
    private final BooleanSupplier isEnding;

    public HealthController(Supplier<NodeStatus> status, BooleanSupplier isEnding) {
        this.status = status;
        this.isEnding = isEnding;
    }

    /**
     * How the node is.
     *
     * @param status {@code pass} or {@code fail}
     * @param ending true from the moment the node was told to stop
     * @param checks by name: {@code pass}, or what is wrong in a sentence
     */
    public record Health(String status, boolean ending, Map<String, String> checks) {}

    @GetMapping("/health/live")
    @Operation(summary = "Whether the process answers at all")
    public ResponseEntity<Health> live() {
        return answer(OK, new Health(PASS, isEnding.getAsBoolean(), Map.of()));
    }

    @GetMapping("/health/ready")
    @Operation(summary = "Whether the node should be sent questions")
    public Mono<ResponseEntity<Health>> ready() {
        return health();
    }

    @GetMapping("/health")
    @Operation(summary = "Every check by name: faces that resolve, stores, disk, clock, keys and certificates")
    public Mono<ResponseEntity<Health>> health() {
        return Mono.fromSupplier(status)
                .subscribeOn(Schedulers.boundedElastic())
                .map(this::health);
    }

    private ResponseEntity<Health> health(NodeStatus now) {
        Map<String, String> checks = new TreeMap<>();
        now.checks().forEach((name, says) -> checks.put(name, says.equals(NodeStatus.OK) ? PASS : says));
        boolean isWell = now.isUp() && !isEnding.getAsBoolean();
        return answer(isWell ? OK : UNAVAILABLE, new Health(isWell ? PASS : FAIL, isEnding.getAsBoolean(), checks));
    }

    private static ResponseEntity<Health> answer(int code, Health health) {
        return ResponseEntity.status(code).cacheControl(CacheControl.noStore()).body(health);
    }
}
