// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.data.ChangesReader;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.GradingRequestReader;
import org.tanma.carbon.data.InventoryRequestReader;
import org.tanma.carbon.data.ParsedChanges;
import org.tanma.carbon.data.ParsedGrading;
import org.tanma.carbon.data.ParsedRequest;
import org.tanma.carbon.grading.Grade;
import org.tanma.carbon.grading.GradeOutcome;
import org.tanma.carbon.grading.NotGradable;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.report.ResultDocument;
import org.tanma.carbon.whatif.Impossible;
import org.tanma.carbon.whatif.WhatIf;
import org.tanma.carbon.whatif.WhatIfOutcome;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code tanma what-if FILE CHANGES}: what the inventory of a request file, and its grade, would be. */
@Command(name = "what-if")
final class WhatIfCommand extends VerifierCommand {
    /** What a request for a grade has and one for an inventory has not. */
    private static final Pattern GRADING = Pattern.compile("(?m)(^|[{,]\\s*)\"?scheme\"?\\s*:");

    @Parameters(index = "1", paramLabel = "CHANGES", descriptionKey = "whatif.changes")
    private Path changes = Path.of("");

    WhatIfCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int verify(EngineCatalog catalog, String place, byte[] file) {
        Optional<byte[]> second = SecondFile.read(changes, err());
        if (second.isEmpty()) {
            return MISUSED;
        }
        ParsedChanges parsed = new ChangesReader(catalog.units()).read(changes.toString(), second.get());
        if (parsed instanceof ParsedChanges.Refused refused) {
            return SecondFile.unreadable(changes, err(), refused.missing());
        }
        ParsedChanges.Read read = (ParsedChanges.Read) parsed;
        if (GRADING.matcher(new String(file, StandardCharsets.UTF_8)).find()) {
            ParsedGrading grading = new GradingRequestReader(catalog.units()).read(place, file);
            if (grading instanceof ParsedGrading.Refused refused) {
                return unreadable(refused.missing());
            }
            ParsedGrading.Read wanted = (ParsedGrading.Read) grading;
            return computed(catalog, wanted.inventory(), wanted, read);
        }
        ParsedRequest request = new InventoryRequestReader(catalog.units()).read(place, file);
        return request instanceof ParsedRequest.Refused refused
                ? unreadable(refused.missing())
                : computed(catalog, ((ParsedRequest.Read) request).request(), null, read);
    }

    private int computed(
            EngineCatalog catalog,
            InventoryRequest request,
            ParsedGrading.@Nullable Read grading,
            ParsedChanges.Read read) {
        WhatIfOutcome outcome = catalog.whatIfEngine().compute(request, read.changes());
        if (outcome instanceof Impossible impossible) {
            err().phrase(0, "whatif.impossible", impossible.missing().size());
            SecondFile.print(err(), impossible.missing());
            return REFUSED;
        }
        WhatIf whatIf = (WhatIf) outcome;
        @Nullable
        GradeOutcome before = grading == null ? null : catalog.gradingEngine().grade(grading.with(whatIf.before()));
        @Nullable
        GradeOutcome after = grading == null ? null : catalog.gradingEngine().grade(grading.with(whatIf.after()));
        if (isJson()) {
            document(ResultDocument.of(whatIf, before, after));
        } else {
            print(whatIf, before, after);
        }
        return DONE;
    }

    private void print(WhatIf whatIf, @Nullable GradeOutcome before, @Nullable GradeOutcome after) {
        out().phrase(
                        0,
                        "whatif.title",
                        whatIf.before().subject(),
                        whatIf.before().year(),
                        whatIf.changes().size());
        out().phrase(0, "figures.rounded", Figures.DIGITS);
        new ComparisonLines(out()).print(whatIf.comparison());
        @Nullable Quantity bought = whatIf.boughtGreenPower();
        if (bought != null) {
            out().phrase(0, "whatif.bought", Figures.rounded(bought));
        }
        if (before != null && after != null) {
            print("whatif.gradeBefore", before);
            print("whatif.gradeAfter", after);
        }
        whatIf.notices().forEach(notice -> out().plain(1, "- " + out().word(notice)));
    }

    private void print(String key, GradeOutcome outcome) {
        if (outcome instanceof Grade grade) {
            out().phrase(
                            0,
                            key,
                            grade.grade().rank(),
                            Figures.exact(grade.ratio()),
                            out().word(grade.level().label()));
            @Nullable Quantity further = grade.toBetterGrade();
            if (further == null) {
                out().phrase(1, "grade.bestGrade");
            } else {
                out().phrase(1, "grade.toBetterGrade", Figures.rounded(further));
            }
        } else if (outcome instanceof NotGradable refused) {
            out().phrase(0, "grade.none", refused.reasons().size());
            refused.reasons().forEach(out()::refusal);
        }
    }
}
