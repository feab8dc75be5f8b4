// SPDX-License-Identifier: Apache-2.0
package org.tanma.kit.sql;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.tanma.kit.testing.SqlEngines;

class PostgreSqlSqlDatabaseTest extends SqlDatabaseContractTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.postgreSql("probe");

    @Override
    SqlEngines engine() {
        return ENGINE;
    }
}
