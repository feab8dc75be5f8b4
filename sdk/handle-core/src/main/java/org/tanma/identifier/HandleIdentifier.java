// SPDX-License-Identifier: Apache-2.0
package org.tanma.identifier;

import org.tanma.handle.model.HandleName;

/**
 * A handle, those of the VAA system ({@code 88.…}) included.
 *
 * <p>Read from {@code prefix/suffix}, {@code hdl:…}, {@code doi:…} and the addresses of the public proxies. Canonical:
 * {@code hdl:} and the handle with ASCII letters in upper case, by the rule of {@link HandleName}.
 */
public record HandleIdentifier(HandleName name) implements Identifier {
    /** What canonical keys of handles begin with. */
    public static final String SCHEME = "hdl:";

    static HandleIdentifier parse(String given, Part text) {
        return new HandleIdentifier(name(given, text.trimmed()));
    }

    private static HandleName name(String given, Part part) {
        String text = part.text();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == 0x7F) {
                throw part.fault(
                        IdentifierKind.HANDLE,
                        given,
                        i,
                        FaultReason.CONTROL_CHARACTER,
                        String.format("U+%04X", (int) c));
            }
        }
        int slash = text.indexOf('/');
        if (slash < 0) {
            throw part.fault(IdentifierKind.HANDLE, given, text.length(), FaultReason.HANDLE_SLASH, text);
        }
        if (slash == 0) {
            throw part.fault(IdentifierKind.HANDLE, given, 0, FaultReason.HANDLE_PREFIX);
        }
        int octets = text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        if (octets > HandleName.MAX_OCTETS) {
            throw part.fault(IdentifierKind.HANDLE, given, 0, FaultReason.TOO_LONG, HandleName.MAX_OCTETS, octets);
        }
        return HandleName.parse(text);
    }

    @Override
    public IdentifierKind kind() {
        return IdentifierKind.HANDLE;
    }

    @Override
    public String canonical() {
        return SCHEME + new String(name.foldedOctets(), java.nio.charset.StandardCharsets.UTF_8);
    }

    /** The handle as it was given; after {@value #SCHEME} where its prefix has a colon, which would be read as a scheme. */
    @Override
    public String format() {
        return (name.prefix().indexOf(':') < 0 ? "" : SCHEME) + name;
    }

    /** True for handles under {@code 88}, which CAICT allots as VAA. */
    public boolean isVaa() {
        return name.isUnder("88");
    }

    @Override
    public String toString() {
        return canonical();
    }
}
