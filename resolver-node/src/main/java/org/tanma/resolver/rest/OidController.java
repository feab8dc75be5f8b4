// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.identifier.Oid;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.oid.OidAllotments;
import org.tanma.resolver.oid.OidNode;
import org.tanma.resolver.oid.OidRefusedException;
import org.tanma.resolver.oid.OidRegistrar;
import reactor.core.publisher.Mono;

/** Object identifiers below the node's arc: allotting and looking up. */
@RestController
@RequestMapping("/api/v1/oids")
@Tag(name = "Object identifiers", description = "Nodes of the tree of object identifiers below this node's arc")
public final class OidController {
    private static final int MOST = 1_000;

    private final OidRegistrar registrar;
    private final OidAllotments allotments;

    public OidController(OidRegistrar registrar, OidAllotments allotments) {
        this.registrar = registrar;
        this.allotments = allotments;
    }

    @PostMapping
    @Operation(
            summary = "Allots an object identifier to a record or an enterprise",
            description =
                    "Whoever may write under the prefix. A record and an enterprise have one each, for good: asking again"
                            + " gives the same. The record names it as an equivalent; without a handle a record is made.")
    @ApiResponse(responseCode = "201", description = "Allotted")
    @ApiResponse(responseCode = "200", description = "Was allotted before")
    @ApiResponse(responseCode = "403", description = "Not the caller's prefix", content = @Content)
    @ApiResponse(responseCode = "409", description = "Number or label taken", content = @Content)
    @ApiResponse(responseCode = "422", description = "Cannot be allotted so", content = @Content)
    public Mono<ResponseEntity<OidAnswer>> allot(
            @RequestBody OidBody body,
            @Parameter(description = "A request with the same key is answered with the same node")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key) {
        return Answers.toSignedIn(caller -> {
            try {
                OidRegistrar.Outcome outcome = registrar.allot(body.request(key), caller);
                OidAnswer answer = OidAnswer.of(outcome.node(), allotments.arc());
                return outcome.isNew()
                        ? ResponseEntity.created(URI.create("/api/v1/oids/" + answer.oid()))
                                .body(answer)
                        : ResponseEntity.ok(answer);
            } catch (OidRefusedException e) {
                throw OidWords.refused(e);
            }
        });
    }

    @GetMapping("/{oid}")
    @Operation(summary = "One object identifier")
    @ApiResponse(responseCode = "200", description = "The node")
    @ApiResponse(responseCode = "404", description = "Not allotted here", content = @Content)
    public Mono<OidAnswer> find(
            @Parameter(description = "Dotted or urn:oid:", example = "2.999.7.5.1") @PathVariable("oid") String given) {
        Oid oid = OidWords.oid("oid", given);
        return Answers.of(() -> OidAnswer.of(node(oid), allotments.arc()));
    }

    private OidNode node(Oid oid) {
        return allotments.find(oid).orElseThrow(() -> OidWords.missing(oid));
    }

    @GetMapping("/{oid}/history")
    @Operation(
            summary = "What happened to one object identifier",
            description = "For the enterprise of the prefix, the operator and the regulator.")
    public Mono<OidAnswer.History> history(@PathVariable("oid") String given) {
        Oid oid = OidWords.oid("oid", given);
        return Answers.to(caller -> {
            OidNode node = node(oid);
            if (!caller.isRegulator()) {
                caller.requireWriteUnder(
                        node.prefix(), new Wording("或读取 " + oid + " 的变更记录", "or read the history of " + oid));
            }
            return new OidAnswer.History(oid.dotted(), allotments.history(oid));
        });
    }

    @GetMapping
    @Operation(summary = "The object identifiers directly below one, by number; or that of a handle")
    public Mono<OidAnswer.Page> list(
            @Parameter(description = "The node's own arc when left out")
                    @RequestParam(name = "under", required = false)
                    @Nullable
                    String under,
            @Parameter(description = "The handle whose object identifier is looked for")
                    @RequestParam(name = "handle", required = false)
                    @Nullable
                    String handle,
            @Parameter(description = "Last number of the page before")
                    @RequestParam(name = "after", required = false)
                    @Nullable
                    String after,
            @Parameter(description = "1 to 1000") @RequestParam(name = "limit", defaultValue = "100") int limit) {
        if (limit < 1 || limit > MOST) {
            throw OidWords.badRequest("limit", String.valueOf(limit), "limit");
        }
        if (handle != null) {
            var name = Requests.handle("handle", handle);
            return Answers.of(() -> page(allotments.find(name).stream().toList(), null));
        }
        Oid parent = under == null ? allotments.arc().oid() : OidWords.oid("under", under);
        Optional<BigInteger> last = after == null ? Optional.empty() : Optional.of(number(after));
        return Answers.of(() -> {
            List<OidNode> found = allotments.children(parent, last, limit);
            String next = found.size() < limit
                    ? null
                    : found.get(found.size() - 1).oid().lastArc().toString();
            return page(found, next);
        });
    }

    private static BigInteger number(String given) {
        if (!given.matches("0|[1-9][0-9]{0,62}")) {
            throw OidWords.badRequest("after", given, "oid.arc-malformed");
        }
        return new BigInteger(given);
    }

    private OidAnswer.Page page(List<OidNode> nodes, @Nullable String next) {
        return new OidAnswer.Page(
                nodes.stream().map(node -> OidAnswer.of(node, allotments.arc())).toList(), next);
    }
}
