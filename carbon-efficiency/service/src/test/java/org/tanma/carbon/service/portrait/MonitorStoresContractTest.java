// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tanma.carbon.service.CarbonFixture.NOW;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tanma.carbon.portrait.PortraitMeasure;
import org.tanma.carbon.text.LocalText;
import org.tanma.carbon.warning.WarningKind;
import org.tanma.carbon.warning.WarningState;
import org.tanma.kit.sql.SqlDatabase;

/** What the stores of this package promise, on every engine. */
abstract class MonitorStoresContractTest {
    private static final String ENTERPRISE = "88.118.1/ENTERPRISE";

    private WarningStore warnings;
    private SettingStore settings;
    private VerificationStore verifications;
    private PortraitStore portraits;

    abstract SqlDatabase open();

    @BeforeEach
    void openStores() {
        SqlDatabase database = open();
        warnings = new WarningStore(database.jdbi(), () -> NOW);
        settings = new SettingStore(database.jdbi(), () -> NOW);
        verifications = new VerificationStore(database.jdbi(), () -> NOW);
        portraits = new PortraitStore(database.jdbi());
    }

    private static KeptWarning warning(String id, String observed) {
        return new KeptWarning(
                id,
                ENTERPRISE,
                2025,
                "3011",
                WarningKind.HIGH,
                "",
                "high",
                "GRID/electricity",
                "day",
                "2025-03-01",
                "2025-03-01",
                1,
                observed,
                "100",
                "MWh",
                new LocalText("偏高", "high"),
                WarningState.RAISED,
                NOW,
                List.of());
    }

    private void found(KeptWarning... found) {
        warnings.reconcile(ENTERPRISE, 2025, List.of(found));
    }

    private KeptWarning only() {
        List<KeptWarning> all = warnings.list(ENTERPRISE, 2025);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    @Test
    void warning_isRaisedOnce_andItsEventsAreNumbered() {
        found(warning("aa", "900"));
        found(warning("aa", "900"));
        assertThat(only().state()).isEqualTo(WarningState.RAISED);
        assertThat(only().events()).hasSize(1);
        assertThat(warnings.move("aa", WarningState.RAISED, WarningState.ACKNOWLEDGED, "clerk", "asked the shift"))
                .isTrue();
        assertThat(warnings.move("aa", WarningState.RAISED, WarningState.CLEARED, "clerk", "too late"))
                .isFalse();
        assertThat(warnings.move("aa", WarningState.ACKNOWLEDGED, WarningState.CLEARED, "clerk", "a trial run"))
                .isTrue();
        assertThat(only().events())
                .extracting(KeptWarning.Event::number, KeptWarning.Event::state, KeptWarning.Event::who)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(1, WarningState.RAISED, "node"),
                        org.assertj.core.api.Assertions.tuple(2, WarningState.ACKNOWLEDGED, "clerk"),
                        org.assertj.core.api.Assertions.tuple(3, WarningState.CLEARED, "clerk"));
        assertThat(warnings.checkedAt(ENTERPRISE, 2025)).contains(NOW);
        assertThat(warnings.checkedAt(ENTERPRISE, 2024)).isEmpty();
    }

    @Test
    void clearedByAPerson_staysCleared_untilTheFiguresChange() {
        found(warning("aa", "900"));
        warnings.move("aa", WarningState.RAISED, WarningState.CLEARED, "clerk", "a trial run");
        found(warning("aa", "900"));
        assertThat(only().state()).isEqualTo(WarningState.CLEARED);
        found(warning("aa", "950"));
        assertThat(only().state()).isEqualTo(WarningState.RAISED);
        assertThat(only().observed()).isEqualTo("950");
        assertThat(only().events()).hasSize(3);
    }

    @Test
    void foundNoMore_isClearedByTheNode_andRaisedWhenItComesBack() {
        found(warning("aa", "900"));
        found();
        assertThat(only().state()).isEqualTo(WarningState.CLEARED);
        assertThat(only().events().get(1).why()).isEqualTo("不再出现 / no longer found");
        found(warning("aa", "900"));
        assertThat(only().state()).isEqualTo(WarningState.RAISED);
    }

