// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.Band;
import org.tanma.carbon.grading.GradingScheme;
import org.tanma.carbon.grading.Scale;
import org.tanma.carbon.quantity.UnitCatalog;

/** Reads {@code scheme.yaml}. */
final class SchemeReader {
    private final EditionFolder folder;
    private final UnitCatalog units;

    SchemeReader(EditionFolder folder, UnitCatalog units) {
        this.folder = folder;
        this.units = units;
    }

    GradingScheme read(EditionRef ref) {
        String path = "schemes/" + ref;
        YamlObject yaml = YamlObject.parse(path + "/scheme.yaml", folder.read(path + "/scheme.yaml"))
                .allowing(
                        "title",
                        "numerator",
                        "intensity_unit",
                        "levels",
                        "grades",
                        "minimum_peers",
                        "industry_digits",
                        "validity_months");
        String numerator = yaml.text("numerator");
        return new GradingScheme(
                SourceReader.read(folder, path, ref),
                yaml.localText("title"),
                Arrays.stream(GradingScheme.Numerator.values())
                        .filter(each -> each.code().equals(numerator))
                        .findFirst()
                        .orElseThrow(() -> new EditionFormatException(path, "unknown numerator '" + numerator + "'")),
                units.get(yaml.text("intensity_unit")),
                scale(yaml.objects("levels")),
                scale(yaml.objects("grades")),
                yaml.integer("minimum_peers"),
                yaml.integer("industry_digits"),
                yaml.integer("validity_months"));
    }

    private static Scale scale(List<YamlObject> yaml) {
        List<Band> bands = new ArrayList<>();
        for (YamlObject band : yaml) {
            band.allowing("label", "up_to");
            @Nullable String bound = band.findText("up_to");
            bands.add(
                    new Band(bands.size() + 1, band.localText("label"), bound == null ? null : new BigDecimal(bound)));
        }
        return new Scale(bands);
    }
}
