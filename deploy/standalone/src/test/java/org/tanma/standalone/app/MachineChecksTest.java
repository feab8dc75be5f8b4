// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.resolver.net.tls.TlsConfig;
import org.tanma.resolver.net.tls.TlsIdentity;

class MachineChecksTest {
    private static final InstantSource NOW = InstantSource.system();

    @TempDir
    Path directory;

    @Test
    void disk_withRoom_passes() {
        assertThat(new MachineChecks(directory, NOW, 1).disk()).isEmpty();
    }

    @Test
    void disk_withoutRoomOrDirectory_isNamed() {
        assertThat(new MachineChecks(directory, NOW, Long.MAX_VALUE).disk())
                .get()
                .asString()
                .contains("MiB left");
        assertThat(new MachineChecks(directory.resolve("gone"), NOW, 1).disk()).isPresent();
    }

    @Test
    void clock_behindTheRecords_isNamed() throws IOException {
        Path written = Files.createDirectory(directory.resolve("records"));
        Files.writeString(written.resolve("000001.log"), "x");
        assertThat(new MachineChecks(directory, NOW).clock(written)).isEmpty();
        InstantSource late = InstantSource.fixed(Instant.now().minusSeconds(3_600));
        assertThat(new MachineChecks(directory, late).clock(written))
                .get()
                .asString()
                .contains("written at");
        InstantSource slightlyLate = InstantSource.fixed(Instant.now().minusSeconds(30));
        assertThat(new MachineChecks(directory, slightlyLate).clock(written)).isEmpty();
    }

    @Test
    void certificates_thatEndSoonOrHaveNotBegun_areNamed() {
        List<X509Certificate> shown = TlsIdentity.open(
                        new TlsConfig.SelfMade(directory), InetAddress.getLoopbackAddress(), NOW)
                .chain();
        Instant end = shown.get(0).getNotAfter().toInstant();

        assertThat(new MachineChecks(directory, NOW).certificates(List.of())).isEmpty();
        assertThat(at(end.minus(Duration.ofDays(15))).certificates(shown)).isEmpty();
        assertThat(at(end.minus(Duration.ofDays(13))).certificates(shown))
                .get()
                .asString()
                .contains("CN=Tanma node", "is valid until " + end);
        assertThat(at(end.minus(Duration.ofDays(4_000))).certificates(shown))
                .get()
                .asString()
                .contains("is valid from");
    }

    private MachineChecks at(Instant now) {
        return new MachineChecks(directory, InstantSource.fixed(now));
    }
}
