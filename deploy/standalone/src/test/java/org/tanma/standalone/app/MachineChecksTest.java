// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void certificates_absentOrBroken() throws IOException {
        assertThat(new MachineChecks(directory, NOW).certificates(directory.resolve("keys")))
                .isEmpty();
        Files.writeString(directory.resolve("site.crt"), "not a certificate");
        assertThat(new MachineChecks(directory, NOW).certificates(directory)).isPresent();
    }
}
