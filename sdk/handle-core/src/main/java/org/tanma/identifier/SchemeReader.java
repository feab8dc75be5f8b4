// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.util.List;
import java.util.Optional;

/** Reads identifiers that say what they are before a colon. */
final class SchemeReader {
    private static final List<String> HANDLE = List.of("hdl:", "info:hdl/", "doi:", "handle:");
    private static final List<String> ECODE = List.of("ecode:", "E=");

    private SchemeReader() {}

    static Optional<Identifier> read(String given, Part text) {
        if (text.startsWith("did:")) {
            return Optional.of(Did.parse(given, text));
        }
        if (startsWithAny(text, HANDLE)) {
            return Optional.of(ofKind(IdentifierKind.HANDLE, given, text));
        }
        if (startsWithAny(text, ECODE)) {
            return Optional.of(ofKind(IdentifierKind.ECODE, given, text));
        }
        if (text.startsWith("urn:oid:") || text.startsWith("oid:")) {
            return Optional.of(oid(given, text));
        }
        if (text.startsWith("urn:uuid:")) {
            return Optional.of(oid(
                    given, new Part("/2/25/" + text.text().substring("urn:uuid:".length()), text.offset())));
        }
        if (text.startsWith(PrivateCode.SCHEME)) {
            return Optional.of(PrivateCode.parse(given, text));
        }
        int colon = text.text().indexOf(':');
        if (colon <= 0) {
            return Optional.empty();
        }
        return IdentifierKind.fromCode(text.text().substring(0, colon))
                .filter(IdentifierKind::isGs1)
                .map(kind -> ofGs1(kind, given, text.from(colon + 1)));
    }

    private static Identifier ofGs1(IdentifierKind kind, String given, Part value) {
        Part trimmed = value.startsWith(" ") ? value.from(1) : value;
        return Gs1Reader.bare(given, Gs1Key.ofKind(kind).orElseThrow(), trimmed);
    }

    private static boolean startsWithAny(Part text, List<String> schemes) {
        return schemes.stream().anyMatch(text::startsWith);
    }

    private static Part without(Part text, List<String> schemes) {
        return schemes.stream()
                .filter(text::startsWith)
                .findFirst()
                .map(scheme -> text.from(scheme.length()))
                .orElse(text);
    }

    /** Reads a kind that is no GS1 key; its scheme may be missing. */
    static Identifier ofKind(IdentifierKind kind, String given, Part text) {
        return switch (kind) {
            case HANDLE -> HandleIdentifier.parse(given, without(text, HANDLE));
            case ECODE -> Ecode.parse(given, without(text, ECODE));
            case PRIVATE -> PrivateCode.parse(given, text);
            case OID -> oid(given, text);
            default -> {
                if (!text.startsWith("did:")) {
                    throw text.fault(kind, given, 0, FaultReason.DID_METHOD);
                }
                yield Did.parse(given, text);
            }
        };
    }

    /** Reads an OID in any notation, {@code oid:} before dotted numbers included. */
    static Oid oid(String given, Part text) {
        Part bare = text.startsWith("oid:") && !text.startsWith("oid:/") ? text.from("oid:".length()) : text;
        try {
            return Oid.parse(bare.text());
        } catch (OidSyntaxException e) {
            throw bare.fault(IdentifierKind.OID, given, e.position(), FaultReason.of(e.fault()), e.given());
        }
    }
}
