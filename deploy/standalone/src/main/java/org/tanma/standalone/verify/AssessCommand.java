// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.analysis.Assessment;
import org.tanma.carbon.analysis.AssessmentEngine;
import org.tanma.carbon.analysis.Breakdown;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.InventoryRequestReader;
import org.tanma.carbon.data.ParsedRequest;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryOutcome;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.report.ResultDocument;
import org.tanma.carbon.uncertainty.Simulation;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tanma assess FILE}: how complete, how good and how uncertain the inventory of a request file is. */
@Command(name = "assess")
final class AssessCommand extends VerifierCommand {
    private static final int USUAL_DRAWS = 10_000;

    @Option(names = "--seed", paramLabel = "N", descriptionKey = "assess.seed")
    private @Nullable Long seed;

    @Option(names = "--draws", paramLabel = "N", descriptionKey = "assess.draws")
    private int draws = USUAL_DRAWS;

    AssessCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int verify(EngineCatalog catalog, String place, byte[] file) {
        if (draws < Simulation.MIN_DRAWS || draws > Simulation.MAX_DRAWS) {
            err().phrase(0, "assess.drawsOutside", draws, Simulation.MIN_DRAWS, Simulation.MAX_DRAWS);
            return MISUSED;
        }
        ParsedRequest parsed = new InventoryRequestReader(catalog.units()).read(place, file);
        if (parsed instanceof ParsedRequest.Refused refused) {
            return unreadable(refused.missing());
        }
        InventoryRequest request = ((ParsedRequest.Read) parsed).request();
        InventoryOutcome outcome = catalog.inventoryEngine().compute(request);
        AssessmentEngine engine = catalog.assessmentEngine();
        if (outcome instanceof Incomplete incomplete) {
            return incomplete(engine, request, incomplete);
        }
        Inventory inventory = (Inventory) outcome;
        @Nullable Long start = seed;
        Optional<Assessment> assessment =
                engine.assess(request, start == null ? null : new AssessmentEngine.Sampling(start, draws));
        if (assessment.isEmpty()) {
            throw new IllegalStateException("an inventory that cannot be assessed");
        }
        ResultDocument document = ResultDocument.of(assessment.get());
        if (isJson()) {
            document(document);
        } else {
            AssessmentLines lines = new AssessmentLines(out());
            lines.print(request, assessment.get(), ResultDocument.of(outcome).digest(), document.digest());
            lines.print(Breakdown.of(inventory));
        }
        return DONE;
    }

    private int incomplete(AssessmentEngine engine, InventoryRequest request, Incomplete incomplete) {
        if (isJson()) {
            document(ResultDocument.of(incomplete));
        } else {
            engine.completeness(request).ifPresent(new AssessmentLines(out())::print);
        }
        Lines lines = isJson() ? err() : out();
        lines.phrase(0, "inventory.incomplete", incomplete.missing().size());
        missing(lines, incomplete.missing());
        return REFUSED;
    }
}
