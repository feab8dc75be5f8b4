// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

/** The characters of a DID, whatever its method: DID Core 1.0, 3.1. */
final class DidSyntax {
    private DidSyntax() {}

    /** The id with percent-encoding in capitals; throws at the first character that may not stand there. */
    static String check(String given, Part did, Part id, String method) {
        StringBuilder checked = new StringBuilder(id.text());
        for (int i = 0; i < checked.length(); i++) {
            char c = checked.charAt(i);
            if (c == '%') {
                if (!PercentText.isEncoded(id.text(), i)) {
                    throw id.fault(IdentifierKind.DID, given, i, FaultReason.PERCENT_ENCODING);
                }
                checked.setCharAt(i + 1, Character.toUpperCase(checked.charAt(i + 1)));
                checked.setCharAt(i + 2, Character.toUpperCase(checked.charAt(i + 2)));
                i += 2;
            } else if (c == '/' && method.equals("web")) {
                String mended = "did:web:" + id.text().replace('/', ':');
                throw id.fault(IdentifierKind.DID, given, i, FaultReason.DID_WEB_SLASH, mended);
            } else if (c == '/' || c == '?' || c == '#' || c == ';') {
                String bare =
                        did.text().substring(0, did.text().length() - id.text().length() + i);
                throw id.fault(IdentifierKind.DID, given, i, FaultReason.DID_URL, bare);
            } else if (!Part.isLetterOrDigit(c) && c != '.' && c != '-' && c != '_' && c != ':') {
                throw id.fault(IdentifierKind.DID, given, i, FaultReason.DID_CHARACTER, id.shown(i));
            }
        }
        if (checked.charAt(checked.length() - 1) == ':') {
            throw id.fault(IdentifierKind.DID, given, checked.length(), FaultReason.EMPTY);
        }
        return checked.toString();
    }
}
