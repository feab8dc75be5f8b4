// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.util.Locale;
import java.util.Optional;

/**
 * A decentralised identifier.
 *
 * <p>Shape: {@code did:method:id}. Every method is read by the syntax of DID Core; {@code bid}, {@code web} and {@code cn}
 * by their own rules as well. A DID URL (path, query, fragment) is refused. Canonical: scheme and method in lower case, the
 * host of {@code did:web} in lower case, percent-encoding in capitals, the rest as given. Sources: W3C DID Core 1.0, 3.1;
 * did:web Method Specification; BID specification 2.0 and the rules CAICT's validators apply to it.
 *
 * @param method lower-case letters and digits
 * @param id what the method makes of the rest
 */
public record Did(String method, String id) implements Identifier {
    /** Most characters of a DID; DID Core sets no limit, this reader must. */
    public static final int MAX_LENGTH = 1024;

    private static final String SCHEME = "did:";

    static Did parse(String given, Part did) {
        String text = did.text();
        if (text.length() > MAX_LENGTH) {
            throw did.fault(IdentifierKind.DID, given, MAX_LENGTH, FaultReason.TOO_LONG, MAX_LENGTH, text.length());
        }
        int colon = text.indexOf(':', SCHEME.length());
        String method = text.substring(SCHEME.length(), colon < 0 ? text.length() : colon)
                .toLowerCase(Locale.ROOT);
        for (int i = 0; i < method.length(); i++) {
            if (!Part.isLetterOrDigit(method.charAt(i))) {
                throw did.fault(IdentifierKind.DID, given, SCHEME.length() + i, FaultReason.DID_METHOD);
            }
        }
        if (method.isEmpty()) {
            throw did.fault(IdentifierKind.DID, given, SCHEME.length(), FaultReason.DID_METHOD);
        }
        Part id = did.from(colon < 0 ? text.length() : colon + 1);
        if (id.isEmpty()) {
            throw id.fault(IdentifierKind.DID, given, 0, FaultReason.EMPTY);
        }
        String checked = DidSyntax.check(given, did, id, method);
        return new Did(
                method,
                switch (method) {
                    case "bid" -> DidBidRules.check(given, id);
                    case "web" -> DidWebRules.check(given, new Part(checked, id.offset()));
                    case "cn" -> DidCnRules.check(given, id);
                    default -> checked;
                });
    }

    @Override
    public IdentifierKind kind() {
        return IdentifierKind.DID;
    }

    @Override
    public String canonical() {
        return SCHEME + method + ":" + id;
    }

    @Override
    public String format() {
        return canonical();
    }

    /** Where the document of a {@code did:web} is published; empty for other methods. */
    public Optional<String> documentUrl() {
        return method.equals("web") ? Optional.of(DidWebRules.documentUrl(id)) : Optional.empty();
    }

    @Override
    public String toString() {
        return canonical();
    }
}
