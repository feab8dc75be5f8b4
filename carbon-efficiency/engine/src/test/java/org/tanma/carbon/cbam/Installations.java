// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.cbam;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.tanma.carbon.cbam.CbamResult.GoodResult;
import org.tanma.carbon.data.CbamRequestReader;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.inventory.Missing;

/** Installations for tests, written as their file form. */
final class Installations {
    static final EngineCatalog CATALOG = EngineCatalog.readShipped();
    static final String HEAD = """
            installation:
              name: test
              country: CN
              from: "2026-01-01"
              to: "2026-12-31"
              method: cbam-2025-2547/2025
            """;

    /** 1000 t of natural gas of the standard factors: 48 GJ/t and 56.1 tCO2/TJ, 2692.8 tCO2. */
    static final String GAS = "{source: gas, kind: combustion, item: natural-gas, amount: {value: \"1000\", unit: t}";

    private Installations() {}

    static CbamRequest request(String yaml) {
        CbamRequestReader.Parsed parsed =
                new CbamRequestReader(CATALOG.units()).read("test", yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(parsed).as(parsed.toString()).isInstanceOf(CbamRequestReader.Parsed.Read.class);
        return ((CbamRequestReader.Parsed.Read) parsed).request();
    }

    static CbamResult result(String yaml) {
        CbamOutcome outcome = CATALOG.cbamEngine().compute(request(yaml));
        assertThat(outcome).as(outcome.toString()).isInstanceOf(CbamResult.class);
        return (CbamResult) outcome;
    }

    static List<Missing> missing(String yaml) {
        CbamOutcome outcome = CATALOG.cbamEngine().compute(request(yaml));
        assertThat(outcome).as(outcome.toString()).isInstanceOf(CbamOutcome.Incomplete.class);
        return ((CbamOutcome.Incomplete) outcome).missing();
    }

    static GoodResult good(CbamResult result, String process) {
        return result.goods().stream()
                .filter(each -> each.process().equals(process))
                .findFirst()
                .orElseThrow();
    }
}
