// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.model.ValueReference;

/** What every engine promises about a lookup; each engine's test extends it. */
public abstract class HandleStoreContractTest {
    /** The store under test, empty when the test starts. */
    protected abstract HandleStore store();

    /** The write side of the same records. */
    protected abstract HandleAdminStore adminStore();

    @Test
    void find_neverWritten_isEmpty() {
        assertThat(store().find(HandleName.parse("20.500.12345/none"))).isEmpty();
    }

    @Test
    void find_anyLetterCase_findsTheRecordAsItWasSpelled() {
        adminStore().create(new HandleRecord(HandleName.parse("20.500.12345/Kiln-é"), List.of()));

        assertThat(store().find(HandleName.parse("20.500.12345/KILN-é"))
                        .orElseThrow()
                        .name())
                .hasToString("20.500.12345/Kiln-é");
        assertThat(store().find(HandleName.parse("20.500.12345/KILN-É"))).isEmpty();
    }

    @Test
    void find_returnsEveryPartOfEveryValue() {
        byte[] octets = new byte[256];
        for (int i = 0; i < octets.length; i++) {
            octets[i] = (byte) i;
        }
        HandleRecord record = new HandleRecord(
                HandleName.parse("20.500.12345/碳"),
                List.of(
                        new HandleValue(
                                Integer.MAX_VALUE,
                                "类型",
                                octets,
                                new Ttl(true, 0xFFFF_FFFFL),
                                ValuePermissions.PRIVATE,
                                0xFFFF_FFFFL,
                                List.of(new ValueReference("20.500.12345/b", 7), new ValueReference("0.NA/20.500", 0))),
                        HandleValue.text(1, "URL", "", 0)));

        adminStore().create(record);

        StoredRecord found = store().find(record.name()).orElseThrow();
        assertThat(found.decode()).isEqualTo(record);
        assertThat(found.values().count()).isEqualTo(2);
    }

    @Test
    void find_neighbouringNames_areDifferentRecords() {
        for (String handle : List.of("20.500.1/a", "20.500.1/ab", "20.500.1/", "20.500.1/a/b")) {
            adminStore()
                    .create(new HandleRecord(
                            HandleName.parse(handle), List.of(HandleValue.text(1, "DESC", handle, 0))));
        }

        for (String handle : List.of("20.500.1/a", "20.500.1/ab", "20.500.1/", "20.500.1/a/b")) {
            assertThat(store().find(HandleName.parse(handle))
                            .orElseThrow()
                            .decode()
                            .values()
                            .get(0)
                            .dataAsText())
                    .isEqualTo(handle);
        }
    }
}
