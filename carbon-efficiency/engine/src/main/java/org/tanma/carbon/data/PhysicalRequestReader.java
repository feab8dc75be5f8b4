// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.physical.PhysicalRequest;
import org.tanma.carbon.inventory.MeasuredValue;

/** Reads which products are to be graded by their energy. */
final class PhysicalRequestReader {
    private PhysicalRequestReader() {}

    /** The request under {@code physical}; what is wrong with it is noted in {@code parts}. */
    static Optional<PhysicalRequest> read(RequestParts parts, YamlObject yaml) {
        return parts.attempt(yaml.place(), () -> {
            yaml.allowing("scheme", "products", "standardCoal", "limitsOn");
            List<PhysicalRequest.Made> made = parts.each(yaml, "products", product -> made(parts, product));
            if (yaml.objects("products").isEmpty()) {
                throw new EditionFormatException(yaml.place(), "'products' needs at least one product");
            }
            Map<String, MeasuredValue> standardCoal = new LinkedHashMap<>();
            yaml.objectMap("standardCoal")
                    .forEach((carrier, value) -> parts.quantity(value.allowing("value", "unit", "evidence"))
                            .ifPresent(found ->
                                    standardCoal.put(carrier, new MeasuredValue(found, value.text("evidence")))));
            @Nullable String day = yaml.findText("limitsOn");
            return new PhysicalRequest(
                    EditionRef.parse(yaml.text("scheme")),
                    made,
                    standardCoal,
                    day == null ? null : LocalDate.parse(day));
        });
    }

    private static Optional<PhysicalRequest.Made> made(RequestParts parts, YamlObject yaml) {
        yaml.allowing("product", "output", "shares", "figures");
        return parts.quantity(yaml.object("output").allowing("value", "unit"))
                .map(output -> new PhysicalRequest.Made(
                        yaml.text("product"), output, decimals(yaml, "shares"), decimals(yaml, "figures")));
    }

    private static Map<String, BigDecimal> decimals(YamlObject yaml, String key) {
        Map<String, BigDecimal> decimals = new LinkedHashMap<>();
        yaml.textMap(key).forEach((name, text) -> {
            try {
                decimals.put(name, new BigDecimal(text));
            } catch (NumberFormatException e) {
                throw new EditionFormatException(
                        yaml.place() + "/" + key + "/" + name, "'" + text + "' is not a decimal such as 0.5", e);
            }
        });
        return decimals;
    }
}
