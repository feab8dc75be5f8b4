// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.key;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tanma.handle.wire.KeyRecord;
import org.tanma.handle.wire.WireFormatException;

/**
 * A new key of an enterprise in files, and the handle value that makes it known.
 *
 * @param files what was written, readable by its owner alone
 * @param value as the REST interface takes it; of a terminal's key the item of its record; empty for a secret key, whose value
 *     would show it
 */
record MadeKey(List<Path> files, Map<String, Object> value) {
    static final int INDEX = 300;
    private static final int BITS = 2_048;
    private static final int SECRET_OCTETS = 32;
    private static final int TTL_SECONDS = 86_400;

    /** A key pair, RSA or DSA of {@value #BITS} bits: {@code prefix-private.bin}, {@code prefix-public.bin}. */
    static MadeKey pair(String algorithm, Path prefix) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            byte[] record = KeyRecord.encode(pair.getPublic());
            Map<Path, byte[]> files = new LinkedHashMap<>();
            files.put(beside(prefix, "-private.bin"), PrivateKeyOctets.of(pair.getPrivate()));
            files.put(beside(prefix, "-public.bin"), record);
            Map<String, Object> value = new LinkedHashMap<>();
            value.put("index", INDEX);
            value.put("type", KeyRecord.TYPE);
            value.put(
                    "data",
                    Map.of("format", "base64", "value", Base64.getEncoder().encodeToString(record)));
            value.put("ttl", TTL_SECONDS);
            return new MadeKey(write(files), value);
        } catch (GeneralSecurityException | WireFormatException e) {
            throw new IllegalStateException("this Java makes no " + algorithm + " keys", e);
        }
    }

    /**
     * A key pair with which a terminal signs, Ed25519 in PEM: {@code prefix-private.pem}, {@code prefix-public.pem}. The value is
     * the digest that the terminal's record names.
     */
    static MadeKey terminal(Path prefix) throws IOException {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            byte[] open = pair.getPublic().getEncoded();
            Map<Path, byte[]> files = new LinkedHashMap<>();
            files.put(
                    beside(prefix, "-private.pem"),
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            files.put(beside(prefix, "-public.pem"), pem("PUBLIC KEY", open));
            String digest = "sha256:"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(open));
            return new MadeKey(write(files), Map.of("publicKeyDigest", digest));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform from 15 on has Ed25519", e);
        }
    }

    private static byte[] pem(String what, byte[] der) {
        Base64.Encoder lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
        return ("-----BEGIN " + what + "-----\n" + lines.encodeToString(der) + "\n-----END " + what + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A secret key of 43 letters, digits, - and _: {@code prefix-secret.txt}. */
    static MadeKey secret(Path prefix) throws IOException {
        byte[] octets = new byte[SECRET_OCTETS];
        new SecureRandom().nextBytes(octets);
        byte[] text = Base64.getUrlEncoder().withoutPadding().encode(octets);
        return new MadeKey(write(Map.of(beside(prefix, "-secret.txt"), text)), Map.of());
    }

    private static Path beside(Path prefix, String ending) {
        return prefix.resolveSibling(prefix.getFileName() + ending);
    }

    /** Never over a file that is there. */
    private static List<Path> write(Map<Path, byte[]> files) throws IOException {
        List<Path> written = new ArrayList<>();
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            try (FileChannel channel = FileChannel.open(
                    file.getKey(), Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), ownerOnly())) {
                ByteBuffer octets = ByteBuffer.wrap(file.getValue());
                while (octets.hasRemaining()) {
                    channel.write(octets);
                }
                channel.force(true);
            }
            written.add(file.getKey());
        }
        return written;
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
