// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.util.List;
import java.util.Optional;

/**
 * The identification keys of GS1: the application identifiers that carry them, the shape of their values, and the qualifiers
 * that may follow, in the order a Digital Link URI has them. Sources: GS1 General Specifications, section 3; GS1 Digital Link
 * URI Syntax 1.x, 4.9.
 */
public enum Gs1Key {
    /** Trade item; 8, 12 and 13 digits are padded to 14. */
    GTIN(IdentifierKind.GTIN, "01", 14, 14, 0, Tail.NONE, "22", "10", "21", "235"),
    /** Piece of a trade item: GTIN, piece number, number of pieces. */
    ITIP(IdentifierKind.ITIP, "8006", 18, 14, 0, Tail.NONE, "22", "10", "21"),
    /** Global model number, with two check characters. */
    GMN(IdentifierKind.GMN, "8013", 4, 0, 21, Tail.SET_82),
    /** Component or part. */
    CPID(IdentifierKind.CPID, "8010", 4, 0, 26, Tail.SET_39, "8011"),
    /** Party or location; in whichever role, it is the same party or location. */
    GLN(IdentifierKind.GLN, "414", 13, 13, 0, Tail.NONE, "254", "7040"),
    /** Party that invoices, with the reference of a payment. */
    GLN_PAYMENT(IdentifierKind.GLN, "415", 13, 13, 0, Tail.NONE, "8020"),
    /** Party, with an importer index. */
    GLN_PARTY(IdentifierKind.GLN, "417", 13, 13, 0, Tail.NONE, "7040"),
    /** Service relation, the provider's side. */
    GSRN_PROVIDER(IdentifierKind.GSRN, "8017", 18, 18, 0, Tail.NONE, "8019"),
    /** Service relation, the recipient's side. */
    GSRN(IdentifierKind.GSRN, "8018", 18, 18, 0, Tail.NONE, "8019"),
    /** Coupon. */
    GCN(IdentifierKind.GCN, "255", 13, 13, 12, Tail.DIGITS),
    /** Logistic unit. */
    SSCC(IdentifierKind.SSCC, "00", 18, 18, 0, Tail.NONE),
    /** Document type, with the number of one document. */
    GDTI(IdentifierKind.GDTI, "253", 13, 13, 17, Tail.SET_82),
    /** Consignment. */
    GINC(IdentifierKind.GINC, "401", 4, 0, 26, Tail.SET_82),
    /** Shipment. */
    GSIN(IdentifierKind.GSIN, "402", 17, 17, 0, Tail.NONE),
    /** Returnable asset: a zero, 13 digits, the serial number of one asset. */
    GRAI(IdentifierKind.GRAI, "8003", 14, 14, 16, Tail.SET_82),
    /** Individual asset. */
    GIAI(IdentifierKind.GIAI, "8004", 4, 0, 26, Tail.SET_82);

    /** What may follow the leading digits. */
    enum Tail {
        NONE,
        DIGITS,
        SET_82,
        SET_39
    }

    private static final String ANY_GLN = "410 411 412 413 416";

    private final IdentifierKind kind;
    private final String ai;
    private final int digits;
    private final int checked;
    private final int longestTail;
    private final Tail tail;
    private final List<String> qualifiers;

    Gs1Key(IdentifierKind kind, String ai, int digits, int checked, int longestTail, Tail tail, String... qualifiers) {
        this.kind = kind;
        this.ai = ai;
        this.digits = digits;
        this.checked = checked;
        this.longestTail = longestTail;
        this.tail = tail;
        this.qualifiers = List.of(qualifiers);
    }

    /** The kind without qualifiers. */
    public IdentifierKind kind() {
        return kind;
    }

    /** The application identifier it is written with. */
    public String ai() {
        return ai;
    }

    /** Application identifiers that may qualify it, in the order of a Digital Link URI. */
    public List<String> qualifiers() {
        return qualifiers;
    }

    /** Leading digits every value has; those of a company prefix, at least 4, where the rest is free. */
    int digits() {
        return digits;
    }

    /** Leading digits of which the last is a check digit; 0 for none. */
    int checked() {
        return checked;
    }

    int longestTail() {
        return longestTail;
    }

    Tail tail() {
        return tail;
    }

    /** The key an application identifier carries; the roles of a GLN are one. */
    public static Optional<Gs1Key> ofAi(String ai) {
        for (Gs1Key key : values()) {
            if (key.ai.equals(ai)) {
                return Optional.of(key);
            }
        }
        return ai.length() == 3 && ANY_GLN.contains(ai) ? Optional.of(GLN) : Optional.empty();
    }

    /** The key that identifiers of a kind are written with by default. */
    static Optional<Gs1Key> ofKind(IdentifierKind kind) {
        for (Gs1Key key : values()) {
            if (key.kind == kind && key != GSRN_PROVIDER) {
                return Optional.of(key);
            }
        }
        return kind == IdentifierKind.SGTIN || kind == IdentifierKind.LGTIN ? Optional.of(GTIN) : Optional.empty();
    }
}
