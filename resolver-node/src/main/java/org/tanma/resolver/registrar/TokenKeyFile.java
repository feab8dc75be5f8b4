// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
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
import java.text.ParseException;
import java.util.Set;

/**
 * The key tokens are signed with: one P-256 key as a JSON Web Key in a file only its owner may read, made at the first start.
 */
final class TokenKeyFile {
    private TokenKeyFile() {}

    /** Reads the key of {@code file}, or makes one and writes it there. */
    static ECKey open(Path file) {
        try {
            if (Files.notExists(file)) {
                write(file);
            }
            return ECKey.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("token key file " + file + " cannot be read or written", e);
        } catch (ParseException e) {
            throw new IllegalStateException("token key file " + file + " holds no JSON Web Key of curve P-256", e);
        }
    }

    private static void write(Path file) throws IOException {
        byte[] json = generate().toJSONString().getBytes(StandardCharsets.UTF_8);
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "token-key", ".new", ownerOnly());
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            Channels.newOutputStream(channel).write(json);
            channel.force(true);
        }
        try {
            Files.move(fresh, file);
        } catch (FileAlreadyExistsException e) {
            Files.delete(fresh);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private static ECKey generate() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("this Java makes no P-256 keys", e);
        }
    }
}
