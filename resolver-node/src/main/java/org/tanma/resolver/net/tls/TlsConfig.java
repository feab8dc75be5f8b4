// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.tls;

import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Optional;

/** Where the key and the certificate come from with which the node shows who it is. */
public sealed interface TlsConfig {
    /**
     * A key and a self-made certificate in this directory, made there when neither is.
     *
     * @param keys what the certificate is made of; empty for a new key of curve P-256
     */
    record SelfMade(Path directory, Optional<KeyPair> keys) implements TlsConfig {
        public SelfMade(Path directory) {
            this(directory, Optional.empty());
        }

        /** The certificate, for clients that want to trust this one. */
        public Path certificateFile() {
            return directory.resolve("tls-certificate.pem");
        }

        Path keyFile() {
            return directory.resolve("tls-key.pem");
        }
    }

    /** The operator's own, in PEM: the certificate and those above it, in order, and the private key without a password. */
    record OfOperator(Path certificateFile, Path keyFile) implements TlsConfig {}
}
