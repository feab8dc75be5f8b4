// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.credential;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The keys this node signs with, from a directory of files {@code issuer-1.pem}, {@code issuer-2.pem} … (PKCS#8 PEM).
 *
 * <p>The highest number signs; all of them verify and are listed, so that what an older key signed stays checkable. An empty
 * directory gets {@code issuer-1.pem}, readable by its owner only. To change the key, add the next number and start anew.
 * Immutable after {@link #open}; safe between threads. A file that is no Ed25519 key stops {@link #open} and is named.
 */
public final class IssuerKeys {
    private static final Pattern NAME = Pattern.compile("issuer-([1-9][0-9]{0,8})\\.pem");
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";
    private static final Base64.Encoder PEM = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final IssuerKey signing;
    private final Map<String, IssuerKey> byId = new LinkedHashMap<>();

    private IssuerKeys(List<IssuerKey> newestFirst) {
        this.signing = newestFirst.get(0);
        newestFirst.forEach(key -> byId.put(key.jwk().kid(), key));
    }

    public static IssuerKeys open(Path directory) {
        try {
            Files.createDirectories(directory);
            TreeMap<Integer, Path> files = files(directory);
            if (files.isEmpty()) {
                create(directory.resolve("issuer-1.pem"));
                files = files(directory);
            }
            List<IssuerKey> keys = new ArrayList<>();
            for (Path file : files.descendingMap().values()) {
                keys.add(read(file));
            }
            return new IssuerKeys(keys);
        } catch (IOException e) {
            throw new UncheckedIOException("the issuer's keys in " + directory + " cannot be read or created", e);
        }
    }

    private static TreeMap<Integer, Path> files(Path directory) throws IOException {
        TreeMap<Integer, Path> files = new TreeMap<>();
        try (var listing = Files.list(directory)) {
            for (Path file : listing.toList()) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    files.put(Integer.valueOf(name.group(1)), file);
                }
            }
        }
        return files;
    }

    private static void create(Path file) throws IOException {
        byte[] pem = (BEGIN + "\n"
                        + PEM.encodeToString(
                                IssuerKey.generate(new SecureRandom()).pkcs8()) + "\n" + END + "\n")
                .getBytes(StandardCharsets.US_ASCII);
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(draft);
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
        try (var out = Channels.newOutputStream(Files.newByteChannel(draft, options, ownerOnly()))) {
            out.write(pem);
        }
        Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly() {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(
                    Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE))
        };
    }

    private static IssuerKey read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.US_ASCII);
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("issuer key " + file + " is no PEM private key; it must stand between '"
                    + BEGIN + "' and '" + END + "'");
        }
        try {
            return IssuerKey.decode(Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end)));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("issuer key " + file + ": " + e.getMessage(), e);
        }
    }

    IssuerKey signing() {
        return signing;
    }

    Optional<IssuerKey> find(String keyId) {
        return Optional.ofNullable(byId.get(keyId));
    }

    /** Every public key, the signing one first. */
    public List<Jwk> list() {
        return byId.values().stream().map(IssuerKey::jwk).toList();
    }
}
