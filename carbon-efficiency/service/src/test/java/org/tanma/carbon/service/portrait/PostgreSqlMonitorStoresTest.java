// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.kit.testing.SqlEngines;

class PostgreSqlMonitorStoresTest extends MonitorStoresContractTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.postgreSql("carbon");

    @Override
    SqlDatabase open() {
        return ENGINE.open();
    }
}
