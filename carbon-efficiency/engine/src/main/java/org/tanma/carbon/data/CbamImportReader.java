// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.cbam.certificate.ImportCase;

/** Reads imports to count CBAM certificates for. */
final class CbamImportReader {
    private static final Pattern QUARTER = Pattern.compile("(20[0-9]{2})-Q([1-4])");

    private final CbamFigures figures;

    CbamImportReader(CbamFigures figures) {
        this.figures = figures;
    }

    Optional<ImportCase> importCase(YamlObject yaml) {
        yaml.allowing(
                "id",
                "cn",
                "origin",
                "year",
                "process",
                "default",
                "variant",
                "embedded",
                "precursorAllocation",
                "route",
                "netMass",
                "importerMass",
                "price",
                "paidPerTonne");
        return Optional.of(new ImportCase(
                yaml.text("id"),
                figures.cn(yaml),
                yaml.text("origin"),
                yaml.integer("year"),
                emissions(yaml),
                yaml.findText("route"),
                figures.find(yaml, "netMass"),
                figures.find(yaml, "importerMass"),
                price(yaml),
                yaml.has("paidPerTonne") ? figures.decimal(yaml, "paidPerTonne") : null));
    }

    private ImportCase.Emissions emissions(YamlObject yaml) {
        @Nullable String process = yaml.findText("process");
        if (process != null) {
            return new ImportCase.Emissions.FromProcess(process);
        }
        return yaml.flag("default", false)
                ? new ImportCase.Emissions.Default(figures.variant(yaml))
                : new ImportCase.Emissions.Actual(
                        figures.measured(yaml.object("embedded")),
                        figures.measured(yaml.object("precursorAllocation")));
    }

    private ImportCase.Price price(YamlObject yaml) {
        if (!yaml.has("price")) {
            return new ImportCase.Price.None();
        }
        YamlObject price = yaml.object("price").allowing("euro", "evidence", "quarter");
        @Nullable String quarter = price.findText("quarter");
        if (quarter == null) {
            return new ImportCase.Price.Given(figures.decimal(price, "euro"), price.text("evidence"));
        }
        Matcher matcher = QUARTER.matcher(quarter);
        if (!matcher.matches()) {
            throw new EditionFormatException(price.place(), "'" + quarter + "' is no quarter such as 2026-Q1");
        }
        return new ImportCase.Price.OfQuarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
}
