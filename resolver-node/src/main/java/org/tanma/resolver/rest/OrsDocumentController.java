// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.identifier.Oid;
import org.tanma.kit.rest.Answers;
import org.tanma.resolver.oid.OidNode;
import org.tanma.resolver.oid.OrsDocuments;
import org.tanma.resolver.oid.OrsXml;
import reactor.core.publisher.Mono;

/**
 * The documents that the NAPTR records of a node lead to (ITU-T X.672 annexes C and D): XML, or JSON when {@code Accept} asks
 * for it; by their own names always the same.
 */
@RestController
@Tag(name = "Object identifiers")
public final class OrsDocumentController {
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final MediaType XML =
            new MediaType(MediaType.APPLICATION_XML, java.nio.charset.StandardCharsets.UTF_8);

    private final OrsDocuments documents;

    public OrsDocumentController(OrsDocuments documents) {
        this.documents = documents;
    }

    @GetMapping(path = {"/oid/{oid}/cinf", "/oid/{oid}/cinf.xml", "/oid/{oid}/cinf.json"})
    @Operation(summary = "The nodes below an object identifier: what ORS service CINF leads to")
    @ApiResponse(responseCode = "200", description = "XML (EXTENDED-XER of X.672's ChildInformation) or JSON")
    @ApiResponse(responseCode = "404", description = "Not allotted here", content = @Content)
    @ApiResponse(responseCode = "410", description = "The record that carries it is retired or deleted")
    public Mono<ResponseEntity<Object>> children(
            @Parameter(hidden = true) ServerHttpRequest request, @PathVariable("oid") String given) {
        return answer(request, given, node -> documents.children(node), node -> OrsXml.of(documents.children(node)));
    }

    @GetMapping(path = {"/oid/{oid}/rinf", "/oid/{oid}/rinf.xml", "/oid/{oid}/rinf.json"})
    @Operation(summary = "Who had an object identifier registered, and when: what ORS service RINF leads to")
    @ApiResponse(responseCode = "200", description = "XML (EXTENDED-XER of X.672's RegistrationInformation) or JSON")
    @ApiResponse(responseCode = "404", description = "Not allotted here", content = @Content)
    @ApiResponse(responseCode = "410", description = "The record that carries it is retired or deleted")
    public Mono<ResponseEntity<Object>> registration(
            @Parameter(hidden = true) ServerHttpRequest request, @PathVariable("oid") String given) {
        return answer(
                request, given, node -> documents.registration(node), node -> OrsXml.of(documents.registration(node)));
    }

    private Mono<ResponseEntity<Object>> answer(
            ServerHttpRequest request,
            String given,
            Function<OidNode, Object> asJson,
            Function<OidNode, byte[]> asXml) {
        Oid oid = OidWords.oid("oid", given);
        boolean isJson = isJson(request);
        return Answers.of(() -> {
            OidNode node = documents.find(oid).orElseThrow(() -> OidWords.missing(oid));
            boolean isThere = documents.state(node) == OrsDocuments.State.ACTIVE;
            return ResponseEntity.status(isThere ? HttpStatus.OK : HttpStatus.GONE)
                    .contentType(isJson ? MediaType.APPLICATION_JSON : XML)
                    .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                    .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                    .body(isJson ? asJson.apply(node) : asXml.apply(node));
        });
    }

    private static boolean isJson(ServerHttpRequest request) {
        String path = request.getURI().getPath();
        if (path.endsWith(".json") || path.endsWith(".xml")) {
            return path.endsWith(".json");
        }
        for (MediaType type : request.getHeaders().getAccept()) {
            if (!type.isWildcardType() && !type.isWildcardSubtype()) {
                if (type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
                    return true;
                }
                if (type.isCompatibleWith(MediaType.APPLICATION_XML) || type.isCompatibleWith(MediaType.TEXT_XML)) {
                    return false;
                }
            }
        }
        return false;
    }
}
