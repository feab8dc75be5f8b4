// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.rest;

import java.security.cert.X509Certificate;
import java.util.Optional;

/**
 * How a request reached us: over TLS or not, from this machine or not, and with which certificate of the client, whose
 * private key the client has shown to hold; nothing else about the certificate is checked.
 */
public record HttpPeer(boolean isSecure, boolean isLoopback, Optional<X509Certificate> certificate) {
    /** Nobody can listen in: by TLS, or from this machine itself. */
    boolean isConfidential() {
        return isSecure || isLoopback;
    }
}
