// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An object identifier: a node of the international tree, named by the arcs that lead to it from the root.
 *
 * <p>Shape: 1 to {@value #MOST_ARCS} arcs, each a whole number from 0 of at most {@value #MOST_ARC_DIGITS} digits; the first
 * is 0, 1 or 2, and below 0 and 1 the second is at most 39. Two are equal when their arcs are; the order is that of the
 * tree. Notations read: dotted ({@code 2.999.1}), {@code urn:oid:2.999.1}, OID-IRI ({@code /Joint-ISO-ITU-T/Example/1},
 * also after {@code oid:}) with numbers, the labels of {@code oid-labels.csv}, and below 2.25 the hexadecimal form of a
 * UUID. Errors: {@link OidSyntaxException} with position and reason. Sources: ITU-T X.660, X.667, X.680 and X.690 8.19;
 * RFC 3061.
 */
public final class Oid implements Identifier, Comparable<Oid> {
    public static final int MOST_ARCS = 128;
    public static final int MOST_ARC_DIGITS = 256;
    /** Characters of any notation. */
    public static final int MOST_TEXT = 2_048;
    /** Octets of the encoding. */
    public static final int MOST_OCTETS = 1_024;

    private static final String URN = "urn:oid:";
    private static final String IRI_SCHEME = "oid:";
    private static final BigInteger UUIDS = BigInteger.ONE.shiftLeft(128);
    private static final int ROOT = 2;
    private static final int UUID_ARC = 25;
    private static final int UUID_TEXT = 36;
    private static final int HALF = 64;
    private static final int HEX = 16;
    private static final int MOST_LABEL_DIGITS = 63;
    private static final int MOST_NAME = 253;

    private final List<BigInteger> arcs;
    private final String dotted;

    private Oid(List<BigInteger> arcs, String dotted) {
        this.arcs = Collections.unmodifiableList(arcs);
        this.dotted = dotted;
    }

    /** Reads any of the notations. */
    public static Oid parse(String text) throws OidSyntaxException {
        if (text.isEmpty()) {
            throw new OidSyntaxException(OidFault.EMPTY, 0, text);
        }
        if (text.length() > MOST_TEXT) {
            throw new OidSyntaxException(OidFault.TOO_LONG, MOST_TEXT, text);
        }
        if (text.charAt(0) == '/') {
            return iri(text, 1);
        }
        if (text.regionMatches(true, 0, IRI_SCHEME + "/", 0, IRI_SCHEME.length() + 1)) {
            return iri(text, IRI_SCHEME.length() + 1);
        }
        return dotted(text, text.regionMatches(true, 0, URN, 0, URN.length()) ? URN.length() : 0);
    }

    /** The same for a text that is known to be right, such as a constant. */
    public static Oid of(String text) {
        try {
            return parse(text);
        } catch (OidSyntaxException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** The node below 2.25 that a UUID owns without registration (X.667). */
    public static Oid of(UUID uuid) {
        BigInteger high = new BigInteger(Long.toUnsignedString(uuid.getMostSignificantBits()));
        BigInteger low = new BigInteger(Long.toUnsignedString(uuid.getLeastSignificantBits()));
        List<BigInteger> arcs = List.of(
                BigInteger.valueOf(ROOT),
                BigInteger.valueOf(UUID_ARC),
                high.shiftLeft(HALF).or(low));
        return ofSound(arcs);
    }

    private static Oid ofSound(List<BigInteger> arcs) {
        StringBuilder text = new StringBuilder();
        for (BigInteger arc : arcs) {
            text.append(text.length() == 0 ? "" : ".").append(arc);
        }
        return new Oid(arcs, text.toString());
    }

    private static Oid dotted(String text, int from) throws OidSyntaxException {
        List<BigInteger> arcs = new ArrayList<>();
        int start = from;
        while (true) {
            int end = text.indexOf('.', start);
            addArc(arcs, text.substring(start, end < 0 ? text.length() : end), start);
            if (end < 0) {
                return ofSound(arcs);
            }
            start = end + 1;
        }
    }

    private static Oid iri(String text, int from) throws OidSyntaxException {
        List<BigInteger> arcs = new ArrayList<>();
        int start = from;
        while (true) {
            int end = text.indexOf('/', start);
            String label = text.substring(start, end < 0 ? text.length() : end);
            addLabel(arcs, label, start);
            if (end < 0) {
                return ofSound(arcs);
            }
            start = end + 1;
        }
    }

    private static void addLabel(List<BigInteger> arcs, String label, int at) throws OidSyntaxException {
        if (label.isEmpty() || isDigit(label.charAt(0)) && label.chars().allMatch(c -> isDigit((char) c))) {
            addArc(arcs, label, at);
            return;
        }
        String parent = arcs.isEmpty() ? "" : ofSound(arcs).dotted;
        Optional<String> child = OidLabels.known().child(parent, label);
        if (child.isPresent()) {
            arcs.clear();
            arcs.addAll(of(child.get()).arcs);
        } else if (parent.equals("2.25") && label.length() == UUID_TEXT) {
            arcs.add(uuidArc(label, at));
        } else {
            throw new OidSyntaxException(OidFault.UNKNOWN_LABEL, at, label);
        }
    }

    private static BigInteger uuidArc(String label, int at) throws OidSyntaxException {
        for (int i = 0; i < UUID_TEXT; i++) {
            boolean isHyphenPlace = i == 8 || i == 13 || i == 18 || i == 23;
            char c = label.charAt(i);
            if (isHyphenPlace ? c != '-' : Character.digit(c, HEX) < 0 || c > 'f') {
                throw new OidSyntaxException(OidFault.UNKNOWN_LABEL, at + i, label);
            }
        }
        return new BigInteger(label.replace("-", ""), HEX);
    }

    private static void addArc(List<BigInteger> arcs, String digits, int at) throws OidSyntaxException {
        if (digits.isEmpty()) {
            throw new OidSyntaxException(OidFault.EMPTY_ARC, at, digits);
        }
        for (int i = 0; i < digits.length(); i++) {
            if (!isDigit(digits.charAt(i))) {
                throw new OidSyntaxException(OidFault.NOT_A_DIGIT, at + i, digits.substring(i));
            }
        }
        if (digits.length() > 1 && digits.charAt(0) == '0') {
            throw new OidSyntaxException(OidFault.LEADING_ZERO, at, digits);
        }
        if (digits.length() > MOST_ARC_DIGITS) {
            throw new OidSyntaxException(OidFault.ARC_TOO_LONG, at + MOST_ARC_DIGITS, digits);
        }
        addNumber(arcs, new BigInteger(digits), at);
    }

    private static void addNumber(List<BigInteger> arcs, BigInteger number, int at) throws OidSyntaxException {
        if (arcs.size() == MOST_ARCS) {
            throw new OidSyntaxException(OidFault.TOO_MANY_ARCS, at, number.toString());
        }
        if (arcs.isEmpty() && number.compareTo(BigInteger.valueOf(ROOT)) > 0) {
            throw new OidSyntaxException(OidFault.ROOT_ABOVE_TWO, at, number.toString());
        }
        if (arcs.size() == 1
                && arcs.get(0).intValue() < ROOT
                && number.compareTo(BigInteger.valueOf(OidOctets.MOST_SECOND)) > 0) {
            throw new OidSyntaxException(OidFault.SECOND_ABOVE_39, at, number.toString());
        }
        arcs.add(number);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Reads the content octets of an encoding (X.690 8.19): without tag and length. */
    public static Oid ofDer(byte[] octets) throws OidSyntaxException {
        List<BigInteger> arcs = new ArrayList<>();
        List<OidOctets.Number> numbers = OidOctets.decode(octets);
        for (OidOctets.Number number : numbers) {
            addNumber(arcs, number.value(), number.at());
        }
        Oid read = ofSound(arcs);
        if (read.dotted.length() > MOST_TEXT) {
            throw new OidSyntaxException(OidFault.TOO_LONG, octets.length, read.dotted);
        }
        return read;
    }

    /**
     * The content octets of the encoding, without tag and length.
     *
     * @throws IllegalStateException for a node directly below the root, which has no encoding
     */
    public byte[] der() {
        return OidOctets.encode(arcs);
    }

    public List<BigInteger> arcs() {
        return arcs;
    }

    /** {@code 2.999.1}. */
    public String dotted() {
        return dotted;
    }

    @Override
    public IdentifierKind kind() {
        return IdentifierKind.OID;
    }

    /** The one key of this identifier: {@code urn:oid:2.999.1}. */
    @Override
    public String canonical() {
        return URN + dotted;
    }

    /** As people write it: dotted. */
    @Override
    public String format() {
        return dotted;
    }

    /** OID-IRI of numbers: {@code /2/999/1}. */
    public String numericIri() {
        return "/" + dotted.replace('.', '/');
    }

    /** OID-IRI with the labels that are known: {@code /Joint-ISO-ITU-T/Example/1}. */
    public String iri() {
        StringBuilder path = new StringBuilder();
        StringBuilder node = new StringBuilder();
        for (BigInteger arc : arcs) {
            node.append(node.length() == 0 ? "" : ".").append(arc);
            Optional<OidLabels.Label> label = OidLabels.known().label(node.toString());
            if (label.isPresent() && label.get().isLong()) {
                path.setLength(0);
            }
            path.append('/').append(label.map(OidLabels.Label::text).orElseGet(arc::toString));
        }
        return path.toString();
    }

    /** The UUID that owns this node, when it is one of those of X.667; nothing for nodes below them. */
    public Optional<UUID> uuid() {
        boolean isUuid = arcs.size() == 3
                && arcs.get(0).equals(BigInteger.valueOf(ROOT))
                && arcs.get(1).equals(BigInteger.valueOf(UUID_ARC))
                && arcs.get(2).compareTo(UUIDS) < 0;
        return isUuid
                ? Optional.of(new UUID(
                        arcs.get(2).shiftRight(HALF).longValue(), arcs.get(2).longValue()))
                : Optional.empty();
    }

    /**
     * The name under which the object identifier resolution system (X.672) keeps this node: {@code 1.999.2.oid-res.org}.
     * Nothing when an arc has more than 63 digits or the name more than 253 characters, for which DNS has no room.
     *
     * @param zone without a dot at its end
     */
    public Optional<String> dnsName(String zone) {
        StringBuilder name = new StringBuilder();
        for (int i = arcs.size() - 1; i >= 0; i--) {
            String label = arcs.get(i).toString();
            if (label.length() > MOST_LABEL_DIGITS) {
                return Optional.empty();
            }
            name.append(label).append('.');
        }
        name.append(zone);
        return name.length() > MOST_NAME ? Optional.empty() : Optional.of(name.toString());
    }

    /** The node that one arc leads to from here. */
    public Oid child(BigInteger arc) {
        return of(dotted + "." + arc);
    }

    /** The node above; nothing above those directly below the root. */
    public Optional<Oid> parent() {
        return arcs.size() == 1
                ? Optional.empty()
                : Optional.of(ofSound(new ArrayList<>(arcs.subList(0, arcs.size() - 1))));
    }

    public BigInteger lastArc() {
        return arcs.get(arcs.size() - 1);
    }

    /** Whether this node is the other one or lies below it. */
    public boolean isUnder(Oid other) {
        return arcs.size() >= other.arcs.size()
                && arcs.subList(0, other.arcs.size()).equals(other.arcs);
    }

    @Override
    public int compareTo(Oid other) {
        return Arrays.compare(arcs.toArray(BigInteger[]::new), other.arcs.toArray(BigInteger[]::new));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Oid oid && dotted.equals(oid.dotted);
    }

    @Override
    public int hashCode() {
        return dotted.hashCode();
    }

    @Override
    public String toString() {
        return dotted;
    }
}
