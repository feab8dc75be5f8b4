// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.identifier.Identifier;
import org.tanma.identifier.IdentifierFault;
import org.tanma.identifier.Identifiers;
import org.tanma.identifier.Oid;
import org.tanma.identifier.ParsedIdentifier;
import org.tanma.kit.rest.Answers;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.rest.ProblemException;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import org.tanma.resolver.identify.EquivalentRegistrar;
import org.tanma.resolver.identify.IdentifierFinder;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.registrar.RecordOwners;
import org.tanma.resolver.registrar.Retirement;
import reactor.core.publisher.Mono;

/** What else a record's thing is called, read and changed: handle and identifier as parameters, since both have slashes. */
@RestController
@RequestMapping("/api/v1/equivalents")
@Tag(name = "Identifiers")
public final class EquivalentController {
    private final RecordDirectory directory;
    private final IdentifierFinder finder;
    private final EquivalentRegistrar equivalents;
    private final Oid arc;

    /** @param arc below which the node alone says what an identifier names */
    public EquivalentController(
            RecordDirectory directory, IdentifierFinder finder, EquivalentRegistrar equivalents, Oid arc) {
        this.directory = directory;
        this.finder = finder;
        this.equivalents = equivalents;
        this.arc = arc;
    }

    @GetMapping
    @Operation(
            summary = "The identifiers of other kinds that a record names",
            description = "Those of its items and those added here, as far as the caller may see them.")
    @ApiResponse(responseCode = "404", description = "Not registered here", content = @Content)
    public Mono<EquivalentsAnswer> list(
            @Parameter(example = "88.118.1/KILN-1") @RequestParam("handle") String handle,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        HandleName name = Requests.handle("handle", handle);
        return Answers.to(caller -> answer(name, caller, Requests.locale(lang, accepted)));
    }

    @PutMapping
    @Operation(
            summary = "Say that an identifier of another kind names the same thing",
            description =
                    "The identifier may be spelled in any way its kind allows; its canonical key is kept. Repeating it"
                            + " changes nothing. Only who may write under the prefix of the handle.")
    @ApiResponse(responseCode = "200", description = "All equivalents after the change")
    @ApiResponse(responseCode = "400", description = "The identifier is malformed", content = @Content)
    @ApiResponse(responseCode = "403", description = "Not the caller's prefix", content = @Content)
    @ApiResponse(responseCode = "409", description = "Another record has the identifier", content = @Content)
    public Mono<ResponseEntity<EquivalentsAnswer>> add(
            @Parameter(example = "88.118.1/KILN-1") @RequestParam("handle") String handle,
            @Parameter(example = "did:web:example.com") @RequestParam("id") String id,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        return change(handle, id, Requests.locale(lang, accepted), true);
    }

    @DeleteMapping
    @Operation(summary = "Say so no longer", description = "Repeating it changes nothing.")
    @ApiResponse(responseCode = "200", description = "All equivalents after the change")
    @ApiResponse(responseCode = "403", description = "Not the caller's prefix", content = @Content)
    public Mono<ResponseEntity<EquivalentsAnswer>> remove(
            @RequestParam("handle") String handle,
            @RequestParam("id") String id,
            @RequestParam(name = "lang", required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, required = false) @Nullable String accepted) {
        return change(handle, id, Requests.locale(lang, accepted), false);
    }

    private Mono<ResponseEntity<EquivalentsAnswer>> change(String handle, String id, Locale locale, boolean isAdded) {
        HandleName name = Requests.handle("handle", handle);
        return Answers.toSignedIn(caller -> {
            requireChangeable(name, caller);
            Identifier identifier = identifier(id);
            requireForeign(identifier);
            EquivalentRegistrar.Result result =
                    isAdded ? equivalents.add(name, identifier, caller) : equivalents.remove(name, identifier, caller);
            requireDone(result, name, identifier);
            return ResponseEntity.ok().body(answer(name, caller, locale));
        });
    }

