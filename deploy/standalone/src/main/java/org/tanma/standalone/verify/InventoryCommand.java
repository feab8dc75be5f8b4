// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import org.tanma.carbon.cbam.CbamOutcome;
import org.tanma.carbon.cbam.CbamResult;
import org.tanma.carbon.data.CbamRequestReader;
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
        if (CbamRequestReader.recognises(request)) {
            return installation(catalog, place, request);
        }
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

    /** The form of an installation under CBAM. */
    private int installation(EngineCatalog catalog, String place, byte[] request) {
        CbamRequestReader.Parsed parsed = new CbamRequestReader(catalog.units()).read(place, request);
        if (parsed instanceof CbamRequestReader.Parsed.Refused refused) {
            return unreadable(refused.missing());
        }
        CbamOutcome outcome = catalog.cbamEngine().compute(((CbamRequestReader.Parsed.Read) parsed).request());
        ResultDocument document = ResultDocument.of(outcome);
        if (isJson()) {
            document(document);
        } else if (outcome instanceof CbamResult result) {
            new CbamLines(out()).print(result, document.digest());
            if (isTraceWanted) {
                result.traces().forEach(new TraceLines(out())::print);
            }
        } else if (outcome instanceof CbamOutcome.Incomplete incomplete) {
            out().phrase(0, "cbam.incomplete", incomplete.missing().size());
            incomplete.missing().forEach(out()::missing);
        }
        return outcome instanceof CbamResult ? DONE : REFUSED;
    }
}
