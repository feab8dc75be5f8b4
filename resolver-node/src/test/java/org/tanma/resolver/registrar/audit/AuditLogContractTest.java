// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.tanma.kit.testing.SqlEngines;

abstract class AuditLogContractTest {
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z"));

    abstract SqlEngines engine();

    @Test
    void record_chainsRows_andPagesThem() {
        AuditLog log = new AuditLog(engine().open().jdbi(), CLOCK);
        assertThat(log.verify()).isEqualTo(new AuditVerdict(0, AuditEntry.FIRST, 0, ""));

        AuditEntry first = log.record("boss", "application.approved", "A-1", Map.of("prefix", "88.118.7"));
        AuditEntry second = log.record("cement", "account.created", "cement-clerk", Map.of());
        AuditEntry third = log.record("", "login.failed", "boss", Map.of("count", "10"));

        assertThat(first.sequence()).isEqualTo(1);
        assertThat(first.previous()).isEqualTo(AuditEntry.FIRST);
        assertThat(second.previous()).isEqualTo(first.digest());
        assertThat(log.page(AuditFilter.ALL, Long.MAX_VALUE, 2)).containsExactly(third, second);
        assertThat(log.page(AuditFilter.ALL, 2, 10)).containsExactly(first);
        assertThat(log.page(new AuditFilter("boss", "", ""), Long.MAX_VALUE, 10))
                .containsExactly(first);
        assertThat(log.page(new AuditFilter("", "account.", ""), Long.MAX_VALUE, 10))
                .containsExactly(second);
        assertThat(log.page(new AuditFilter("", "login.failed", "boss"), Long.MAX_VALUE, 10))
                .containsExactly(third);
        assertThat(log.verify()).isEqualTo(new AuditVerdict(3, third.digest(), 0, ""));
    }

    @Test
    void record_inATransactionThatFails_leavesNothing() {
        Jdbi jdbi = engine().open().jdbi();
        AuditLog log = new AuditLog(jdbi, CLOCK);
        assertThatThrownBy(() -> jdbi.useTransaction(h -> {
                    log.record(h, "boss", "x.y", "z", Map.of());
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(log.verify().rows()).isZero();
        assertThat(log.verify().isWhole()).isTrue();
    }

    @Test
    void record_byManyAtOnce_keepsOneChain() {
        Jdbi jdbi = engine().open().jdbi();
        AuditLog one = new AuditLog(jdbi, CLOCK);
        AuditLog other = new AuditLog(jdbi, CLOCK);
        IntStream.range(0, 40)
                .parallel()
                .forEach(i -> (i % 2 == 0 ? one : other).record("a" + i, "x.y", "z", Map.of("i", String.valueOf(i))));
        assertThat(one.verify().rows()).isEqualTo(40);
        assertThat(one.verify().isWhole()).isTrue();
    }

    @Test
    void engine_refusesChangesAndRemovals() {
        Jdbi jdbi = engine().open().jdbi();
        AuditLog log = new AuditLog(jdbi, CLOCK);
        log.record("boss", "x.y", "z", Map.of());
        for (String statement : List.of("UPDATE audit_entry SET actor = 'nobody'", "DELETE FROM audit_entry")) {
            assertThatThrownBy(() -> jdbi.useHandle(h -> h.execute(statement))).hasMessageContaining("append only");
        }
    }

    @Test
    void verify_showsChangesGapsAndRowsCutOff() throws SQLException {
        for (String[] tampering : new String[][] {
            {"UPDATE audit_entry SET actor = 'nobody' WHERE sequence = 2", "digest", "2"},
            {"DELETE FROM audit_entry WHERE sequence = 2", "gap", "3"},
            {"DELETE FROM audit_entry WHERE sequence = 3", "end", "3"},
            {"UPDATE audit_entry SET previous = 'sha256:00' WHERE sequence = 3", "chain", "3"},
        }) {
            Jdbi jdbi = engine().open().jdbi();
            AuditLog log = new AuditLog(jdbi, CLOCK);
            for (int i = 0; i < 3; i++) {
                log.record("boss", "x.y", "z" + i, Map.of());
            }
            withoutGuard(jdbi, tampering[0]);
            AuditVerdict verdict = log.verify();
            assertThat(verdict.fault()).isEqualTo(tampering[1]);
            assertThat(verdict.brokenAt()).isEqualTo(Long.parseLong(tampering[2]));
        }
    }

    /** What somebody with every right on the tables could do. */
    private static void withoutGuard(Jdbi jdbi, String statement) throws SQLException {
        jdbi.useTransaction(h -> {
            boolean isPostgreSql =
                    h.getConnection().getMetaData().getDatabaseProductName().startsWith("Postgre");
            for (String trigger : isPostgreSql
                    ? List.of("audit_entry_stays ON audit_entry")
                    : List.of("audit_entry_no_update", "audit_entry_no_delete")) {
                h.execute("DROP TRIGGER " + trigger);
            }
            h.execute(statement);
        });
    }
}
