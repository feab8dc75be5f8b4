// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar.mint;

import org.junit.jupiter.api.extension.RegisterExtension;
import org.tanma.kit.testing.SqlEngines;

class PostgreSqlMintTest extends MintContractTest {
    @RegisterExtension
    static final SqlEngines ENGINE = SqlEngines.postgreSql("registrar");

    @Override
    SqlEngines engine() {
        return ENGINE;
    }
}
