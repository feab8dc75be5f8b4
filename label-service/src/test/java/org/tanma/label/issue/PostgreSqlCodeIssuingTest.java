// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.issue;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.tanma.kit.testing.SqlEngines;

class PostgreSqlCodeIssuingTest extends CodeIssuingContractTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.postgreSql("label");

    @Override
    SqlEngines engine() {
        return ENGINE;
    }
}
