// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.verify;

import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.inventory.Intensity;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.InventoryTotals;
import org.tanma.carbon.inventory.SourceTotal;
import org.tanma.carbon.inventory.ValueChain;

/**
 * An inventory, for people: sums, sources, emissions per output, what to know, digest.
 *
 * <p>Sums are rounded to {@value Figures#DIGITS} significant digits, emissions per output are not; the page says so.
 */
final class InventoryLines {
    private final Lines lines;

    InventoryLines(Lines lines) {
        this.lines = lines;
    }

    void print(Inventory inventory, String digest) {
        @Nullable EditionRef fuelSet = inventory.fuelSet();
        lines.phrase(0, "inventory.title", inventory.subject(), inventory.year());
        lines.phrase(
                0,
                "inventory.basis",
                inventory.method(),
                fuelSet == null ? "–" : fuelSet,
                inventory.gwpSet(),
                lines.word(inventory.geography().name()));
        lines.phrase(0, "figures.rounded", Figures.DIGITS);
        print(inventory.totals());
        lines.phrase(0, "inventory.sources");
        inventory.sources().forEach(this::print);
        @Nullable ValueChain chain = inventory.valueChain();
        if (chain != null) {
            print(chain);
        }
        @Nullable Intensity intensity = inventory.intensity();
        if (intensity != null) {
            print(intensity);
        }
        lines.phrase(
                0,
                "inventory.factors",
                inventory.factors().size(),
                lines.word(inventory.quality().label()));
        list("inventory.absent", inventory.absentTerms());
        list(
                "inventory.notCovered",
                inventory.notCovered().stream().map(lines::word).toList());
        list("inventory.notices", inventory.notices().stream().map(lines::word).toList());
        lines.phrase(0, "inventory.digest", digest);
    }

    private void print(InventoryTotals totals) {
        lines.phrase(0, "inventory.total", Figures.rounded(totals.total()));
        lines.phrase(1, "inventory.scope1", Figures.rounded(totals.scope1()));
        lines.phrase(1, "inventory.scope2", Figures.rounded(totals.scope2()));
        lines.phrase(1, "inventory.energyCo2", Figures.rounded(totals.energyCo2()));
        lines.phrase(1, "inventory.processCo2", Figures.rounded(totals.processCo2()));
        lines.phrase(1, "inventory.biogenicCo2", Figures.rounded(totals.biogenicCo2()));
        lines.phrase(1, "inventory.fuelEnergy", Figures.rounded(totals.fuelEnergy()));
        if (totals.gases().size() > 1) {
            totals.gases()
                    .forEach(gas -> lines.phrase(
                            1,
                            "inventory.gas",
                            gas.gas().symbol(),
                            Figures.rounded(gas.mass()),
                            Figures.rounded(gas.co2e())));
        }
    }

    private void print(ValueChain chain) {
        lines.phrase(0, "inventory.scope3", Figures.rounded(chain.total()));
        chain.sources().forEach(this::print);
        chain.notices().forEach(notice -> lines.plain(1, "- " + lines.word(notice)));
    }

    private void print(SourceTotal source) {
        lines.phrase(
                1,
                "inventory.source",
                source.source(),
                lines.word(source.label()),
                source.activity(),
                Figures.rounded(source.amount()),
                Figures.rounded(source.emission()),
                Figures.percent(source.share()));
    }

    private void print(Intensity intensity) {
        lines.phrase(0, "inventory.intensity", intensity.activityLevel());
        lines.phrase(1, "inventory.direct", intensity.direct());
        lines.phrase(1, "inventory.indirect", intensity.indirect());
        lines.phrase(1, "inventory.both", intensity.total());
    }

    private void list(String key, Iterable<String> texts) {
        if (texts.iterator().hasNext()) {
            lines.phrase(0, key);
            texts.forEach(text -> lines.plain(1, "- " + text));
        }
    }
}
