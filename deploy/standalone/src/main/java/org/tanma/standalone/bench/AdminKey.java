// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.handle.wire.Challenge;
import org.tanma.handle.wire.ChallengeAnswer;
import org.tanma.handle.wire.ChallengeProof;
import org.tanma.handle.wire.Octets;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLimits;
import org.tanma.handle.wire.WireWriter;

/**
 * The key that a run administers a server with, and where a server finds its other side.
 *
 * <p>Shape of the file: a secret, whose white space at both ends does not count, or an RSA key as PKCS #8 in PEM.
 */
final class AdminKey {
    private static final String PEM = "-----BEGIN PRIVATE KEY-----";
    private static final String HASH = "SHA-256";

    private final HandleName handle;
    private final int index;
    private final byte[] secret;
    private final Optional<PrivateKey> privateKey;

    private AdminKey(HandleName handle, int index, byte[] secret, Optional<PrivateKey> privateKey) {
        this.handle = handle;
        this.index = index;
        this.secret = secret.clone();
        this.privateKey = privateKey;
    }

    /**
     * @param name {@code 300:0.NA/88.118}: index and handle
     * @throws IllegalArgumentException when that names no key, or the file holds none
     */
    static AdminKey read(String name, Path file) throws IOException {
        int colon = name.indexOf(':');
        try {
            HandleName handle = HandleName.parse(name.substring(colon + 1));
            int index = Integer.parseInt(name.substring(0, Math.max(0, colon)));
            String text = Files.readString(file).strip();
            return text.startsWith(PEM)
                    ? new AdminKey(handle, index, new byte[0], Optional.of(privateKey(text, file)))
                    : new AdminKey(handle, index, text.getBytes(StandardCharsets.UTF_8), Optional.empty());
        } catch (NumberFormatException | InvalidHandleException e) {
            throw new IllegalArgumentException("'" + name + "' is no key such as 300:0.NA/88.118", e);
        }
    }

    private static PrivateKey privateKey(String pem, Path file) {
        try {
            byte[] key = Base64.getDecoder().decode(pem.replaceAll("-----[^-]*-----|\\s", ""));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " holds no RSA key", e);
        }
    }

    HandleName handle() {
        return handle;
    }

    /** The proof that a server asks for. */
    ChallengeAnswer answer(Challenge challenge) throws GeneralSecurityException, WireFormatException {
        return privateKey.isEmpty()
                ? new ChallengeAnswer(
                        ChallengeProof.SECRET_KEY, handle, index, ChallengeProof.bySecretKey(secret, challenge))
                : new ChallengeAnswer(
                        ChallengeProof.PUBLIC_KEY, handle, index, signed(privateKey.get(), challenge.toProve()));
    }

    private static Octets signed(PrivateKey key, byte[] octets) throws GeneralSecurityException, WireFormatException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(octets);
        WireWriter out = new WireWriter(2 * WireLimits.PROOF_OCTETS);
        out.writeString(HASH, WireLimits.STRING_OCTETS, "hash name");
        out.writeArray(signature.sign(), WireLimits.PROOF_OCTETS, "signature");
        return Octets.of(out.toArray());
    }

    /** The header line {@code Authorization} by HTTP Basic; {@link IllegalArgumentException} when there is no secret. */
    String basic() {
        if (privateKey.isPresent()) {
            throw new IllegalArgumentException("by HTTP the key is a secret one; a private key is for --transport tcp");
        }
        String user = index + "%3A" + handle;
        byte[] said = (user + ":" + new String(secret, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(said);
    }
}
