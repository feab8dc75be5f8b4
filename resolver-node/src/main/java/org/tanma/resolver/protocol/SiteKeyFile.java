// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * The key that answers are signed with: an RSA key of {@value #BITS} bits, PKCS #8 in PEM, in a file only its owner may read,
 * made at the first start. Its public half is named in the site record, so a new key needs a new site serial.
 */
public final class SiteKeyFile {
    /** The name of the file in the directory of keys. */
    public static final String NAME = "site-key.pem";

    private static final int BITS = 2_048;
    private static final int LINE = 64;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private SiteKeyFile() {}

    /** Reads the key of {@code file}, or makes one and writes it there. */
    public static KeyPair open(Path file) {
        try {
            if (Files.notExists(file)) {
                write(file);
            }
            String pem = Files.readString(file);
            String text = pem.replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
            KeyFactory factory = KeyFactory.getInstance("RSA");
            PKCS8EncodedKeySpec spec =
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(text));
            if (!(factory.generatePrivate(spec) instanceof RSAPrivateCrtKey key)) {
                throw new IllegalStateException("site key file " + file + " holds no RSA key with its public half");
            }
            return new KeyPair(
                    factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())), key);
        } catch (IOException e) {
            throw new UncheckedIOException("site key file " + file + " cannot be read or written", e);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("site key file " + file + " holds no RSA key in PEM (PKCS #8)", e);
        }
    }

    private static void write(Path file) throws IOException, GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(BITS);
        byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
        String pem =
                BEGIN + "\n" + Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key) + "\n" + END + "\n";
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "site-key", ".new", ownerOnly());
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            Channels.newOutputStream(channel).write(pem.getBytes(StandardCharsets.US_ASCII));
            channel.force(true);
        }
        try {
            Files.move(fresh, file);
        } catch (FileAlreadyExistsException e) {
            Files.delete(fresh);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
