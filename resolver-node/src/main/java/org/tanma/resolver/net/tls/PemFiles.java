// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.net.tls;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.channels.Channels;
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
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.util.encoders.DecoderException;
import org.tanma.resolver.net.tls.TlsFileException.Fault;

/** Keys and certificates in PEM. What is written is on disk, readable by its owner alone, and there whole or not at all. */
final class PemFiles {
    private static final int MOST_OCTETS = 1_048_576;
    private static final Map<String, String> KINDS = Map.of("1.2.840.113549.1.1.1", "RSA", "1.2.840.10045.2.1", "EC");

    private PemFiles() {}

    static List<X509Certificate> certificates(Path file) {
        List<X509Certificate> chain = new ArrayList<>();
        try {
            for (Object part : parts(file)) {
                if (part instanceof X509CertificateHolder holder) {
                    chain.add(new JcaX509CertificateConverter().getCertificate(holder));
                }
            }
        } catch (CertificateException e) {
            throw Fault.CERTIFICATE.of(file, e);
        }
        if (chain.isEmpty()) {
            throw Fault.NO_CERTIFICATE.of(file);
        }
        return chain;
    }

    static PrivateKey privateKey(Path file) {
        for (Object part : parts(file)) {
            if (part instanceof PrivateKeyInfo key) {
                return privateKey(file, key);
            }
            if (part instanceof PEMKeyPair pair) {
                return privateKey(file, pair.getPrivateKeyInfo());
            }
        }
        throw Fault.NO_KEY.of(file);
    }

    private static PrivateKey privateKey(Path file, PrivateKeyInfo key) {
        String kind =
                KINDS.getOrDefault(key.getPrivateKeyAlgorithm().getAlgorithm().getId(), "EdDSA");
        try {
            return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
        } catch (IOException | GeneralSecurityException e) {
            throw Fault.KEY.of(file, e);
        }
    }

    private static List<Object> parts(Path file) {
        List<Object> parts = new ArrayList<>();
        try {
            if (Files.size(file) > MOST_OCTETS) {
                throw Fault.LENGTH.of(file, MOST_OCTETS);
            }
            try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.US_ASCII);
                    PEMParser parser = new PEMParser(reader)) {
                for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                    parts.add(part);
                }
            }
        } catch (IOException | IllegalArgumentException | DecoderException e) {
            throw Fault.READING.of(file, e);
        }
        return parts;
    }

    /** Errors: {@link TlsFileException}. */
    static void write(Path file, Object part) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "tls", ".new", ownerOnly());
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE);
                    JcaPEMWriter writer = new JcaPEMWriter(Channels.newWriter(channel, StandardCharsets.US_ASCII))) {
                writer.writeObject(part);
                writer.flush();
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw Fault.WRITING.of(file, e);
        }
    }

    /** Copies a file that is there to one beside it, whose name ends with {@code .old}. Errors: {@link TlsFileException}. */
    static void keep(Path file) {
        try {
            if (Files.exists(file)) {
                Path kept = file.resolveSibling(file.getFileName() + ".old");
                Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
        } catch (IOException e) {
            throw Fault.KEEPING.of(file, e);
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
