// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.GradingRequestReader;
import org.tanma.carbon.data.InventoryRequestReader;
import org.tanma.carbon.data.ParsedRequest;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.report.content.CarbonReport;
import org.tanma.carbon.report.content.InventoryReports;

/** Reports of the example files, for tests to print. */
public final class Reports {
    private static final EngineCatalog CATALOG = EngineCatalog.readShipped();
    private static final Path EXAMPLES = Path.of("../../docs/examples");

    private Reports() {}

    public static CarbonReport inventory(String example) {
        return reports().of(computed(example));
    }

    private static Inventory computed(String example) {
        ParsedRequest parsed = new InventoryRequestReader(CATALOG.units()).read(example, read(example));
        return (Inventory) CATALOG.inventoryEngine().compute(((ParsedRequest.Read) parsed).request());
    }

    public static CarbonReport grade(String example) {
        GradeRun run = GradeRun.of(CATALOG, new GradingRequestReader(CATALOG.units()).read(example, read(example)));
        return reports()
                .of(
                        (Inventory) Objects.requireNonNull(run.inventory()),
                        run.amongPeers(),
                        run.physical(),
                        run.document().digest());
    }

    private static InventoryReports reports() {
        return new InventoryReports(CATALOG.methods(), CATALOG.schemes());
    }

    private static byte[] read(String example) {
        try {
            return Files.readAllBytes(EXAMPLES.resolve(example));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
