// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegradeRunTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-11-21T00:00:00Z"));

    @Test
    void everyEnterpriseIsGraded_howeverTheRowsLie(@TempDir Path byEnterprise, @TempDir Path byMonth) {
        RegradeRun run = RegradeRun.run(byEnterprise, 30, 8, false, 2, CLOCK);
        assertThat(run.isRight()).isTrue();
        assertThat(run.state().entries()).isEqualTo(30L * run.industry().entriesOfEach());
        RegradeRun other = RegradeRun.run(byMonth, 30, 8, true, 1, CLOCK);
        assertThat(other.isRight()).isTrue();
        assertThat(other.state().tallies()).isEqualTo(run.state().tallies());
    }
}
