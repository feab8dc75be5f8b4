// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.kit.testing.SqlEngines;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.MemoryHandleStore;
import org.tanma.resolver.store.RecordChange;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.model.MetadataTemplate;

abstract class RegistrationLogContractTest {
    private static final MetadataTemplate DEVICE = TemplateCatalog.load().get("device");
    private static final MetadataTemplate ENTERPRISE = TemplateCatalog.load().get("enterprise");
    private static final HandleName KILN = HandleName.parse("88.118.1/KILN-1");

    private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
    private final MemoryHandleStore store = new MemoryHandleStore();

    abstract SqlEngines engine();

    @Test
    void handles_ofOneTemplate_eachOnce_earliestFirst() {
        RegistrationLog log = new RegistrationLog(engine().open().jdbi(), store, clock);
        log.begin("boss", ENTERPRISE, handles("88.118.2/ENTERPRISE", "88.118.1/ENTERPRISE"));
        clock.advanceSeconds(1);
        log.begin("cement", DEVICE, handles("88.118.1/KILN-1"));
        clock.advanceSeconds(1);
        log.begin("boss", ENTERPRISE, handles("88.118.1/enterprise", "88.118.3/ENTERPRISE"));

        assertThat(log.handles("enterprise", 10))
                .extracting(handle -> handle.toString().toUpperCase(java.util.Locale.ROOT))
                .containsExactly("88.118.1/ENTERPRISE", "88.118.2/ENTERPRISE", "88.118.3/ENTERPRISE");
        assertThat(log.handles("enterprise", 1)).hasSize(1);
        assertThat(log.handles("batch", 10)).isEmpty();
    }

    private static List<HandleName> handles(String... handles) {
        return List.of(handles).stream().map(HandleName::parse).toList();
    }

    @Test
    void find_newestFirst_asTheRecordStoreKeepsIt() {
        RegistrationLog log = new RegistrationLog(engine().open().jdbi(), store, clock);
        RecordWriter writer = new RecordWriter(store, log, clock);
        writer.write("cement", DEVICE, List.of(RecordChange.put(named("窑"), ExpectedVersion.absent())));
        clock.advanceSeconds(60);
        writer.write("operator", DEVICE, List.of(RecordChange.put(named("窑二"), ExpectedVersion.exactly(1))));
        writer.write("late", DEVICE, List.of(RecordChange.put(named("窑三"), ExpectedVersion.exactly(1))));

        List<RegistrationLog.LoggedEntry> found = log.find(HandleName.parse("88.118.1/kiln-1"));

        assertThat(found)
                .extracting(RegistrationLog.LoggedEntry::at)
                .containsExactly(Instant.parse("2026-01-01T00:01:00Z"), Instant.parse("2026-01-01T00:00:00Z"));
        assertThat(found).extracting(RegistrationLog.LoggedEntry::account).containsExactly("operator", "cement");
        assertThat(found).extracting(RegistrationLog.LoggedEntry::template).containsOnly("device");
        assertThat(found).extracting(logged -> logged.entry().action()).containsExactly("replace", "create");
        assertThat(found).allMatch(RegistrationLog.LoggedEntry::isApplied);
        assertThat(found.get(0).entry().digest())
                .startsWith("sha256:")
                .isNotEqualTo(found.get(1).entry().digest());
        assertThat(log.find(HandleName.parse("88.118.1/KILN-3"))).isEmpty();
    }

    private static HandleRecord named(String name) {
        return new HandleRecord(KILN, List.of(HandleValue.text(2001, "deviceName", name, 0)));
    }

    @Test
    void find_readsWhatEarlierVersionsOfTheNodeWrote() {
        Jdbi jdbi = engine().open().jdbi();
        jdbi.useHandle(h -> {
            h.execute("INSERT INTO registration_batch (batch_id, at, account, template, template_version)"
                    + " VALUES ('b1', '2025-06-01T00:00:00Z', 'cement', 'device', '1.0.0')");
            h.execute("INSERT INTO registration_entry (batch_id, position, handle, handle_key, action, digest)"
                    + " VALUES ('b1', 0, '88.118.1/KILN-1', '88.118.1/KILN-1', 'create', 'sha256:aa')");
        });
        RegistrationLog log = new RegistrationLog(jdbi, store, clock);
        new RecordWriter(store, log, clock)
                .write("operator", DEVICE, List.of(RecordChange.put(named("窑"), ExpectedVersion.any())));

        List<RegistrationLog.LoggedEntry> found = log.find(KILN);

        assertThat(found).extracting(RegistrationLog.LoggedEntry::account).containsExactly("operator", "cement");
        assertThat(found.get(1))
                .isEqualTo(new RegistrationLog.LoggedEntry(
                        Instant.parse("2025-06-01T00:00:00Z"),
                        "cement",
                        "device",
                        new RegistrationLog.Entry(KILN, "create", "sha256:aa"),
                        false));
    }
}
