// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.resolver.access.Administrators.value;
import static org.tanma.resolver.admin.AdministrationRoom.KILN;
import static org.tanma.resolver.admin.AdministrationRoom.NODE;
import static org.tanma.resolver.admin.AdministrationRoom.PREFIX;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.model.ValueReference;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.WireLimits;
import org.tanma.resolver.store.EncodedValues;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.MemoryHandleStore;

/** Which values are refused, by whoever they are written. */
abstract class CheckingContract extends AdministrationContract {
    private void invalid(HandleValue value) {
        refused(
                administration.create(NODE, record(KILN, ADMIN, value), CreateOptions.NEW),
                ResponseCode.INVALID_VALUE,
                value.index());
        room.put(KILN.toString(), ADMIN);
        refused(administration.addValues(NODE, KILN, List.of(value), false), ResponseCode.INVALID_VALUE, value.index());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HS_ADMIN",
                "hs_vlist",
                "HS_PUBKEY",
                "HS_SITE",
                "hs_site.6",
                "HS_SERV",
                "HS_ALIAS",
                "HS_SIGNATURE",
                "hs_cert",
                "HS_NAMESPACE",
                "10320/loc",
                "",
                "A\u0000B"
            })
    void values_thatAreNotWhatTheirTypeSays_areRefused(String type) {
        invalid(value(2, type, new byte[] {1, 2, 3}, ValuePermissions.PUBLIC));
    }

    @Test
    void references_beyondTheLimit_areRefused() {
        ValueReference reference = new ValueReference("20.500.12345/x", 1);
        invalid(new HandleValue(
                2,
                "X",
                new byte[0],
                Ttl.DEFAULT,
                ValuePermissions.PUBLIC,
                0,
                Collections.nCopies(WireLimits.REFERENCES + 1, reference)));
    }

    @Test
    void values_beyondTheNumberOfARecord_areRefusedAndAtItAreNot() {
        List<HandleValue> most = new ArrayList<>(IntStream.rangeClosed(1, HandleRecord.MAX_VALUES - 1)
                .mapToObj(i -> HandleValue.text(i + 1_000, "X", "x", 0))
                .toList());
        room.put(KILN.toString(), ADMIN);

        done(administration.addValues(NODE, KILN, most, false));
        refused(
                administration.addValues(NODE, KILN, List.of(HandleValue.text(1, "X", "x", 0)), false),
                ResponseCode.INVALID_VALUE);
    }

    @Test
    void octets_beyondARecords_areRefusedAndAtThemAreNot() {
        HandleValue empty = value(2, "X", new byte[0], ValuePermissions.PUBLIC);
        int fixed = EncodedValues.encode(List.of(ADMIN, empty)).octetCount();
        byte[] most = new byte[HandleAdminStore.MAX_RECORD_OCTETS - fixed];

        assertThat(administration
                        .create(
                                NODE,
                                record(KILN, ADMIN, value(2, "X", most, ValuePermissions.PUBLIC)),
                                CreateOptions.NEW)
                        .responseCode())
                .isEqualTo(ResponseCode.SUCCESS);
        refused(
                administration.modifyValues(
                        NODE, KILN, List.of(value(2, "X", new byte[most.length + 1], ValuePermissions.PUBLIC))),
                ResponseCode.INVALID_VALUE);
        refused(
                administration.create(
                        NODE,
                        record(
                                HandleName.parse(PREFIX + "/b"),
                                ADMIN,
                                value(2, "X", new byte[most.length + 1], ValuePermissions.PUBLIC)),
                        CreateOptions.NEW),
                ResponseCode.INVALID_VALUE);
    }

    @Test
    void recordRule_objects_nothingIsWritten() {
        RecordRule rule = (name, before, after) -> after.flatMap(r -> r.findByType("BAD"))
                .map(bad -> new RecordRule.Objection(ResponseCode.INVALID_VALUE, "bad"));
        AdministrationRoom<?> ruled = new AdministrationRoom<>(new MemoryHandleStore(), rule);
        HandleValue bad = HandleValue.text(5, "BAD", "x", 0);

        refused(
                ruled.administration.create(NODE, record(KILN, ADMIN, bad), CreateOptions.NEW),
                ResponseCode.INVALID_VALUE);
        ruled.put(KILN.toString(), ADMIN);
        refused(ruled.administration.addValues(NODE, KILN, List.of(bad), false), ResponseCode.INVALID_VALUE);
        assertThat(ruled.indexes(KILN)).containsExactly(100);
    }
}
