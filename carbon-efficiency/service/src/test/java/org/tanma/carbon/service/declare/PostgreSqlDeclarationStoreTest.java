// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.declare;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.tanma.kit.testing.SqlEngines;

class PostgreSqlDeclarationStoreTest extends DeclarationStoreContractTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.postgreSql("carbon");

    @Override
    SqlEngines engine() {
        return ENGINE;
    }
}
