// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.Administrators;
import org.tanma.resolver.access.Caller;
import org.tanma.resolver.access.StoredKeys;
import org.tanma.resolver.admin.AdminOutcome;
import org.tanma.resolver.admin.CreateOptions;
import org.tanma.resolver.admin.HandleAdministration;
import org.tanma.resolver.admin.HomedPrefixes;
import org.tanma.resolver.admin.StoreAdministration;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.template.map.PrefixAdministrator;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.validate.RecordValidator;

/** What an enterprise's administrator may write natively on records that were registered. */
class TemplatedRecordRuleTest {
    private static final HandleName KILN = HandleName.parse("88.118.1/KILN");
    private static final HandleName PREFIX = HandleName.parse("0.NA/88.118.1");
    private static final Caller CEMENT = Caller.holding(PREFIX, 300);

    @TempDir
    Path folder;

    private RegistrarRoom room;
    private HandleAdministration administration;

    @BeforeEach
    void open() {
        room = new RegistrarRoom(folder);
        RecordMapper mapper = new RecordMapper(room.catalog);
        administration = new StoreAdministration(
                room.store,
                room.store,
                AccessRules.of(StoredKeys.remembering(room.store, room.store), "88.118"),
                HomedPrefixes.open(room.store, room.store, room.store, ResponsiblePrefixes.of("88.118")),
                "88.118",
                new TemplatedRecordRule(mapper, new RecordValidator(room.catalog), room.directory),
                room.clock);
        room.register(
                "device", RegistrarRoom.CEMENT, RegistrationRow.of(1, KILN.toString(), RegistrarRoom.kiln("回转窑")));
    }

    @AfterEach
    void close() {
        room.close();
    }

    private HandleRecord stored() {
        return room.directory.find(KILN).orElseThrow().record();
    }

    private HandleValue item(String code, String text) {
        HandleValue old = stored().findByType(code).orElseThrow();
        return new HandleValue(
                old.index(),
                old.type(),
                text.getBytes(StandardCharsets.UTF_8),
                old.ttl(),
                old.permissions(),
                0,
                List.of());
    }

    private static void refused(AdminOutcome outcome, ResponseCode code, String words) {
        assertThat(outcome.responseCode()).isEqualTo(code);
        assertThat(((AdminOutcome.Refused) outcome).message()).contains(words);
    }

    private static void done(AdminOutcome outcome) {
        assertThat(outcome).isInstanceOf(AdminOutcome.Done.class);
    }

    @Test
    void registeredEnterprise_hasAPrefixHandleAdministeredByItsKeyAndTheNode() {
        HandleRecord prefix = room.directory.find(PREFIX).orElseThrow().record();

        assertThat(AccessRules.decode(prefix.findByIndex(100).orElseThrow()))
                .contains(new AdminRecord(AdminRecord.ALL, PREFIX, 300));
        assertThat(AccessRules.decode(prefix.findByIndex(101).orElseThrow()))
                .contains(new AdminRecord(AdminRecord.ALL, HandleName.parse("0.NA/88.118"), 200));
    }

    @Test
    void nativeChange_thatKeepsToTheTemplate_isDone() {
        done(administration.modifyValues(CEMENT, KILN, List.of(item("ratedPowerKw", "700"))));
        done(administration.addValues(
                CEMENT, KILN, List.of(HandleValue.text(1, "URL", "https://kiln.example/", 0)), false));

        assertThat(room.directory
                        .find(KILN)
                        .orElseThrow()
                        .described()
                        .orElseThrow()
                        .items())
                .containsEntry("ratedPowerKw", "700");
    }

    @Test
    void nativeChange_thatBreaksTheTemplate_isRefusedAsARegistrationWouldBe() {
        refused(
                administration.modifyValues(CEMENT, KILN, List.of(item("ratedPowerKw", "a lot"))),
                ResponseCode.INVALID_VALUE,
                "a lot");
        refused(
                administration.modifyValues(CEMENT, KILN, List.of(item("enterprise", "88.118.2/ENTERPRISE"))),
                ResponseCode.INVALID_VALUE,
                "88.118.1");
        int name = stored().findByType("deviceName").orElseThrow().index();
        assertThat(administration.removeValues(CEMENT, KILN, List.of(name)).responseCode())
                .isEqualTo(ResponseCode.INVALID_VALUE);
    }

    @Test
    void nativeChange_thatDropsTheTemplate_isRefused() {
        refused(
                administration.removeValues(CEMENT, KILN, List.of(RecordMapper.TEMPLATE_INDEX)),
                ResponseCode.INVALID_VALUE,
                "template device");
        done(administration.delete(CEMENT, KILN));
    }

    @Test
    void recordOfATemplateOnlyTheNodeIssues_isNotWrittenNatively() {
        HandleName code = HandleName.parse("88.118.1/CODE-1");
        HandleValue admin =
                stored().findByIndex(PrefixAdministrator.VALUE_INDEX).orElseThrow();
        MetadataTemplate issued = room.catalog.newest().stream()
                .filter(MetadataTemplate::isIssuedByNode)
                .findFirst()
                .orElseThrow();
        HandleRecord forged = new HandleRecord(
                code,
                List.of(
                        admin,
                        HandleValue.text(
                                RecordMapper.TEMPLATE_INDEX,
                                "TEMPLATE_ID",
                                issued.handle().toString(),
                                0),
                        HandleValue.text(
                                RecordMapper.VERSION_INDEX,
                                "TEMPLATE",
                                issued.version().toString(),
                                0)));

        refused(
                administration.create(CEMENT, forged, CreateOptions.NEW),
                ResponseCode.NO_PERMISSION,
                "issued by the node");
        room.store.create(forged);
        refused(administration.delete(CEMENT, code), ResponseCode.NO_PERMISSION, "issued by the node");
        refused(
                administration.removeValues(CEMENT, code, List.of(RecordMapper.TEMPLATE_INDEX)),
                ResponseCode.NO_PERMISSION,
                "issued by the node");
    }

    @Test
    void administratorChangedNatively_outlivesTheNextRegistration() {
        HandleValue other = Administrators.admin(100, AdminRecord.ALL, KILN.toString(), 300);
        done(administration.modifyValues(CEMENT, KILN, List.of(other)));

        RegistrationReport same = room.register(
                "device", RegistrarRoom.CEMENT, RegistrationRow.of(1, KILN.toString(), RegistrarRoom.kiln("回转窑")));
        room.register(
                "device",
                RegistrarRoom.CEMENT,
                new RegistrationOptions(false, false, true),
                RegistrationRow.of(1, KILN.toString(), RegistrarRoom.kiln("新窑")));

        assertThat(same.rejected()).isZero();
        assertThat(stored().findByType("deviceName").map(HandleValue::dataAsText))
                .isEqualTo(Optional.of("新窑"));
        assertThat(AccessRules.decode(stored().findByIndex(100).orElseThrow()))
                .contains(new AdminRecord(AdminRecord.ALL, KILN, 300));
    }
}
