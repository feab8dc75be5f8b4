// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.carbon.service.peer.PeerSetStore;
import org.tanma.carbon.service.peer.PeerSetTable;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.Wording;
import reactor.core.publisher.Mono;

/** The peers that grades compare with. */
@RestController
@RequestMapping("/api/v1/peer-sets")
@Tag(name = "Peer sets", description = "Industry averages that grades compare with (行业基准)")
public final class PeerSetController {
    private final PeerSetStore store;

    public PeerSetController(PeerSetStore store) {
        this.store = store;
    }

    @PostMapping(consumes = "text/csv")
    @Operation(
            summary = "Give the peers of one or more industries",
            description = "For a regulator and the operator. CSV, one row a peer: industry, year, peer, emissions_tco2,"
                    + " value_added_cny_10k, source, demonstration. The file is taken whole or not at all; what changed is"
                    + " a new version, and the newest is graded against.")
    @ApiResponse(responseCode = "201", description = "Stored; the answer names the version that now holds each set")
    @ApiResponse(responseCode = "422", description = "Not stored; violations say everything that is wrong")
    public Mono<ResponseEntity<List<PeerSetAnswer>>> store(@RequestBody byte[] body) {
        return Answers.to(caller -> {
            if (!caller.isRegulator() && !caller.isOperator()) {
                throw ProblemException.forbidden(
                        new Wording("同行数据由监管部门或运营者提供。", "Peer sets are given by a regulator or the operator."));
            }
            List<PeerSetAnswer> stored = store.store(PeerSetTable.read(body), caller.name()).stream()
                    .map(PeerSetAnswer::of)
                    .toList();
            return ResponseEntity.status(HttpStatus.CREATED).body(stored);
        });
    }

    @GetMapping
    @Operation(summary = "Every version of every peer set, as sums")
    public Mono<List<PeerSetAnswer>> list() {
        return Answers.of(() -> store.list().stream().map(PeerSetAnswer::of).toList());
    }
}
