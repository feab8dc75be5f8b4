// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.util.Locale;

/**
 * What follows {@code did:web:}: a host, {@code %3A} and a port perhaps, and the segments of a path, joined by colons.
 *
 * <p>A host is a name of the DNS, no address. Source: did:web Method Specification, sections 2.1 and 2.5.
 */
final class DidWebRules {
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;
    private static final int HIGHEST_PORT = 65_535;
    private static final int PORT_DIGITS = 5;
    private static final String PORT = "%3A";

    private DidWebRules() {}

    static String check(String given, Part id) {
        String text = id.text();
        int end = text.indexOf(':');
        Part authority = id.between(0, end < 0 ? text.length() : end);
        int port = authority.text().indexOf(PORT);
        Part host = port < 0 ? authority : authority.between(0, port);
        host(given, host);
        if (port >= 0) {
            port(given, authority.from(port + PORT.length()));
        }
        int empty = text.indexOf("::");
        if (empty >= 0) {
            throw id.fault(IdentifierKind.DID, given, empty + 1, FaultReason.EMPTY);
        }
        return host.text().toLowerCase(Locale.ROOT) + text.substring(host.text().length());
    }

    private static void host(String given, Part host) {
        String text = host.text();
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            throw host.fault(IdentifierKind.DID, given, 0, FaultReason.DID_WEB_HOST, text);
        }
        if (text.chars().allMatch(c -> c == '.' || Part.isDigit((char) c))) {
            throw host.fault(IdentifierKind.DID, given, 0, FaultReason.DID_WEB_ADDRESS, text);
        }
        int start = 0;
        while (start <= text.length()) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            Part label = host.between(start, end);
            if (!isLabel(label.text())) {
                throw label.fault(IdentifierKind.DID, given, 0, FaultReason.DID_WEB_HOST, label.text());
            }
            start = end + 1;
        }
    }

    private static boolean isLabel(String label) {
        return !label.isEmpty()
                && label.length() <= LONGEST_LABEL
                && !label.startsWith("-")
                && !label.endsWith("-")
                && label.chars().allMatch(c -> c == '-' || Part.isLetterOrDigit((char) c));
    }

    private static void port(String given, Part port) {
        boolean isRight = port.isDigits()
                && port.text().length() <= PORT_DIGITS
                && Integer.parseInt(port.text()) <= HIGHEST_PORT
                && Integer.parseInt(port.text()) > 0;
        if (!isRight) {
            throw port.fault(IdentifierKind.DID, given, 0, FaultReason.DID_WEB_PORT, port.text());
        }
    }

    static String documentUrl(String id) {
        int end = id.indexOf(':');
        String authority = (end < 0 ? id : id.substring(0, end)).replace(PORT, ":");
        String path = end < 0 ? ".well-known" : id.substring(end + 1).replace(':', '/');
        return "https://" + authority + "/" + path + "/did.json";
    }
}
