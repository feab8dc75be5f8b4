// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.model.ValueReference;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.HandleValueCodec;
import org.tanma.handle.wire.KeyRecord;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireLimits;
import org.tanma.handle.wire.WireWriter;

/**
 * The keys of the node's own administrator, made at the first start.
 *
 * <p>Shape: {@value #SECRET_FILE}, a secret key of 43 letters and digits; {@value #PRIVATE_FILE}, an RSA key of {@value
 * #RSA_BITS} bits as PKCS #8 in PEM. Only the owner of the directory may read them. Their public side is in the prefix
 * handle of the node's prefix: {@value #SECRET_INDEX} HS_SECKEY, {@value #PUBLIC_INDEX} HS_PUBKEY, {@value #GROUP_INDEX}
 * HS_VLIST of both, 100 and 101 HS_ADMIN of the secret key and of the group.
 */
public final class NodeAdministratorKeys {
    public static final int SECRET_INDEX = 300;
    public static final int PUBLIC_INDEX = 301;
    public static final int GROUP_INDEX = 200;

    private static final String SECRET_FILE = "admin-secret.txt";
    private static final String PRIVATE_FILE = "admin-key.pem";
    private static final int ADMIN_INDEX = 100;
    private static final int RSA_BITS = 2_048;
    private static final int SECRET_OCTETS = 32;
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----\n";
    private static final String END = "\n-----END PRIVATE KEY-----\n";

    private final Path secretFile;
    private final Path privateFile;
    private final String secret;
    private final KeyPair pair;

    private NodeAdministratorKeys(Path secretFile, Path privateFile, String secret, KeyPair pair) {
        this.secretFile = secretFile;
        this.privateFile = privateFile;
        this.secret = secret;
        this.pair = pair;
    }

    /** Reads the keys of a directory, and makes those that are not there. */
    public static NodeAdministratorKeys open(Path directory) {
        Path secretFile = directory.resolve(SECRET_FILE);
        Path privateFile = directory.resolve(PRIVATE_FILE);
        try {
            Files.createDirectories(directory);
            if (Files.notExists(secretFile)) {
                write(secretFile, newSecret() + "\n");
            }
            if (Files.notExists(privateFile)) {
                write(privateFile, pem(newPrivateKey()));
            }
            return new NodeAdministratorKeys(
                    secretFile,
                    privateFile,
                    Files.readString(secretFile).strip(),
                    pair(Files.readString(privateFile), privateFile));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "the administrator's keys in " + directory + " cannot be read or written", e);
        }
    }

    public Path secretFile() {
        return secretFile;
    }

    public Path privateFile() {
        return privateFile;
    }

    /** What the secret key value holds, as text. */
    public String secret() {
        return secret;
    }

    public KeyPair pair() {
        return pair;
    }

    /** The values that make these keys administer the node, for the prefix handle of its prefix. */
    public List<HandleValue> values(String nodePrefix, long nowSeconds) {
        HandleName handle = PrefixHandle.of(nodePrefix);
        try {
            return List.of(
                    admin(ADMIN_INDEX, new AdminRecord(AdminRecord.ALL, handle, SECRET_INDEX), nowSeconds),
                    admin(ADMIN_INDEX + 1, new AdminRecord(AdminRecord.ALL, handle, GROUP_INDEX), nowSeconds),
                    value(GROUP_INDEX, "HS_VLIST", group(handle), ValuePermissions.PUBLIC, nowSeconds),
                    value(
                            SECRET_INDEX,
                            "HS_SECKEY",
                            secret.getBytes(StandardCharsets.UTF_8),
                            ValuePermissions.PRIVATE,
                            nowSeconds),
                    value(
                            PUBLIC_INDEX,
                            KeyRecord.TYPE,
                            KeyRecord.encode(pair.getPublic()),
                            ValuePermissions.PUBLIC,
                            nowSeconds));
        } catch (WireFormatException e) {
            throw new IllegalStateException("the administrator's keys have no wire form", e);
        }
    }

    /**
     * The record of a prefix whose holder is to administer it: by key {@value #SECRET_INDEX} of its own prefix handle, once
     * somebody has put one there, and until then by the node's administrator.
     */
    public static HandleRecord prefixRecord(String prefix, String nodePrefix, long nowSeconds) {
        HandleName own = PrefixHandle.of(prefix);
        HandleName node = PrefixHandle.of(nodePrefix);
        try {
            return new HandleRecord(
                    own,
                    List.of(
                            admin(ADMIN_INDEX, new AdminRecord(AdminRecord.ALL, own, SECRET_INDEX), nowSeconds),
                            admin(ADMIN_INDEX + 1, new AdminRecord(AdminRecord.ALL, node, GROUP_INDEX), nowSeconds)));
        } catch (WireFormatException e) {
            throw new IllegalArgumentException("prefix " + prefix + " has no administrator record", e);
        }
    }

    private static HandleValue admin(int index, AdminRecord admin, long nowSeconds) throws WireFormatException {
        return value(index, AdminRecord.TYPE, admin.encode(), ValuePermissions.PUBLIC, nowSeconds);
    }

    private static HandleValue value(
            int index, String type, byte[] data, ValuePermissions permissions, long nowSeconds) {
        return new HandleValue(index, type, data, Ttl.DEFAULT, permissions, nowSeconds, List.of());
    }

    private static byte[] group(HandleName handle) throws WireFormatException {
        WireWriter out = new WireWriter(WireLimits.ARRAY_OCTETS);
        HandleValueCodec.encodeReferences(
                List.of(
                        new ValueReference(handle.toString(), SECRET_INDEX),
                        new ValueReference(handle.toString(), PUBLIC_INDEX)),
                out);
        return out.toArray();
    }

    private static String newSecret() {
        byte[] octets = new byte[SECRET_OCTETS];
        new SecureRandom().nextBytes(octets);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(octets);
    }

    private static byte[] newPrivateKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            return generator.generateKeyPair().getPrivate().getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java makes no RSA keys", e);
        }
    }

    private static String pem(byte[] pkcs8) {
        return BEGIN + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pkcs8) + END;
    }

    private static KeyPair pair(String pem, Path file) {
        try {
            byte[] pkcs8 = Base64.getMimeDecoder().decode(pem.replaceAll("-----(BEGIN|END) PRIVATE KEY-----", ""));
            KeyFactory keys = KeyFactory.getInstance("RSA");
            RSAPrivateCrtKey key = (RSAPrivateCrtKey) keys.generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            PublicKey other = keys.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent()));
            return new KeyPair(other, key);
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new IllegalStateException(file + " holds no RSA private key in PEM (PKCS #8)", e);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Path fresh =
                Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + "", ".new", ownerOnly());
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            ByteBuffer octets = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (octets.hasRemaining()) {
                channel.write(octets);
            }
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
