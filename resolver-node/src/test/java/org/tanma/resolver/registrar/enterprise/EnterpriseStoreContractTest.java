// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.enterprise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.tanma.kit.testing.SqlEngines;

abstract class EnterpriseStoreContractTest {
    abstract SqlEngines engine();

    private static Enterprise enterprise(String prefix, long quota) {
        return new Enterprise(
                prefix,
                prefix + "/ENTERPRISE",
                "示范",
                "91350100M000100Y43",
                Enterprise.State.ACTIVE,
                "",
                quota,
                0,
                Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void add_once_find_page() {
        Jdbi jdbi = engine().open().jdbi();
        EnterpriseStore store = new EnterpriseStore(jdbi);
        Enterprise seven = enterprise("88.118.7", 10);
        Enterprise eight = enterprise("88.118.8", 20);
        assertThat(jdbi.<Boolean, RuntimeException>inTransaction(h -> store.add(h, seven) && store.add(h, eight)))
                .isTrue();
        assertThat(jdbi.<Boolean, RuntimeException>inTransaction(h -> store.add(h, enterprise("88.118.7", 99))))
                .isFalse();
        assertThat(store.find("88.118.7")).contains(seven);
        assertThat(store.find("88.118.9")).isEmpty();
        assertThat(store.page("", 1)).containsExactly(seven);
        assertThat(store.page("88.118.7", 5)).containsExactly(eight);
    }

    @Test
    void reserve_neverBeyondTheQuota_evenByManyAtOnce() {
        Jdbi jdbi = engine().open().jdbi();
        EnterpriseStore store = new EnterpriseStore(jdbi);
        jdbi.useTransaction(h -> store.add(h, enterprise("88.118.7", 10)));
        long granted = IntStream.range(0, 8)
                .parallel()
                .filter(i -> store.reserve("88.118.7", 3).isGranted())
                .count();
        assertThat(granted).isEqualTo(3);
        assertThat(store.reserve("88.118.7", 2)).isEqualTo(new Quotas.Reservation(Quotas.Status.EXHAUSTED, 10, 1, ""));
        assertThat(store.reserve("88.118.7", 1)).isEqualTo(new Quotas.Reservation(Quotas.Status.GRANTED, 10, 0, ""));
        store.release("88.118.7", 4);
        assertThat(store.reserve("88.118.7", 0).remaining()).isEqualTo(4);
        store.release("88.118.7", 100);
        assertThat(store.find("88.118.7").orElseThrow().used()).isZero();
    }

    @Test
    void reserve_suspended_isRefusedWithTheReason_evenForNothingNew() {
        Jdbi jdbi = engine().open().jdbi();
        EnterpriseStore store = new EnterpriseStore(jdbi);
        jdbi.useTransaction(h -> {
            store.add(h, enterprise("88.118.7", 10));
            store.change(h, "88.118.7", Enterprise.State.SUSPENDED, "licence ended");
        });
        assertThat(store.reserve("88.118.7", 0))
                .isEqualTo(new Quotas.Reservation(Quotas.Status.SUSPENDED, 10, 10, "licence ended"));
        jdbi.useTransaction(h -> {
            store.change(h, "88.118.7", Enterprise.State.ACTIVE, "");
            store.changeQuota(h, "88.118.7", 0);
        });
        assertThat(store.reserve("88.118.7", 0).isGranted()).isTrue();
        assertThat(store.reserve("88.118.7", 1).isGranted()).isFalse();
    }

    @Test
    void reserve_prefixWithoutQuota_isUnlimited() {
        EnterpriseStore store = new EnterpriseStore(engine().open().jdbi());
        assertThat(store.reserve("88.118.1", 1_000_000_000).remaining()).isEqualTo(Long.MAX_VALUE);
    }
}
