// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.cbam.CbamOutcome;
import org.tanma.carbon.cbam.CbamResult;
import org.tanma.carbon.data.CbamRequestReader;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.InventoryRequestReader;
import org.tanma.carbon.data.ParsedRequest;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryOutcome;
import org.tanma.carbon.inventory.ValueChain;
import org.tanma.carbon.report.ResultDocument;
import org.tanma.carbon.report.commission.CommunicationTemplate;
import org.tanma.carbon.report.content.InventoryReports;
import org.tanma.carbon.report.content.ReportKind;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tanma inventory FILE}: computes the inventory of a request file, or an installation under CBAM, without a node. */
@Command(name = "inventory")
final class InventoryCommand extends VerifierCommand {
    @Option(names = "--trace", descriptionKey = "inventory.trace")
    private boolean isTraceWanted;

    @Option(names = "--report", paramLabel = "FILE", descriptionKey = "option.report")
    private @Nullable Path report;

    @Option(names = "--template", paramLabel = "TEMPLATE.xlsx", descriptionKey = "option.template")
    private @Nullable Path template;

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
                ValueChain chain = inventory.valueChain();
                if (chain != null) {
                    new TraceLines(out()).print(chain.trace());
                }
            }
        } else if (outcome instanceof Incomplete incomplete) {
            out().phrase(0, "inventory.incomplete", incomplete.missing().size());
            missing(out(), incomplete.missing());
        }
        return outcome instanceof Inventory inventory
                ? write(
                        report,
                        () -> new InventoryReports(catalog.methods(), catalog.schemes()).of(inventory),
                        document,
                        ReportKind.INVENTORY)
                : REFUSED;
    }

    /** The form of an installation under CBAM. */
    private int installation(EngineCatalog catalog, String place, byte[] request) {
        @Nullable Path wanted = report;
        @Nullable Path from = template;
        if ((wanted == null) != (from == null)) {
            return misused("report.installation", wanted == null ? String.valueOf(from) : wanted);
        }
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
            missing(out(), incomplete.missing());
        }
        if (!(outcome instanceof CbamResult result)) {
            return REFUSED;
        }
        return wanted == null || from == null ? DONE : fill(catalog, from, wanted, result);
    }

    /** The Commission's communication template, filled in; an exit code. */
    private int fill(EngineCatalog catalog, Path from, Path wanted, CbamResult result) {
        CommunicationTemplate.Filled filled;
        try {
            filled = CommunicationTemplate.fill(Files.readAllBytes(from), catalog.cbam(), result);
        } catch (IOException e) {
            err().phrase(0, "template.unfit", from, String.valueOf(e.getMessage()));
            return MISUSED;
        }
        try {
            Files.write(wanted, filled.workbook());
        } catch (IOException e) {
            err().phrase(0, "report.unwritten", wanted, e);
            return MISUSED;
        }
        err().phrase(0, "report.written", wanted);
        filled.leftOut().forEach(text -> err().plain(1, "- " + err().word(text)));
        return DONE;
    }
}
