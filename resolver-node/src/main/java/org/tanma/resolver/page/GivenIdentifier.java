// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.springframework.web.util.UriUtils;
import org.tanma.identifier.Identifiers;
import org.tanma.identifier.ParsedIdentifier;

/**
 * Reads the identifier out of a path {@code /resolve/…}.
 *
 * <p>What is itself an address, a DID or a path of GS1 keys may keep its own percent-encoding or be encoded once more;
 * everything else is decoded once. A slash that a proxy swallowed after {@code https:} is put back.
 */
final class GivenIdentifier {
    private static final String RESOLVE = "/resolve/";

    private GivenIdentifier() {}

    static String of(URI address) {
        String path = address.getRawPath();
        String raw = path.startsWith(RESOLVE) ? path.substring(RESOLVE.length()) : "";
        String decoded = decoded(raw);
        boolean isEncodedItself = isAddress(raw) || raw.regionMatches(true, 0, "did:", 0, 4);
        if (!raw.contains("%25") && isEncodedItself || isGs1Path(raw, decoded)) {
            return withSlashes(raw);
        }
        boolean isRawBetter = isEncodedItself && !isKnown(withSlashes(decoded)) && isKnown(withSlashes(raw));
        return withSlashes(isRawBetter ? raw : decoded);
    }

    private static boolean isAddress(String text) {
        return text.regionMatches(true, 0, "http:/", 0, 6) || text.regionMatches(true, 0, "https:/", 0, 7);
    }

    /** True when only the text as it came is a GS1 key: its serial number has an encoded slash. */
    private static boolean isGs1Path(String raw, String decoded) {
        return raw.contains("%2F") && isGs1(raw) && !isGs1(decoded);
    }

    private static boolean isGs1(String text) {
        return Identifiers.parse(text) instanceof ParsedIdentifier.Known known
                && known.identifier().kind().isGs1();
    }

    private static boolean isKnown(String text) {
        return Identifiers.parse(text) instanceof ParsedIdentifier.Known;
    }

    private static String decoded(String raw) {
        try {
            return UriUtils.decode(raw, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return raw;
        }
    }

    private static String withSlashes(String text) {
        int colon = text.indexOf(":/");
        return isAddress(text) && !text.startsWith("://", colon)
                ? text.substring(0, colon) + "://" + text.substring(colon + 2)
                : text;
    }
}
