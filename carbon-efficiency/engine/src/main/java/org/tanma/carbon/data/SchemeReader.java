// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.EditionSource;
import org.tanma.carbon.grading.Band;
import org.tanma.carbon.grading.GradingScheme;
import org.tanma.carbon.grading.PeerSelection;
import org.tanma.carbon.grading.Reference;
import org.tanma.carbon.grading.Scale;
import org.tanma.carbon.grading.Scheme;
import org.tanma.carbon.grading.SchemeSort;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.UnitCatalog;

/** Reads {@code scheme.yaml} of any sort; without a sort it compares with peers. */
final class SchemeReader {
    private final EditionFolder folder;
    private final UnitCatalog units;

    SchemeReader(EditionFolder folder, UnitCatalog units) {
        this.folder = folder;
        this.units = units;
    }

    Scheme read(EditionRef ref) {
        String path = "schemes/" + ref;
        YamlObject yaml = YamlObject.parse(path + "/scheme.yaml", folder.read(path + "/scheme.yaml"));
        EditionSource source = SourceReader.read(folder, path, ref);
        try {
            return read(source, yaml, units);
        } catch (IllegalArgumentException e) {
            throw new EditionFormatException(path + "/scheme.yaml", String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Reads a scheme that is said to come from {@code source}.
     *
     * <p>Errors: {@link EditionFormatException} and {@link IllegalArgumentException} that say what is wrong.
     */
    static Scheme read(EditionSource source, YamlObject yaml, UnitCatalog units) {
        SchemeSort sort = yaml.has("sort") ? SchemeSort.fromCode(yaml.text("sort")) : SchemeSort.PEER_RATIO;
        return switch (sort) {
            case PEER_RATIO -> peerRatio(source, yaml, units);
            case PHYSICAL_INTENSITY -> PhysicalSchemeReader.read(source, yaml, units);
            case CHECKLIST -> ChecklistSchemeReader.read(source, yaml, units);
        };
    }

    private static GradingScheme peerRatio(EditionSource source, YamlObject yaml, UnitCatalog units) {
        yaml.allowing(
                "sort",
                "title",
                "numerator",
                "denominator",
                "intensity_unit",
                "levels",
                "grades",
                "reference",
                "minimum_peers",
                "industry_digits",
                "region",
                "same_size",
                "validity_months");
        return new GradingScheme(
                source,
                yaml.localText("title"),
                GradingScheme.Numerator.fromCode(yaml.text("numerator")),
                units.get(yaml.text("intensity_unit")),
                scale(yaml.objects("levels")),
                scale(yaml.objects("grades")),
                yaml.integer("minimum_peers"),
                yaml.integer("industry_digits"),
                yaml.integer("validity_months"),
                yaml.has("denominator")
                        ? GradingScheme.Denominator.fromCode(yaml.text("denominator"))
                        : GradingScheme.Denominator.VALUE_ADDED,
                new PeerSelection(
                        yaml.has("region")
                                ? PeerSelection.RegionLevel.fromCode(yaml.text("region"))
                                : PeerSelection.RegionLevel.NATION,
                        yaml.flag("same_size", false)),
                yaml.has("reference") ? reference(yaml.object("reference"), units) : Reference.WEIGHTED_MEAN);
    }

    private static Reference reference(YamlObject yaml, UnitCatalog units) {
        yaml.allowing("kind", "percent", "definition", "value", "unit", "source");
        String kind = yaml.text("kind");
        return switch (kind) {
            case "weighted-mean" -> {
                yaml.allowing("kind");
                yield Reference.WEIGHTED_MEAN;
            }
            case "percentile" -> {
                yaml.allowing("kind", "percent", "definition");
                yield new Reference.Percentile(
                        new BigDecimal(yaml.text("percent")), Reference.Definition.fromCode(yaml.text("definition")));
            }
            case "benchmark" -> {
                yaml.allowing("kind", "value", "unit", "source");
                yield new Reference.Benchmark(
                        Quantity.of(yaml.text("value"), units.get(yaml.text("unit"))), yaml.text("source"));
            }
            default ->
                throw new EditionFormatException(
                        yaml.place(),
                        "unknown kind of reference '" + kind + "', not one of weighted-mean, percentile, benchmark");
        };
    }

    private static Scale scale(List<YamlObject> yaml) {
        List<Band> bands = new ArrayList<>();
        for (YamlObject band : yaml) {
            band.allowing("label", "up_to", "below");
            @Nullable String upTo = band.findText("up_to");
            @Nullable String below = band.findText("below");
            if (upTo != null && below != null) {
                throw new EditionFormatException(
                        band.place(), "a bound is 'up_to', which belongs to the band, or 'below', which does not");
            }
            @Nullable String bound = upTo == null ? below : upTo;
            bands.add(new Band(
                    bands.size() + 1,
                    band.localText("label"),
                    bound == null ? null : new BigDecimal(bound),
                    below == null));
        }
        return new Scale(bands);
    }
}
