// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.testing.SqlEngines;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;

abstract class RegistrationLogContractTest {
    private static final MetadataTemplate DEVICE = TemplateCatalog.load().get("device");

    abstract SqlEngines engine();

    @Test
    void handles_ofOneTemplate_eachOnce_earliestFirst() {
        MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
        RegistrationLog log = new RegistrationLog(engine().open().jdbi(), clock);
        MetadataTemplate product = TemplateCatalog.load().get("product");
        log.begin("cement", DEVICE, List.of(create("88.118.1/KILN-2"), create("88.118.1/KILN-1")));
        clock.advanceSeconds(1);
        log.begin("cement", product, List.of(create("88.118.1/CEM-42.5")));
        clock.advanceSeconds(1);
        log.begin("cement", DEVICE, List.of(create("88.118.1/kiln-1"), create("88.118.1/A")));

        assertThat(log.handles("device", 10))
                .extracting(handle -> handle.toString().toUpperCase(java.util.Locale.ROOT))
                .containsExactly("88.118.1/KILN-1", "88.118.1/KILN-2", "88.118.1/A");
        assertThat(log.handles("device", 1)).hasSize(1);
        assertThat(log.handles("batch", 10)).isEmpty();
    }

    private static RegistrationLog.Entry create(String handle) {
        return new RegistrationLog.Entry(HandleName.parse(handle), "create", "sha256:aa");
    }

    @Test
    void find_newestFirst_andTellsWhatWasApplied() {
        MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
        RegistrationLog log = new RegistrationLog(engine().open().jdbi(), clock);
        RegistrationLog.Entry create =
                new RegistrationLog.Entry(HandleName.parse("88.118.1/KILN-1"), "create", "sha256:aa");
        RegistrationLog.Entry other =
                new RegistrationLog.Entry(HandleName.parse("88.118.1/KILN-2"), "create", "sha256:bb");
        RegistrationLog.Entry replace =
                new RegistrationLog.Entry(HandleName.parse("88.118.1/KILN-1"), "replace", "sha256:cc");

        log.applied(log.begin("cement", DEVICE, List.of(create, other)));
        clock.advanceSeconds(60);
        log.begin("operator", DEVICE, List.of(replace));

        assertThat(log.find(HandleName.parse("88.118.1/kiln-1")))
                .containsExactly(
                        new RegistrationLog.LoggedEntry(
                                Instant.parse("2026-01-01T00:01:00Z"), "operator", "device", replace, false),
                        new RegistrationLog.LoggedEntry(
                                Instant.parse("2026-01-01T00:00:00Z"), "cement", "device", create, true));
        assertThat(log.find(HandleName.parse("88.118.1/KILN-3"))).isEmpty();
    }
}
