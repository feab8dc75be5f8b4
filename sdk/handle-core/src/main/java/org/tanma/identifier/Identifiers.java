// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads identifiers of every kind.
 *
 * <p>The kind is told by form: a scheme ({@code did:}, {@code urn:oid:}, {@code hdl:}, {@code ecode:}, {@code private:}, or
 * the code of any kind and a colon), parentheses, an address with a GS1 key in its path, a prefix and a colon, dotted
 * numbers, a slash. Bare digits are decided by their number and check digit, GS1 before Ecode; what else they could have been
 * is said. Blanks around the text are ignored. Safe between threads; nothing is thrown.
 */
public final class Identifiers {
    /** Most characters read. */
    public static final int MAX_LENGTH = 4096;

    /** Fewest digits that make a bare path look like a GS1 key; a GTIN-8 needs its kind or an address. */
    private static final int SHORTEST_CHECKED = 12;

    private static final List<String> PROXIES =
            List.of("hdl.handle.net", "doi.org", "www.doi.org", "dx.doi.org", "www.handle.net");
    private static final String ECODE_PATH = "/E=";

    private Identifiers() {}

    /** What {@code text} is, of whatever kind. */
    public static ParsedIdentifier parse(String text) {
        if (text.length() > MAX_LENGTH) {
            return new ParsedIdentifier.Unknown(text, List.of());
        }
        Part part = Part.whole(text);
        List<IdentifierKind> considered = new ArrayList<>();
        try {
            Optional<Identifier> found = read(text, part, considered);
            return found.isEmpty()
                    ? new ParsedIdentifier.Unknown(text, considered)
                    : new ParsedIdentifier.Known(
                            found.get(), with(considered, found.get().kind()));
        } catch (MalformedIdentifierException e) {
            return new ParsedIdentifier.Malformed(
                    e.fault(), with(considered, e.fault().kind()));
        }
    }

    /** What {@code text} is when it is meant to be of {@code kind}; never unknown. */
    public static ParsedIdentifier parse(IdentifierKind kind, String text) {
        Part part = Part.whole(text);
        try {
            if (text.length() > MAX_LENGTH) {
                throw part.fault(kind, text, MAX_LENGTH, FaultReason.TOO_LONG, MAX_LENGTH, text.length());
            }
            if (part.isEmpty()) {
                throw part.fault(kind, text, 0, FaultReason.EMPTY);
            }
            Identifier found = ofKind(kind, text, part);
            if (found.kind() != kind) {
                throw part.fault(
                        kind,
                        text,
                        0,
                        FaultReason.OTHER_KIND,
                        found.kind().title(Locale.ENGLISH),
                        kind.title(Locale.ENGLISH));
            }
            return new ParsedIdentifier.Known(found, List.of(kind));
        } catch (MalformedIdentifierException e) {
            return new ParsedIdentifier.Malformed(e.fault(), List.of(kind));
        }
    }

    private static List<IdentifierKind> with(List<IdentifierKind> considered, IdentifierKind kind) {
        if (!considered.contains(kind)) {
            considered.add(0, kind);
        }
        return considered;
    }

