// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.resolver.access.Caller;

/** How callers name the key they hold: {@code 300:0.NA/88.118}, plain or percent-encoded, or in a certificate's subject. */
final class KeyNames {
    private static final List<String> ATTRIBUTES = List.of("UID", "CN");
    private static final Map<String, String> NAMES = Map.of("0.9.2342.19200300.100.1.1", "UID");

    private KeyNames() {}

    /** Errors: {@link RestRefusedException} when it is none. */
    static Caller.Key parse(String text) {
        return find(text)
                .or(() -> decoded(text).flatMap(KeyNames::find))
                .orElseThrow(
                        () -> RestRefusedException.unauthorized(
                                "'" + text
                                        + "' names no key; allowed is INDEX:HANDLE, such as 300:0.NA/88.118 (with ':' as %3A in a user name)"));
    }

    private static Optional<Caller.Key> find(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || !text.substring(0, colon).matches("[0-9]{1,10}")) {
            return Optional.empty();
        }
        long index = Long.parseLong(text.substring(0, colon));
        if (index < 1 || index > Integer.MAX_VALUE) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Caller.Key(HandleName.parse(text.substring(colon + 1)), (int) index));
        } catch (InvalidHandleException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The key that a certificate's subject names by UID, else by CN. */
    static Caller.Key of(X509Certificate certificate) {
        String subject = certificate.getSubjectX500Principal().getName("RFC2253", NAMES);
        try {
            List<Rdn> parts = new LdapName(subject).getRdns();
            for (String attribute : ATTRIBUTES) {
                for (Rdn part : parts) {
                    if (part.getType().equalsIgnoreCase(attribute) && part.getValue() instanceof String name) {
                        return parse(name);
                    }
                }
            }
        } catch (InvalidNameException e) {
            throw RestRefusedException.unauthorized("the certificate's subject '" + subject + "' is not understood");
        }
        throw RestRefusedException.unauthorized(
                "the certificate's subject '" + subject + "' has neither UID nor CN; allowed is UID=300:0.NA/PREFIX");
    }
}
