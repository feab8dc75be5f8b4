// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tanma.resolver.registrar.RegistrarRoom.CEMENT;
import static org.tanma.resolver.registrar.RegistrarRoom.GLASS;
import static org.tanma.resolver.registrar.RegistrarRoom.OPERATOR;
import static org.tanma.resolver.registrar.RegistrarRoom.kiln;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.registrar.RowReport.Status;
import org.tanma.template.validate.Violation;

class RegistrationServiceTest {
    private static final RegistrationOptions ATOMIC = new RegistrationOptions(true, false, false);
    private static final RegistrationOptions DRY = new RegistrationOptions(false, true, false);
    private static final RegistrationOptions REPLACE = new RegistrationOptions(false, false, true);

    @TempDir
    Path folder;

    private RegistrarRoom room;

    @BeforeEach
    void open() {
        room = new RegistrarRoom(folder);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private static List<Status> statuses(RegistrationReport report) {
        return report.rows().stream().map(RowReport::status).toList();
    }

    private static List<String> rules(RowReport row) {
        return row.violations().stream().map(Violation::rule).toList();
    }

    private static Map<String, String> with(String code, String value) {
        Map<String, String> items = kiln("窑");
        items.put(code, value);
        return items;
    }

    @Test
    void register_goodAndBad_badNeverStopsGood() {
        RegistrationReport report = room.register(
                "device",
                CEMENT,
                RegistrationRow.of(2, "88.118.1/KILN-1", kiln("1 号窑")),
                RegistrationRow.of(3, "88.118.1/KILN-2", with("ratedPowerKw", "15OkW")),
                RegistrationRow.of(4, "", kiln("3 号窑")));
        assertThat(statuses(report)).containsExactly(Status.REGISTERED, Status.REJECTED, Status.REGISTERED);
        assertThat(report.accepted()).isEqualTo(2);
        assertThat(report.rejected()).isEqualTo(1);
        assertThat(rules(report.rows().get(1))).containsExactly("number");
        assertThat(report.rows().get(2).handle()).matches("88\\.118\\.1/[0-9A-HJKMNP-TV-Z]{12}");
        for (int row : new int[] {0, 2}) {
            assertThat(room.has(report.rows().get(row).handle())).isTrue();
        }
        assertThat(room.has("88.118.1/KILN-2")).isFalse();
    }

    @Test
    void register_byDeprecatedTemplate_refusesWhatIsNew_andKeepsWhatIsThere() {
        room.register("device", CEMENT, RegistrationRow.of(1, "88.118.1/KILN-1", kiln("窑")));
        room.deprecated.put("device", room.clock.instant().plusSeconds(60));
        RegistrationRow another = RegistrationRow.of(2, "88.118.1/KILN-2", kiln("窑"));
        assertThat(statuses(room.register("device", CEMENT, another))).containsExactly(Status.REGISTERED);
        room.clock.advanceSeconds(60);
        RegistrationReport report = room.register(
                "device",
                CEMENT,
                REPLACE,
                RegistrationRow.of(1, "88.118.1/KILN-1", kiln("1 号窑")),
                RegistrationRow.of(2, "88.118.1/KILN-3", kiln("窑")),
                RegistrationRow.of(3, "", kiln("窑")));
        assertThat(statuses(report)).containsExactly(Status.REGISTERED, Status.REJECTED, Status.REJECTED);
        assertThat(rules(report.rows().get(1))).containsExactly("template.deprecated");
        assertThat(room.has("88.118.1/KILN-3")).isFalse();
    }

    @Test
    void register_survivesReopening_andIsLogged() {
        room.register("device", CEMENT, RegistrationRow.of(1, "88.118.1/KILN-1", kiln("窑")));
        room.close();
        room = new RegistrarRoom(folder);
        assertThat(room.has("88.118.1/KILN-1")).isTrue();
        assertThat(room.log.find(HandleName.parse("88.118.1/KILN-1")))
                .singleElement()
                .satisfies(logged -> {
                    assertThat(logged.account()).isEqualTo("cement");
                    assertThat(logged.entry().action()).isEqualTo("create");
                    assertThat(logged.entry().digest()).matches("sha256:[0-9a-f]{64}");
                    assertThat(logged.isApplied()).isTrue();
                });
    }

    @Test
    void register_atomic_oneBadRow_writesNothing() {
        RegistrationReport report = room.register(
                "device",
                CEMENT,
                ATOMIC,
                RegistrationRow.of(1, "88.118.1/KILN-1", kiln("窑")),
                RegistrationRow.of(2, "88.118.1/KILN-2", with("deviceKind", "klin")));
        assertThat(statuses(report)).containsExactly(Status.NOT_TRIED, Status.REJECTED);
        assertThat(report.accepted()).isZero();
        assertThat(room.has("88.118.1/KILN-1")).isFalse();
        assertThat(statuses(
                        room.register("device", CEMENT, ATOMIC, RegistrationRow.of(1, "88.118.1/KILN-1", kiln("窑")))))
                .containsExactly(Status.REGISTERED);
    }

    @Test
    void register_dryRun_saysWhatWouldBe_andWritesNothing() {
        RegistrationReport report =
                room.register("device", CEMENT, DRY, RegistrationRow.of(1, "88.118.1/KILN-1", kiln("窑")));
        assertThat(statuses(report)).containsExactly(Status.REGISTERED);
        assertThat(report.isDryRun()).isTrue();
        assertThat(room.has("88.118.1/KILN-1")).isFalse();
        assertThat(room.log.find(HandleName.parse("88.118.1/KILN-1"))).isEmpty();
    }

    @Test
    void register_again_sameIsUnchanged_differentNeedsReplace() {
        HandleName name = HandleName.parse("88.118.1/KILN-1");
        room.register("device", CEMENT, RegistrationRow.of(1, "88.118.1/KILN-1", kiln("窑")));
        room.clock.advanceSeconds(60);
        assertThat(statuses(room.register("device", CEMENT, RegistrationRow.of(1, "88.118.1/kiln-1", kiln("窑")))))
                .containsExactly(Status.UNCHANGED);
        assertThat(room.directory.find(name).orElseThrow().version()).isEqualTo(1);

        RegistrationRow changed = RegistrationRow.of(1, "88.118.1/KILN-1", kiln("新窑"));
        RegistrationReport refused = room.register("device", CEMENT, changed);
        assertThat(rules(refused.rows().get(0))).containsExactly("record.exists");
        assertThat(refused.rows().get(0).violations().get(0).hint().zh()).contains("replace=true");

        assertThat(statuses(room.register("device", CEMENT, REPLACE, changed))).containsExactly(Status.REGISTERED);
        RecordDirectory.Entry stored = room.directory.find(name).orElseThrow();
        assertThat(stored.described().orElseThrow().items()).containsEntry("deviceName", "新窑");
        assertThat(stored.version()).isEqualTo(2);
        assertThat(room.log.find(HandleName.parse("88.118.1/KILN-1")))
                .extracting(l -> l.entry().action())
                .containsExactly("replace", "create");
    }

    @Test
    void register_replace_keepsValuesTheTemplateKnowsNothingOf_andNeverChangesTheKind() {
        HandleName name = HandleName.parse("88.118.1/KILN-1");
        room.register("device", CEMENT, RegistrationRow.of(1, "88.118.1/KILN-1", kiln("窑")));
        List<HandleValue> values =
                new ArrayList<>(room.directory.find(name).orElseThrow().record().values());
        values.add(HandleValue.text(1, "EMAIL", "a@example.com", 1));
        room.store.createOrReplace(new HandleRecord(name, values));

        room.register("device", CEMENT, REPLACE, RegistrationRow.of(1, "88.118.1/KILN-1", kiln("新窑")));
        assertThat(room.directory.find(name).orElseThrow().record().findByType("EMAIL"))
                .isPresent();

        Map<String, String> product =
                Map.of("productName", "水泥", "declaredUnit", "t", "enterprise", "88.118.1/ENTERPRISE");
        RegistrationReport report =
                room.register("product", CEMENT, REPLACE, RegistrationRow.of(1, "88.118.1/KILN-1", product));
        assertThat(rules(report.rows().get(0))).containsExactly("record.otherKind");
    }

    @Test
    void register_sameHandleTwiceInARequest() {
        RegistrationReport report = room.register(
                "device",
                CEMENT,
                RegistrationRow.of(2, "88.118.1/KILN-1", kiln("窑")),
                RegistrationRow.of(3, "88.118.1/kiln-1", kiln("窑")),
                RegistrationRow.of(4, "88.118.1/KILN-1", kiln("别的窑")));
        assertThat(statuses(report)).containsExactly(Status.REGISTERED, Status.UNCHANGED, Status.REJECTED);
        assertThat(report.rows().get(2).violations().get(0).problem().zh()).contains("第 2 行");

        RegistrationReport both = room.register(
                "device",
                CEMENT,
                RegistrationRow.of(2, "88.118.1/KILN-1", kiln("另一窑")),
                RegistrationRow.of(3, "88.118.1/KILN-1", kiln("另一窑")));
        assertThat(statuses(both)).containsExactly(Status.REJECTED, Status.REJECTED);
        assertThat(rules(both.rows().get(1))).containsExactly("record.exists");
    }

    @Test
    void register_references_mustExist_andTheOwnerMustMatch() {
        RegistrationReport report = room.register(
                "device",
                OPERATOR,
                RegistrationRow.of(1, "88.118.9/KILN-1", with("enterprise", "88.118.9/ENTERPRISE")),
                RegistrationRow.of(2, "88.118.1/KILN-1", with("enterprise", "88.118.2/ENTERPRISE")));
        assertThat(rules(report.rows().get(0))).containsExactly("reference");
        assertThat(rules(report.rows().get(1))).containsExactly("owner.other");
    }

    @Test
    void register_underAnothersPrefix_isRefused() {
        RegistrationReport report = room.register(
                "device",
                GLASS,
                RegistrationRow.of(1, "88.118.1/KILN-9", kiln("窑")),
                RegistrationRow.of(2, "10.1000/KILN-9", kiln("窑")),
                RegistrationRow.of(3, "no handle", kiln("窑")),
                RegistrationRow.of(4, "88.118.2/" + "K".repeat(255), with("enterprise", "88.118.2/ENTERPRISE")),
                new RegistrationRow(5, "88.118.2/A", "B", with("enterprise", "88.118.2/ENTERPRISE"), List.of()));
        assertThat(report.rows().stream().map(r -> rules(r).get(0)))
                .containsExactly(
                        "handle.forbidden", "handle.foreign", "handle.malformed", "handle.malformed", "handle.both");
        assertThat(room.has("88.118.1/KILN-9")).isFalse();
    }

    @Test
    void register_suffix_goesUnderTheCallersPrefix_orThatOfTheEnterprise() {
        RegistrationRow row = new RegistrationRow(1, "", "KILN-1", kiln("窑"), List.of());
        assertThat(room.register("device", CEMENT, row).rows().get(0).handle()).isEqualTo("88.118.1/KILN-1");
        assertThat(statuses(room.register("device", OPERATOR, row))).containsExactly(Status.UNCHANGED);
        RegistrationReport report = room.register(
                "enterprise", OPERATOR, new RegistrationRow(1, "", "X", RegistrarRoom.enterprise(), List.of()));
        assertThat(rules(report.rows().get(0))).containsExactly("handle.needed");
    }

    @Test
    void register_whatOnlyTheNodeMakes_isRefused() {
        assertThatThrownBy(() -> room.register("label", OPERATOR)).hasMessageContaining("issued by the node");
        RegistrationReport report =
                room.register("device", OPERATOR, RegistrationRow.of(1, "88.118/TEMPLATE.DEVICE", kiln("窑")));
        assertThat(rules(report.rows().get(0))).contains("handle.reserved");
    }

    @Test
    void register_manyRows_inBatches() {
        RegistrationRow[] rows = IntStream.range(0, 12_000)
                .mapToObj(i -> RegistrationRow.of(
                        i + 2, "88.118.1/M-" + i, i % 100 == 7 ? with("deviceKind", "x") : kiln("机" + i)))
                .toArray(RegistrationRow[]::new);
        RegistrationReport report = room.register("device", CEMENT, rows);
        assertThat(report.count(Status.REGISTERED)).isEqualTo(11_880);
        assertThat(report.count(Status.REJECTED)).isEqualTo(120);
        assertThat(room.has("88.118.1/M-11999")).isTrue();
        assertThatThrownBy(() -> room.register("device", CEMENT, ATOMIC, rows)).hasMessageContaining("10000");
    }

    @Test
    void publish_isIdempotent_andRefusesWhatDoesNotFit() {
        assertThat(room.publisher.publishTemplates())
                .isEqualTo(room.catalog.newest().size());
        assertThat(room.publisher.publishTemplates()).isZero();
        assertThat(room.has("88.118/TEMPLATE.LABEL")).isTrue();

        HandleName name = HandleName.parse("88.118.1/MADE");
        room.publisher.publish(name, "device", kiln("窑"), "node");
        room.clock.advanceSeconds(5);
        room.publisher.publish(name, "device", kiln("窑"), "node");
        assertThat(room.log.find(HandleName.parse("88.118.1/MADE"))).hasSize(1);
        room.publisher.publish(name, "device", kiln("新窑"), "node");
        assertThat(room.directory.find(name).orElseThrow().version()).isEqualTo(2);
        assertThatThrownBy(() -> room.publisher.publish(name, "device", with("enterprise", "88.118.7/X"), "node"))
                .isInstanceOf(RefusedRecordException.class)
                .hasMessageContaining("88.118.7/X");
    }
}
