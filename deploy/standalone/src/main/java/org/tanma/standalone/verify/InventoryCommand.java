// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.InventoryRequestReader;
import org.tanma.carbon.data.ParsedRequest;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryOutcome;
import org.tanma.carbon.report.ResultDocument;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tanma inventory FILE.yaml}: computes the inventory of a request file, without a node. */
@Command(name = "inventory")
final class InventoryCommand extends VerifierCommand {
    @Option(names = "--trace", descriptionKey = "inventory.trace")
    private boolean isTraceWanted;

    InventoryCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int verify(EngineCatalog catalog, String place, byte[] request) {
        ParsedRequest parsed = new InventoryRequestReader(catalog.units()).read(place, request);
        if (parsed instanceof ParsedRequest.Refused refused) {
            return unreadable(refused.missing());
        }
        InventoryOutcome outcome = catalog.inventoryEngine().compute(((ParsedRequest.Read) parsed).request());
        ResultDocument document = ResultDocument.of(outcome);
        if (isJson()) {
            document(document);
        } else if (outcome instanceof Inventory inventory) {
            InventoryLines lines = new InventoryLines(out());
            lines.print(inventory, document.digest());
            if (isTraceWanted) {
                new TraceLines(out()).print(inventory.trace());
            }
        } else if (outcome instanceof Incomplete incomplete) {
            out().phrase(0, "inventory.incomplete", incomplete.missing().size());
            incomplete.missing().forEach(out()::missing);
        }
        return outcome instanceof Inventory ? DONE : REFUSED;
    }
}
