// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.comparison.MethodComparison;
import org.tanma.carbon.comparison.MethodComparison.ComparedTerm;
import org.tanma.carbon.comparison.MethodComparison.Side;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.InventoryRequestReader;
import org.tanma.carbon.data.ParsedRequest;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.inventory.Incomplete;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.report.ResultDocument;
import org.tanma.standalone.phrase.Phrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tanma compare FILE --method NAME/EDITION}: the same data by two methods, without a node. */
@Command(name = "compare")
final class CompareCommand extends VerifierCommand {
    @Option(names = "--method", paramLabel = "NAME/EDITION", required = true, descriptionKey = "methods.method")
    private String method = "";

    CompareCommand(Phrases phrases) {
        super(phrases);
    }

    @Override
    int verify(EngineCatalog catalog, String place, byte[] request) {
        ParsedRequest parsed = new InventoryRequestReader(catalog.units()).read(place, request);
        if (parsed instanceof ParsedRequest.Refused refused) {
            return unreadable(refused.missing());
        }
        InventoryRequest data = ((ParsedRequest.Read) parsed).request();
        Optional<MethodComparison> comparison =
                edition().flatMap(other -> catalog.comparisonEngine().compare(data, other));
        if (comparison.isEmpty()) {
            err().phrase(
                            0,
                            "methods.unknown",
                            method,
                            String.join(
                                    ", ",
                                    catalog.methods().all().stream()
                                            .filter(known -> known.serves(data.year()))
                                            .map(known -> known.ref().toString())
                                            .toList()));
            return MISUSED;
        }
        if (isJson()) {
            document(ResultDocument.of(comparison.get()));
        } else {
            print(data, comparison.get());
        }
        return comparison.get().difference() == null ? REFUSED : DONE;
    }

    private Optional<EditionRef> edition() {
        try {
            return Optional.of(EditionRef.parse(method));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void print(InventoryRequest data, MethodComparison comparison) {
        Lines lines = out();
        lines.phrase(0, "methods.title", data.subject(), data.year());
        lines.phrase(0, "figures.rounded", Figures.DIGITS);
        side(lines, comparison.first());
        side(lines, comparison.second());
        @Nullable Quantity difference = comparison.difference();
        if (difference == null) {
            return;
        }
        lines.phrase(0, "methods.difference", Figures.rounded(difference));
        lines.phrase(0, "methods.terms");
        for (ComparedTerm term : comparison.terms()) {
            lines.phrase(
                    1,
                    "methods.term",
                    lines.word(term.label()),
                    term.term(),
                    figure(lines, term.first()),
                    figure(lines, term.second()));
        }
    }

    private static String figure(Lines lines, @Nullable Quantity figure) {
        return figure == null ? lines.text("methods.none") : Figures.rounded(figure);
    }

    private static void side(Lines lines, Side side) {
        if (side.outcome() instanceof Inventory inventory) {
            @Nullable EditionRef fuelSet = inventory.fuelSet();
            lines.phrase(
                    0,
                    "methods.side",
                    side.method(),
                    fuelSet == null ? "–" : fuelSet,
                    inventory.gwpSet(),
                    Figures.rounded(inventory.totals().total()));
        } else if (side.outcome() instanceof Incomplete incomplete) {
            lines.phrase(
                    0, "methods.incomplete", side.method(), incomplete.missing().size());
            incomplete.missing().forEach(lines::missing);
        }
        if (!side.readAs().isEmpty()) {
            lines.phrase(1, "methods.readAs", String.join("; ", side.readAs()));
        }
        if (!side.leftOut().isEmpty()) {
            lines.phrase(1, "methods.leftOut", String.join("; ", side.leftOut()));
        }
    }
}
