// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.reading;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import org.tanma.carbon.service.evaluate.DeviceProfile;

/** A terminal with a key of its own, which signs statements in the order asked for. */
final class SigningTerminal {
    static final String ENTERPRISE = "88.118.1/ENTERPRISE";

    private final String handle;
    private final KeyPair pair;
    private long sequence = 1;
    private String previous = "";

    SigningTerminal(String handle) {
        this.handle = handle;
        try {
            this.pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    DeviceProfile profile() {
        return new DeviceProfile(
                handle, ENTERPRISE, StatementKey.sha256(pair.getPublic().getEncoded()));
    }

    /** The next statement; {@code members} follow those that say whose it is. */
    byte[] next(String members) {
        String payload = "{\"terminal\":\"" + handle + "\",\"sequence\":" + sequence
                + (previous.isEmpty() ? "" : ",\"previous\":\"" + previous + "\"") + "," + members + "}";
        byte[] statement = sign(payload);
        sequence++;
        previous = StatementKey.sha256(statement);
        return statement;
    }

    byte[] sign(String payload) {
        byte[] der = pair.getPublic().getEncoded();
        String header = "{\"alg\":\"EdDSA\",\"jwk\":{\"kty\":\"OKP\",\"crv\":\"Ed25519\",\"x\":\""
                + base64(Arrays.copyOfRange(der, der.length - StatementKey.OCTETS, der.length)) + "\"}}";
        String signed = base64(header.getBytes(StandardCharsets.UTF_8)) + "."
                + base64(payload.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return (signed + "." + base64(signature.sign())).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] octets) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }
}
