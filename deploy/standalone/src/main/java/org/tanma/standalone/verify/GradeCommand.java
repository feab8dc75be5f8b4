// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.GradingRequestReader;
import org.tanma.carbon.data.ParsedGrading;
import org.tanma.carbon.grading.Grade;
import org.tanma.carbon.grading.GradeOutcome;
import org.tanma.carbon.grading.NotGradable;
import org.tanma.carbon.grading.checklist.ChecklistOutcome;
import org.tanma.carbon.grading.physical.PhysicalGrade;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryOutcome;
import org.tanma.carbon.report.GradeRun;
import org.tanma.carbon.report.ResultDocument;
import org.tanma.carbon.report.content.InventoryReports;
import org.tanma.carbon.report.content.ReportKind;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tanma grade FILE}: computes the inventory and the grades of a request file, without a node. */
@Command(name = "grade")
final class GradeCommand extends VerifierCommand {
    @Option(names = "--report", paramLabel = "FILE", descriptionKey = "option.report")
    private @Nullable Path report;

    GradeCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int verify(EngineCatalog catalog, String place, byte[] request) {
        ParsedGrading parsed = new GradingRequestReader(catalog.units()).read(place, request);
        if (parsed instanceof ParsedGrading.Refused refused) {
            return unreadable(refused.missing());
        }
        GradeRun run = GradeRun.of(catalog, parsed);
        ResultDocument document = run.document();
        @Nullable InventoryOutcome inventory = run.inventory();
        if (isJson()) {
            document(document);
        } else {
            print(catalog, run, document);
        }
        if (inventory instanceof Incomplete incomplete) {
            Lines lines = isJson() ? err() : out();
            lines.phrase(0, "inventory.incomplete", incomplete.missing().size());
            missing(lines, incomplete.missing());
        }
        int written = DONE;
        if (inventory instanceof Inventory whole) {
            written = write(
                    report,
                    () -> new InventoryReports(catalog.methods(), catalog.schemes())
                            .of(whole, run.amongPeers(), run.physical(), document.digest()),
                    document,
                    ReportKind.EVALUATION);
        } else if (inventory == null && report != null) {
            written = misused("report.checklist", report);
        }
        return isGraded(run) ? written : REFUSED;
    }

    private static boolean isGraded(GradeRun run) {
        @Nullable ChecklistOutcome checklist = run.checklist();
        if (checklist != null) {
            return checklist instanceof ChecklistOutcome.Checked;
        }
        @Nullable GradeOutcome amongPeers = run.amongPeers();
        boolean isGradedAmongPeers = amongPeers == null || amongPeers instanceof Grade;
        return isGradedAmongPeers && run.physical().stream().allMatch(PhysicalGrade.class::isInstance);
    }

    private void print(EngineCatalog catalog, GradeRun run, ResultDocument document) {
        @Nullable InventoryOutcome inventory = run.inventory();
        String inventoryDigest =
                inventory == null ? "–" : ResultDocument.of(inventory).digest();
        if (run.amongPeers() instanceof Grade grade && run.request() instanceof ParsedGrading.Read read) {
            new GradeLines(out(), catalog.schemes()).print(read.inventory(), grade, inventoryDigest, document.digest());
        } else if (run.amongPeers() instanceof NotGradable refused) {
            out().phrase(0, "grade.none", refused.reasons().size());
            refused.reasons().forEach(out()::refusal);
        }
        new OtherGradeLines(out()).print(run);
        if (run.amongPeers() == null) {
            out().phrase(0, "grade.digests", document.digest(), inventoryDigest);
        }
    }
}
