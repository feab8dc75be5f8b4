// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.EditionSource;
import org.tanma.carbon.grading.physical.PhysicalScheme;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.text.LocalText;

/** Reads schemes that compare energy per product with the levels of energy limits. */
final class PhysicalSchemeReader {
    private PhysicalSchemeReader() {}

    static PhysicalScheme read(EditionSource source, YamlObject yaml, UnitCatalog units) {
        yaml.allowing("sort", "title", "validity_months", "standard_coal", "carriers", "grades", "products");
        Map<String, PhysicalScheme.Carrier> carriers = new LinkedHashMap<>();
        yaml.objectMap("carriers").forEach((term, carrier) -> {
            carrier.allowing("carrier", "delivered");
            carriers.put(
                    term, new PhysicalScheme.Carrier(carrier.findText("carrier"), carrier.flag("delivered", false)));
        });
        List<LocalText> labels = new ArrayList<>();
        for (YamlObject grade : yaml.objects("grades")) {
            labels.add(grade.allowing("label").localText("label"));
        }
        Map<String, PhysicalScheme.Product> products = new LinkedHashMap<>();
        yaml.objectMap("products").forEach((id, product) -> products.put(id, product(id, product, units)));
        return new PhysicalScheme(
                source,
                yaml.localText("title"),
                yaml.integer("validity_months"),
                refs(yaml, "standard_coal"),
                carriers,
                labels,
                products);
    }

    private static PhysicalScheme.Product product(String id, YamlObject yaml, UnitCatalog units) {
        yaml.allowing("title", "limits", "row", "measure", "corrections");
        return new PhysicalScheme.Product(
                id,
                yaml.localText("title"),
                refs(yaml, "limits"),
                yaml.has("row") ? yaml.text("row") : id,
                yaml.has("measure")
                        ? PhysicalScheme.Measure.fromCode(yaml.text("measure"))
                        : PhysicalScheme.Measure.COMPREHENSIVE,
                yaml.objects("corrections").stream()
                        .map(each -> correction(each, units))
                        .toList());
    }

    private static PhysicalScheme.Correction correction(YamlObject yaml, UnitCatalog units) {
        yaml.allowing("figure", "title", "unit", "base", "below", "least", "most", "per_unit", "source");
        return new PhysicalScheme.Correction(
                yaml.text("figure"),
                yaml.localText("title"),
                units.get(yaml.text("unit")).symbol(),
                new BigDecimal(yaml.text("base")),
                yaml.flag("below", false),
                decimal(yaml.findText("least")),
                decimal(yaml.findText("most")),
                yaml.texts("per_unit").stream().map(BigDecimal::new).toList(),
                yaml.text("source"));
    }

    private static @Nullable BigDecimal decimal(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }

    private static List<EditionRef> refs(YamlObject yaml, String key) {
        return yaml.texts(key).stream().map(EditionRef::parse).toList();
    }
}
