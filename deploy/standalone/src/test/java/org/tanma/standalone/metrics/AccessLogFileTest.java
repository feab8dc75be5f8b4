// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.resolver.meter.AccessLine;
import org.tanma.resolver.meter.Face;
import org.tanma.resolver.meter.Operation;

class AccessLogFileTest {
    @TempDir
    Path directory;

    private static AccessLine line(String handle) {
        return new AccessLine(Face.UDP, Optional.empty(), Operation.RESOLUTION, handle, 1, 200, 12);
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.77, 192.0.2.0/24",
        "2001:db8:1:2345:6:7:8:9, 2001:db8:1:2300:0:0:0:0/56",
        "::ffff:192.0.2.77, 192.0.2.0/24"
    })
    void address_isCutToItsNetwork(String address, String network) throws Exception {
        assertThat(AccessLogFile.network(InetAddress.getByName(address))).isEqualTo(network);
    }

    @Test
    void fullQueue_dropsAndCounts() throws Exception {
        AccessLogFile log = new AccessLogFile(new AccessLogMode(1), directory, InstantSource.system(), 2);
        for (int i = 0; i < 5; i++) {
            log.write(line("20.500.12345/" + i));
        }
        assertThat(log.dropped()).isEqualTo(3);
        log.start();
        log.close();
        assertThat(log.written()).isEqualTo(2);
        assertThat(Files.readAllLines(directory.resolve(AccessLogFile.FILE))).hasSize(2);
    }

    @Test
    void strangeHandle_staysOnItsLine_andIsCut() throws Exception {
        AccessLogFile log = AccessLogFile.open(new AccessLogMode(1), directory, InstantSource.system());
        log.write(line("20.500.12345/\"\n{\u0000" + "x".repeat(1_000)));
        log.close();
        assertThat(Files.readAllLines(directory.resolve(AccessLogFile.FILE)))
                .singleElement()
                .satisfies(text -> assertThat(text.length()).isLessThan(2 * AccessLine.MOST_HANDLE));
    }

    @Test
    void sampled_wantsOneInSoMany() {
        AccessLogFile log = new AccessLogFile(AccessLogMode.parse("sampled:10"), directory, InstantSource.system(), 2);
        assertThat(IntStream.range(0, 1_000).filter(i -> log.wantsNext()).count())
                .isEqualTo(100);
    }

    @Test
    void off_wantsNothing_andMakesNoFile() {
        AccessLogFile log = AccessLogFile.open(AccessLogMode.OFF, directory, InstantSource.system());
        assertThat(log.isOn() || log.wantsNext()).isFalse();
        log.close();
        assertThat(directory.resolve(AccessLogFile.FILE)).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "sampled", "sampled:0", "sampled:1000000", "sampled:x", ""})
    void otherModes_areRefused(String mode) {
        assertThatIllegalArgumentException().isThrownBy(() -> AccessLogMode.parse(mode));
    }
}
