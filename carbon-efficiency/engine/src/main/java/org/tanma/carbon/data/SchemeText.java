// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.util.List;
import java.util.Optional;
import org.tanma.carbon.factor.EditionSource;
import org.tanma.carbon.factor.FactorCatalog;
import org.tanma.carbon.grading.Scheme;
import org.tanma.carbon.grading.physical.PhysicalScheme;
import org.tanma.carbon.inventory.Missing;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.text.LocalText;

/**
 * Reads a scheme that is not shipped: one that a regulator drafts.
 *
 * <p>Shape: the text of a {@code scheme.yaml}, in YAML or JSON, UTF-8. Thread-safe.
 */
public final class SchemeText {
    private final UnitCatalog units;
    private final FactorCatalog factors;

    /** @param factors the editions that a scheme may compare with */
    public SchemeText(UnitCatalog units, FactorCatalog factors) {
        this.units = units;
        this.factors = factors;
    }

    /** What reading came to. */
    public sealed interface Parsed {
        /** A scheme that can be graded by. */
        record Read(Scheme scheme) implements Parsed {}

        /** What is wrong, at least one thing. */
        record Refused(List<Missing> missing) implements Parsed {
            public Refused {
                missing = List.copyOf(missing);
            }
        }
    }

    /** Reads a scheme that comes from {@code source}. */
    public Parsed read(EditionSource source, byte[] text) {
        String place = source.ref().toString();
        RequestParts parts = new RequestParts(units);
        Optional<Scheme> scheme = parts.attempt(place, () -> YamlObject.parse(place, text))
                .flatMap(yaml -> parts.attempt(place, () -> SchemeReader.read(source, yaml, units)));
        scheme.ifPresent(read -> {
            if (read instanceof PhysicalScheme physical) {
                checkLimits(parts, physical);
            }
        });
        return parts.isSound() && scheme.isPresent()
                ? new Parsed.Read(scheme.get())
                : new Parsed.Refused(parts.missing());
    }

    /** Every product must have a level in the editions of this node. */
    private void checkLimits(RequestParts parts, PhysicalScheme scheme) {
        for (PhysicalScheme.Product product : scheme.products().values()) {
            boolean isKnown = product.limits().stream()
                    .anyMatch(edition -> factors.findById(edition, product.row() + ".level-" + PhysicalScheme.LEVELS)
                            .isPresent());
            if (!isKnown) {
                parts.add(List.of(new Missing(
                        Missing.Reason.FACTOR,
                        scheme.ref() + "/products/" + product.id(),
                        new LocalText("没有该产品的能耗限额行", "no level of an energy limit is known for the product"),
                        product.row() + ".level-" + PhysicalScheme.LEVELS,
                        "",
                        new LocalText("引用本节点已有的能耗限额数据版本", "name an edition of energy limits that this node has"))));
            }
        }
    }
}
