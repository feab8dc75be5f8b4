// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import java.nio.file.Path;
import java.util.Optional;
import org.tanma.carbon.analysis.Comparison;
import org.tanma.carbon.analysis.EmissionLine;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.InventoryRequestReader;
import org.tanma.carbon.data.ParsedRequest;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryOutcome;
import org.tanma.carbon.report.ResultDocument;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tanma year-on-year BEFORE AFTER}: what changed between the inventories of two request files, and why. */
@Command(name = "year-on-year")
final class YearOnYearCommand extends VerifierCommand {
    @Parameters(index = "1", paramLabel = "AFTER", descriptionKey = "compare.after")
    private Path after = Path.of("");

    YearOnYearCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int verify(EngineCatalog catalog, String place, byte[] file) {
        Optional<byte[]> second = SecondFile.read(after, err());
        if (second.isEmpty()) {
            return MISUSED;
        }
        InventoryRequestReader reader = new InventoryRequestReader(catalog.units());
        ParsedRequest before = reader.read(place, file);
        if (before instanceof ParsedRequest.Refused refused) {
            return unreadable(refused.missing());
        }
        ParsedRequest later = reader.read(after.toString(), second.get());
        if (later instanceof ParsedRequest.Refused refused) {
            return SecondFile.unreadable(after, err(), refused.missing());
        }
        InventoryOutcome first = catalog.inventoryEngine().compute(((ParsedRequest.Read) before).request());
        InventoryOutcome last = catalog.inventoryEngine().compute(((ParsedRequest.Read) later).request());
        return first instanceof Inventory old && last instanceof Inventory recent
                ? compared(old, recent)
                : incomplete(place, first, last);
    }

    private int compared(Inventory before, Inventory later) {
        Comparison comparison = Comparison.of(EmissionLine.of(before), EmissionLine.of(later));
        if (isJson()) {
            document(ResultDocument.of(comparison));
            return DONE;
        }
        out().phrase(0, "compare.title", before.subject(), before.year(), later.year());
        out().phrase(0, "compare.basis", before.method(), before.gwpSet(), later.method(), later.gwpSet());
        out().phrase(0, "figures.rounded", Figures.DIGITS);
        new ComparisonLines(out()).print(comparison);
        return DONE;
    }

    private int incomplete(String place, InventoryOutcome first, InventoryOutcome last) {
        if (first instanceof Incomplete incomplete) {
            err().phrase(0, "compare.incomplete", place, incomplete.missing().size());
            missing(err(), incomplete.missing());
        }
        if (last instanceof Incomplete incomplete) {
            err().phrase(0, "compare.incomplete", after, incomplete.missing().size());
            SecondFile.print(err(), incomplete.missing());
        }
        return REFUSED;
    }
}
