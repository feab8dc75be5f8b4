// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.Signature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteKeyFileTest {
    @TempDir
    Path directory;

    @Test
    void key_isMadeOnceAndOnlyItsOwnersToRead() throws Exception {
        Path file = directory.resolve(SiteKeyFile.NAME);
        KeyPair made = SiteKeyFile.open(file);
        KeyPair read = SiteKeyFile.open(file);
        assertThat(read.getPublic()).isEqualTo(made.getPublic());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(made.getPrivate());
        byte[] octets = signature.sign();
        signature.initVerify(read.getPublic());
        assertThat(signature.verify(octets)).isTrue();
    }

    @Test
    void otherContent_isNamed() throws Exception {
        Path file = Files.writeString(directory.resolve(SiteKeyFile.NAME), "no key");
        assertThatIllegalStateException()
                .isThrownBy(() -> SiteKeyFile.open(file))
                .withMessageContaining(file.toString());
    }
}
