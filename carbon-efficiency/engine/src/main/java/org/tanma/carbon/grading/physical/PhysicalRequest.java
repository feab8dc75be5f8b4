// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.grading.physical;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.quantity.Quantity;

/**
 * What products are to be graded by their energy, beside an inventory that holds the readings.
 *
 * @param scheme scheme edition
 * @param products the products, each once
 * @param standardCoal coefficients that the enterprise gives, by carrier: for what the tables give as a range only, or not
 * @param limitsOn day whose limits are compared with; null for the last day of the inventory's year
 */
public record PhysicalRequest(
        EditionRef scheme,
        List<Made> products,
        Map<String, MeasuredValue> standardCoal,
        @Nullable LocalDate limitsOn) {
    public PhysicalRequest {
        products = List.copyOf(products);
        standardCoal = Map.copyOf(standardCoal);
        if (products.stream().map(Made::product).distinct().count() != products.size()) {
            throw new IllegalArgumentException("a product stands in the request twice");
        }
    }

    /**
     * A product made in the year.
     *
     * @param product its id in the scheme
     * @param output amount made
     * @param shares the part of each source's energy that it took, by source, above 0 to 1; empty when it took all energy of
     *     the inventory
     * @param figures what corrections ask for, by name, in the unit that the scheme names
     */
    public record Made(
            String product, Quantity output, Map<String, BigDecimal> shares, Map<String, BigDecimal> figures) {
        public Made {
            shares = java.util.Collections.unmodifiableMap(new TreeMap<>(shares));
            figures = java.util.Collections.unmodifiableMap(new TreeMap<>(figures));
            shares.forEach((source, share) -> {
                if (share.signum() <= 0 || share.compareTo(BigDecimal.ONE) > 0) {
                    throw new IllegalArgumentException(
                            "the share of " + source + " in " + product + " is above 0 and at most 1, not " + share);
                }
            });
        }
    }
}