    private static Optional<Identifier> read(String given, Part text, List<IdentifierKind> considered) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Optional<Identifier> byScheme = SchemeReader.read(given, text);
        if (byScheme.isPresent()) {
            return byScheme;
        }
        if (text.startsWith("(") || text.startsWith("（")) {
            return Optional.of(Gs1Reader.elementString(given, text));
        }
        int scheme = text.text().indexOf("://");
        if (scheme > 0 && (text.startsWith("http://") || text.startsWith("https://"))) {
            return address(given, text, text.from(scheme + 3), considered);
        }
        return plain(given, text, considered);
    }

    /** An address: a Digital Link URI, a proxy of the Handle System, an Ecode page. */
    private static Optional<Identifier> address(String given, Part whole, Part rest, List<IdentifierKind> considered) {
        considered.addAll(List.of(IdentifierKind.GTIN, IdentifierKind.HANDLE, IdentifierKind.ECODE));
        int end = rest.text().length();
        for (int i = 0; i < end; i++) {
            if (rest.text().charAt(i) == '?' || rest.text().charAt(i) == '#') {
                end = i;
            }
        }
        int slash = rest.text().indexOf('/');
        if (slash < 0 || slash >= end) {
            return Optional.empty();
        }
        Part path = rest.between(slash, end);
        String host = rest.text().substring(0, slash).toLowerCase(Locale.ROOT);
        if (PROXIES.contains(host)) {
            return Optional.of(
                    HandleIdentifier.parse(given, PercentText.decode(IdentifierKind.HANDLE, given, path.from(1))));
        }
        int ecode = path.text().indexOf(ECODE_PATH);
        if (ecode >= 0) {
            Part code = PercentText.decode(IdentifierKind.ECODE, given, path.from(ecode + ECODE_PATH.length()));
            return Optional.of(Ecode.parse(given, code));
        }
        return Gs1Reader.path(path).map(pairs -> Gs1Reader.link(given, whole, pairs));
    }

    private static Optional<Identifier> plain(String given, Part text, List<IdentifierKind> considered) {
        String packed = Gs1Reader.packed(text).text();
        if (Part.isDigits(packed) || isNearlyDigits(packed)) {
            return BareDigits.read(given, text, considered);
        }
        Optional<Identifier> path = gs1Path(given, text, considered);
        if (path.isPresent()) {
            return path;
        }
        int slash = text.text().indexOf('/');
        int colon = text.text().indexOf(':');
        if (colon > 0
                && (slash < 0 || colon < slash)
                && PrivateCode.isPrefix(text.text().substring(0, colon))) {
            return Optional.of(PrivateCode.parse(given, text));
        }
        if (text.startsWith("/") || isOidLike(text.text())) {
            return Optional.of(SchemeReader.oid(given, text));
        }
        considered.add(IdentifierKind.HANDLE);
        if (slash >= 0 || PrivateCode.isPrefix(text.text())) {
            return Optional.of(HandleIdentifier.parse(given, text));
        }
        considered.addAll(List.of(IdentifierKind.GTIN, IdentifierKind.ECODE, IdentifierKind.OID, IdentifierKind.DID));
        return Optional.empty();
    }

    /** True for what begins like a dotted OID: 0, 1 or 2 and a dot, and no slash or colon later. */
    private static boolean isOidLike(String text) {
        return text.length() > 2
                && text.charAt(0) >= '0'
                && text.charAt(0) <= '2'
                && text.charAt(1) == '.'
                && text.chars().noneMatch(c -> c == '/' || c == ':' || c == ' ');
    }

    /** True for a GTIN, GLN and the like typed with letters for digits, mostly right. */
    private static boolean isNearlyDigits(String packed) {
        long digits = packed.chars().filter(c -> Part.isDigit((char) c)).count();
        return digits * 4 >= packed.length() * 3L && Digits.mended(packed) != null;
    }

    /** A path without a host, when what follows the key has the shape of that key; else it may be a handle. */
    private static Optional<Identifier> gs1Path(String given, Part text, List<IdentifierKind> considered) {
        Optional<List<Gs1Reader.Element>> pairs = Gs1Reader.path(text);
        if (pairs.isEmpty()) {
            return Optional.empty();
        }
        Gs1Reader.Element first = pairs.get().get(0);
        boolean isFirst = first.ai().offset() <= text.offset() + 1;
        Gs1Key key = Gs1Key.ofAi(first.ai().text()).orElseThrow();
        considered.add(key.kind());
        String value = first.value().text();
        boolean hasShape = key.checked() > 0
                && value.length() >= SHORTEST_CHECKED
                && Part.isDigits(value.substring(0, SHORTEST_CHECKED));
        boolean isAbsolute = text.text().startsWith("/");
        return isFirst && (hasShape || isAbsolute)
                ? Optional.of(Gs1Reader.link(given, text, pairs.get()))
                : Optional.empty();
    }

    private static Identifier ofKind(IdentifierKind kind, String given, Part text) {
        switch (kind) {
            case HANDLE, OID, DID, PRIVATE, ECODE -> {
                return SchemeReader.ofKind(kind, given, text);
            }
            default -> {
                Gs1Key key = Gs1Key.ofKind(kind).orElseThrow();
                if (text.startsWith("(")) {
                    return Gs1Reader.elementString(given, text);
                }
                if (text.text().contains("/")) {
                    int scheme = text.text().indexOf("://");
                    List<IdentifierKind> weighed = new ArrayList<>();
                    Optional<Identifier> read = scheme > 0
                            ? address(given, text, text.from(scheme + 3), weighed)
                            : gs1Path(given, text, weighed);
                    if (read.isPresent()) {
                        return read.get();
                    }
                }
                return Gs1Reader.bare(given, key, text);
            }
        }
    }
}
