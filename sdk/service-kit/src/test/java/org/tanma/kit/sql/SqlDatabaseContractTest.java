// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tanma.kit.testing.SqlEngines;

abstract class SqlDatabaseContractTest {
    abstract SqlEngines engine();

    @Test
    void open_again_findsWhatWasCommittedAndMigratesNothingTwice() {
        SqlConfig config = engine().freshConfig();
        try (SqlDatabase database = SqlDatabase.open(config, "probe")) {
            database.jdbi().useTransaction(h -> h.execute("INSERT INTO note (id, body) VALUES (?, ?)", "1", "碳码"));
        }
        SqlDatabase again = engine().open(config);
        assertThat(again.isAnswering()).isTrue();
        String body = again.jdbi()
                .withHandle(h -> h.createQuery("SELECT body FROM note")
                        .mapTo(String.class)
                        .one());
        assertThat(body).isEqualTo("碳码");
    }

    @Test
    void transaction_thatThrows_leavesNothing() {
        SqlDatabase database = engine().open();
        assertThatThrownBy(() -> database.jdbi().useTransaction(h -> {
                    h.execute("INSERT INTO note (id, body) VALUES ('1', 'x')");
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");
        assertThat(count(database)).isZero();
    }

    @Test
    void writers_atTheSameTime_allSucceed() {
        SqlDatabase database = engine().open();
        IntStream.range(0, 40)
                .parallel()
                .forEach(i -> database.jdbi()
                        .useTransaction(h -> h.execute("INSERT INTO note (id, body) VALUES (?, 'x')", "n" + i)));
        assertThat(count(database)).isEqualTo(40);
    }

    private static int count(SqlDatabase database) {
        return database.jdbi()
                .withHandle(h -> h.createQuery("SELECT count(*) FROM note")
                        .mapTo(Integer.class)
                        .one());
    }
}
