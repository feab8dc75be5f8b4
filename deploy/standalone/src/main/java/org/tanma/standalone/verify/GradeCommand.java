// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.GradingRequestReader;
import org.tanma.carbon.data.ParsedGrading;
import org.tanma.carbon.grading.Grade;
import org.tanma.carbon.grading.GradeOutcome;
import org.tanma.carbon.grading.NotGradable;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.InventoryOutcome;
import org.tanma.carbon.report.ResultDocument;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine.Command;

/** {@code tanma grade FILE.yaml}: computes the inventory and the grade of a request file, without a node. */
@Command(name = "grade")
final class GradeCommand extends VerifierCommand {
    GradeCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int verify(EngineCatalog catalog, String place, byte[] request) {
        ParsedGrading parsed = new GradingRequestReader(catalog.units()).read(place, request);
        if (parsed instanceof ParsedGrading.Refused refused) {
            return unreadable(refused.missing());
        }
        ParsedGrading.Read read = (ParsedGrading.Read) parsed;
        InventoryOutcome inventory = catalog.inventoryEngine().compute(read.inventory());
        GradeOutcome outcome = catalog.gradingEngine().grade(read.with(inventory));
        ResultDocument document = ResultDocument.of(read, inventory, outcome);
        if (isJson()) {
            document(document);
        } else if (outcome instanceof Grade grade) {
            new GradeLines(out(), catalog.schemes())
                    .print(read.inventory(), grade, ResultDocument.of(inventory).digest(), document.digest());
        } else if (outcome instanceof NotGradable refused) {
            out().phrase(0, "grade.none", refused.reasons().size());
            refused.reasons().forEach(out()::refusal);
        }
        if (inventory instanceof Incomplete incomplete) {
            Lines lines = isJson() ? err() : out();
            lines.phrase(0, "inventory.incomplete", incomplete.missing().size());
            incomplete.missing().forEach(lines::missing);
        }
        return outcome instanceof Grade ? DONE : REFUSED;
    }
}
