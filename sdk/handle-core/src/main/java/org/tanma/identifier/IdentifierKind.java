// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import java.util.Locale;
import java.util.Optional;

/** The kinds of identifier there are. A template's {@code identifierKind} names one by its {@link #code()}. */
public enum IdentifierKind {
    HANDLE("handle", false, "Handle"),
    OID("oid", false, "OID"),
    ECODE("ecode", false, "Ecode"),
    GTIN("gtin", true, "GTIN"),
    SGTIN("sgtin", true, "SGTIN"),
    LGTIN("lgtin", true, "LGTIN"),
    ITIP("itip", true, "ITIP"),
    GMN("gmn", true, "GMN"),
    CPID("cpid", true, "CPID"),
    GLN("gln", true, "GLN"),
    SSCC("sscc", true, "SSCC"),
    GRAI("grai", true, "GRAI"),
    GIAI("giai", true, "GIAI"),
    GSRN("gsrn", true, "GSRN"),
    GDTI("gdti", true, "GDTI"),
    GCN("gcn", true, "GCN"),
    GINC("ginc", true, "GINC"),
    GSIN("gsin", true, "GSIN"),
    DID("did", false, "DID"),
    PRIVATE("private", false, "private code");

    private final String code;
    private final boolean isGs1;
    private final String title;

    IdentifierKind(String code, boolean isGs1, String title) {
        this.code = code;
        this.isGs1 = isGs1;
        this.title = title;
    }

    /** Stable name in files and answers. */
    public String code() {
        return code;
    }

    /** True for the keys of the GS1 system. */
    public boolean isGs1() {
        return isGs1;
    }

    /** What people call it, in the language of {@code locale}. */
    public String title(Locale locale) {
        return FaultPhrases.has(locale, "kind." + code) ? FaultPhrases.text(locale, "kind." + code) : title;
    }

    /** The kind of that code, in any case. */
    public static Optional<IdentifierKind> fromCode(String code) {
        for (IdentifierKind kind : values()) {
            if (kind.code.equalsIgnoreCase(code)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