    @Test
    void page_isByState_industryAndCursor() {
        found(warning("aa", "1"), warning("bb", "2"), warning("cc", "3"));
        warnings.move("bb", WarningState.RAISED, WarningState.ACKNOWLEDGED, "clerk", "x");
        assertThat(warnings.page(2025, "", null, "", 2))
                .extracting(KeptWarning::id)
                .containsExactly("aa", "bb");
        assertThat(warnings.page(2025, "30", WarningState.RAISED, "aa", 9))
                .extracting(KeptWarning::id)
                .containsExactly("cc");
        assertThat(warnings.page(2025, "31", null, "", 9)).isEmpty();
    }

    @Test
    void settings_areVersions_guardedByTheOneExpected() {
        assertThat(settings.findNewest("industry:30", SettingStore.Topic.THRESHOLDS))
                .isEmpty();
        assertThat(put("a", 0)).isEqualTo(1);
        assertThat(put("a", null)).isEqualTo(1);
        assertThat(put("b", 0)).isZero();
        assertThat(put("b", 1)).isEqualTo(2);
        assertThat(settings.findNewest("industry:30", SettingStore.Topic.TARIFF))
                .isEmpty();
        assertThat(settings.findNewest("industry:30", SettingStore.Topic.THRESHOLDS)
                        .orElseThrow()
                        .body())
                .isEqualTo("b");
    }

    private int put(String body, Integer expected) {
        return settings.put("industry:30", SettingStore.Topic.THRESHOLDS, body, expected, "regulator")
                .map(KeptSetting::version)
                .orElse(0);
    }

    @Test
    void verifications_ofManyAtOnce_areAllKept() throws InterruptedException, ExecutionException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Verification>> work = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                String by = "verifier-" + i;
                work.add(() -> verifications.add("e1", "confirmed", "sha256:0", "", by));
            }
            for (Future<Verification> done : pool.invokeAll(work)) {
                assertThat(done.get().number()).isBetween(1, 12);
            }
        } finally {
            pool.shutdown();
        }
        assertThat(verifications.list("e1"))
                .extracting(Verification::number)
                .containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        assertThat(verifications.findNewest("e2")).isEmpty();
    }

    @Test
    void portraitFigures_areThoseOfTheNewestEvaluation() {
        put("88.118.1/A", "2026-01-02T00:00:00Z", "3011", "10");
        put("88.118.1/A", "2026-01-01T00:00:00Z", "3011", "99");
        put("88.118.2/B", "2026-01-01T00:00:00Z", "3011", "20");
        put("88.118.3/C", "2026-01-01T00:00:00Z", "3021", "30");
        PortraitStore.Source own = source("88.118.1/A", "2026-01-02T00:00:00Z", "3011");
        assertThat(portraits.count(own, "3011")).isEqualTo(1);
        assertThat(portraits.count(own, "30")).isEqualTo(2);
        PortraitStore.Source other = source("88.118.2/B", "2026-01-01T00:00:00Z", "3011");
        assertThat(portraits.figures(other, "30", "coal-share"))
                .containsExactlyInAnyOrder(new BigDecimal("10"), new BigDecimal("30"));
        assertThat(portraits.figures(other, "30", "gas-share")).isEmpty();
    }

    private static PortraitStore.Source source(String enterprise, String at, String industry) {
        return new PortraitStore.Source(enterprise, 2025, "e", at, industry, true);
    }

    private void put(String enterprise, String at, String industry, String amount) {
        portraits.put(
                source(enterprise, at, industry),
                List.of(
                        Figure.of(PortraitMeasure.COAL_SHARE, new BigDecimal(amount)),
                        Figure.none(PortraitMeasure.GAS_SHARE, "无", "none")));
    }
}
