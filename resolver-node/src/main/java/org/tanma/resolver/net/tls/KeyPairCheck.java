// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;

/** Whether a private key is that of a certificate: it signs something that the certificate's key verifies. */
final class KeyPairCheck {
    private static final byte[] PROBE = "tanma".getBytes(StandardCharsets.UTF_8);

    private KeyPairCheck() {}

    static void require(PrivateKey key, PublicKey certified, TlsConfig.OfOperator files) {
        try {
            String kind = key.getAlgorithm();
            String algorithm = kind.startsWith("Ed") ? kind : "SHA256with" + (kind.equals("EC") ? "ECDSA" : kind);
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(PROBE);
            Signature verifying = Signature.getInstance(algorithm);
            verifying.initVerify(certified);
            verifying.update(PROBE);
            if (verifying.verify(signing.sign())) {
                return;
            }
        } catch (GeneralSecurityException e) {
            TlsFileException mismatch = mismatch(files);
            mismatch.initCause(e);
            throw mismatch;
        }
        throw mismatch(files);
    }

    private static TlsFileException mismatch(TlsConfig.OfOperator files) {
        return TlsFileException.Fault.NOT_ITS_KEY.of(files.keyFile(), files.certificateFile());
    }
}
