// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.regrade;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.tanma.kit.testing.SqlEngines;

class SqliteRegradingsTest extends RegradingsContractTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.sqlite("carbon");

    @Override
    SqlEngines engine() {
        return ENGINE;
    }
}