    private void requireForeign(Identifier identifier) {
        if (identifier instanceof Oid oid && oid.isUnder(arc)) {
            throw ProblemException.conflict(
                    new Wording(
                            oid + " 在本节点的弧 " + arc + " 之下，由 POST /api/v1/oids 分配，永久有效，不能另行添加或删除。",
                            oid + " lies below this node's arc " + arc
                                    + ": it is allotted by POST /api/v1/oids, for good, and neither added nor taken away here."));
        }
    }

    private void requireChangeable(HandleName name, Caller caller) {
        HandleRecord record =
                directory.find(name).orElseThrow(() -> notFound(name)).record();
        caller.requireWriteUnder(RecordOwners.ownerOf(record), Wording.same(name.toString()));
        if (Retirement.isRetired(record)) {
            throw ProblemException.conflict(
                    new Wording(name + " 已注销，不再改动。", name + " is retired; a tombstone is not changed any more."));
        }
    }

    private EquivalentsAnswer answer(HandleName name, Caller caller, Locale locale) {
        RecordDirectory.Entry entry = directory.find(name).orElseThrow(() -> notFound(name));
        List<Identifier> all = finder.identifiersOf(entry, caller);
        return EquivalentsAnswer.of(
                entry.record().name().toString(), entry.version(), all.subList(1, all.size()), locale);
    }

    private static Identifier identifier(String id) {
        ParsedIdentifier parsed = Identifiers.parse(id);
        if (parsed instanceof ParsedIdentifier.Known known) {
            return known.identifier();
        }
        if (parsed instanceof ParsedIdentifier.Malformed malformed) {
            IdentifierFault fault = malformed.fault();
            throw ProblemException.badRequest(
                    new Wording(fault.message(Locale.CHINESE), fault.message(Locale.ENGLISH)),
                    new WordedViolation(
                            "id",
                            id,
                            new Wording(fault.allowed(Locale.CHINESE), fault.allowed(Locale.ENGLISH)),
                            new Wording(fault.why(Locale.CHINESE), fault.why(Locale.ENGLISH))));
        }
        throw ProblemException.badRequest(
                new Wording("“" + id + "”不像任何一种标识。", "'" + id + "' is like no kind of identifier."),
                new WordedViolation(
                        "id",
                        id,
                        new Wording(
                                "OID、Ecode、GS1 编码、DID、Handle 或“前缀:自有编码”",
                                "OID, Ecode, GS1 key, DID, handle or prefix:code"),
                        new Wording("写明种类，例如 gtin:… 或 ecode:…", "name the kind, for instance gtin:… or ecode:…")));
    }

    private static void requireDone(EquivalentRegistrar.Result result, HandleName name, Identifier identifier) {
        String key = identifier.canonical();
        switch (result.outcome()) {
            case ADDED, REMOVED, UNCHANGED -> {
                return;
            }
            case NO_RECORD -> throw notFound(name);
            case TAKEN -> {
                String other = result.other().map(HandleName::toString).orElse("");
                throw ProblemException.conflict(new Wording(
                        key + " 已属于 " + other + "；一个标识只能属于一条记录。请先从那里删除。",
                        key + " already belongs to " + other
                                + "; an identifier belongs to one record. Take it away there first."));
            }
            case NOT_CHANGEABLE ->
                throw ProblemException.conflict(
                        new Wording(name + " 已注销，或只由节点自身改动。", name + " is retired, or changed by the node alone."));
            case FULL ->
                throw ProblemException.conflict(new Wording(
                        name + " 的等同标识已满（500 个）。", name + " has as many equivalents as there is room for: 500."));
            case IN_ITEM ->
                throw ProblemException.conflict(new Wording(
                        key + " 来自 " + name + " 的登记内容或其本身；请修改登记内容。",
                        key + " stands in an item of " + name + ", or is its own handle; change the item instead."));
            case BUSY ->
                throw ProblemException.conflict(
                        new Wording(name + " 正被他人改动，请稍后再试。", name + " is being changed by others; try again."));
        }
    }

    private static ProblemException notFound(HandleName name) {
        return ProblemException.notFound(new Wording(name + " 未在本节点登记。", name + " is not registered here."));
    }
}
