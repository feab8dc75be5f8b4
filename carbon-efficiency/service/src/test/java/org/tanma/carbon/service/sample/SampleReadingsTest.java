// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.service.CarbonFixture.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SampleReadingsTest {
    /** With {@code -Dtanma.makeSample=true} the file is written anew. */
    @Test
    void file_isWhatTheGeneratorMakes() throws IOException {
        if (Boolean.getBoolean("tanma.makeSample")) {
            Files.writeString(Path.of("src/main/resources/sample/automobile/readings.csv"), SampleReadings.make());
        }
        assertThat(new String(sample("automobile/readings.csv"), StandardCharsets.UTF_8))
                .isEqualTo(SampleReadings.make());
    }
}
