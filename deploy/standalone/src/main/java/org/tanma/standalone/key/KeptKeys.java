// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.key;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanma.standalone.phrase.Phrases;

/** The keys in the directory of a node, each as {@code file}, {@code purpose}, {@code changed} and what its kind adds. */
final class KeptKeys {
    private static final String CERTIFICATE = "tls-certificate.pem";
    private static final String SECRET = "admin-secret.txt";
    private static final List<String> FILES =
            List.of("site-key.pem", "tls-key.pem", CERTIFICATE, SECRET, "admin-key.pem");

    private KeptKeys() {}

    /** Those that are there; a secret key itself only with {@code isSecretShown}. */
    static List<Map<String, Object>> in(Path directory, boolean isSecretShown, Phrases phrases) throws IOException {
        List<Map<String, Object>> keys = new ArrayList<>();
        for (String name : FILES) {
            Path file = directory.resolve(name);
            if (Files.isRegularFile(file)) {
                Map<String, Object> key = new LinkedHashMap<>();
                key.put("file", file.toString());
                key.put("purpose", phrases.text("purpose." + name));
                key.put("changed", Files.getLastModifiedTime(file).toInstant().toString());
                if (name.equals(CERTIFICATE)) {
                    describe(file, key);
                } else if (name.equals(SECRET) && isSecretShown) {
                    key.put("secret", Files.readString(file).strip());
                }
                keys.add(key);
            }
        }
        return keys;
    }

    /** A certificate as {@code file}, {@code sha256} and {@code expires}. */
    static Map<String, Object> certificate(Path file) throws IOException {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("file", file.toString());
        describe(file, key);
        return key;
    }

    private static void describe(Path file, Map<String, Object> key) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            X509Certificate certificate =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            key.put("sha256", HexFormat.of().formatHex(digest));
            key.put("expires", certificate.getNotAfter().toInstant().toString());
        } catch (GeneralSecurityException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
    }
}
