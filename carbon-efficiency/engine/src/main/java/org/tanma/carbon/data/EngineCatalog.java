// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.util.List;
import org.tanma.carbon.analysis.AssessmentEngine;
import org.tanma.carbon.cbam.CbamEngine;
import org.tanma.carbon.cbam.goods.CbamCatalog;
import org.tanma.carbon.comparison.ComparisonEngine;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.FactorCatalog;
import org.tanma.carbon.factor.GeographyCatalog;
import org.tanma.carbon.grading.GradingEngine;
import org.tanma.carbon.grading.SchemeCatalog;
import org.tanma.carbon.grading.checklist.ChecklistEngine;
import org.tanma.carbon.grading.physical.PhysicalGradingEngine;
import org.tanma.carbon.inventory.ActivityNames;
import org.tanma.carbon.inventory.InventoryEngine;
import org.tanma.carbon.method.MethodCatalog;
import org.tanma.carbon.quality.QualityEngine;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.uncertainty.UncertaintyEngine;
import org.tanma.carbon.whatif.WhatIfEngine;

/**
 * All that the engine reads, and the engines made from it: the place to start.
 *
 * <p>Contract: read once, immutable, thread-safe. Errors: {@link EditionFormatException} on a file that is missing, not of
 * its form, or changed since its edition was published.
 *
 * @param units the units
 * @param geographies the places
 * @param names names of fuels and materials
 * @param factors factor, fuel and GWP editions
 * @param methods accounting methods
 * @param schemes grading schemes
 * @param cbam goods, default values, benchmarks and parameters of CBAM
 */
public record EngineCatalog(
        UnitCatalog units,
        GeographyCatalog geographies,
        ActivityNames names,
        FactorCatalog factors,
        MethodCatalog methods,
        SchemeCatalog schemes,
        CbamCatalog cbam) {
    /** The editions shipped with the engine. */
    public static EngineCatalog readShipped() {
        return read(EditionFolder.shipped());
    }

    /** The editions that {@code index.yaml} of a folder lists. */
    public static EngineCatalog read(EditionFolder folder) {
        YamlObject index = YamlObject.parse("index.yaml", folder.read("index.yaml"))
                .allowing(
                        "units",
                        "geography",
                        "activities",
                        "factors",
                        "methods",
                        "schemes",
                        "cbam",
                        "carriers",
                        "tariffs");
        UnitCatalog units = UnitReader.read(folder, index.text("units"));
        FactorReader factors = new FactorReader(folder, units);
        MethodReader methods = new MethodReader(folder, units);
        SchemeReader schemes = new SchemeReader(folder, units);
        return new EngineCatalog(
                units,
                PlaceReader.readGeographies(folder, index.text("geography")),
                PlaceReader.readNames(folder, index.text("activities")),
                new FactorCatalog(
                        refs(index, "factors").stream().map(factors::read).toList()),
                new MethodCatalog(
                        refs(index, "methods").stream().map(methods::read).toList()),
                new SchemeCatalog(
                        refs(index, "schemes").stream().map(schemes::read).toList()),
                new CbamDataReader(folder, factors).read(refs(index, "cbam")));
    }

    private static List<EditionRef> refs(YamlObject index, String key) {
        return index.texts(key).stream().map(EditionRef::parse).toList();
    }

    /** An engine for inventories on these editions. */
    public InventoryEngine inventoryEngine() {
        return new InventoryEngine(methods, factors, geographies, units, names);
    }

    /** An engine for the uncertainty of inventories on these editions. */
    public UncertaintyEngine uncertaintyEngine() {
        return new UncertaintyEngine(inventoryEngine(), factors, geographies);
    }

    /** An engine that assesses inventories on these editions. */
    public AssessmentEngine assessmentEngine() {
        return new AssessmentEngine(methods, qualityEngine(), uncertaintyEngine());
    }

    /** An engine for the quality of the data behind inventories. */
    public QualityEngine qualityEngine() {
        return new QualityEngine(inventoryEngine());
    }

    /** An engine for what inventories would be, on these editions. */
    public WhatIfEngine whatIfEngine() {
        return new WhatIfEngine(inventoryEngine(), factors);
    }

    /** An engine for embedded emissions under CBAM on these editions. */
    public CbamEngine cbamEngine() {
        return new CbamEngine(methods, factors, geographies, cbam);
    }

    /** An engine for the same data by two methods. */
    public ComparisonEngine comparisonEngine() {
        return new ComparisonEngine(methods, inventoryEngine());
    }

    /** An engine for grades on these editions. */
    public GradingEngine gradingEngine() {
        return new GradingEngine(schemes);
    }

    /** An engine for grades of products by their energy on these editions. */
    public PhysicalGradingEngine physicalGradingEngine() {
        return new PhysicalGradingEngine(schemes, factors, methods, units);
    }

    /** An engine for lists of indicators on these editions. */
    public ChecklistEngine checklistEngine() {
        return new ChecklistEngine(schemes);
    }
}
