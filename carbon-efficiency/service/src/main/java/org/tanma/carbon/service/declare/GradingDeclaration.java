// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.declare;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise declares for one year. Figures are decimal texts.
 *
 * @param size size class {@code large}, {@code medium}, {@code small}, {@code micro}; empty if not declared
 * @param products products to be graded by their energy, by id
 * @param standardCoal coefficients for energy that the tables give none for, by carrier
 * @param limitsOn day whose energy limits are compared with, ISO 8601; empty for the last day of the year
 */
public record GradingDeclaration(
        String size, List<Product> products, SortedMap<String, Coefficient> standardCoal, String limitsOn) {
    // A member that a JSON text leaves out arrives as null.
    public GradingDeclaration {
        size = orEmpty(size);
        products = products == null ? List.of() : List.copyOf(products);
        standardCoal = sorted(standardCoal);
        limitsOn = orEmpty(limitsOn);
    }

    /**
     * A product made in the year.
     *
     * @param product its id in the scheme of energy per product
     * @param output amount made
     * @param unit unit of the amount
     * @param shares the part of each source's energy that it took, by source; empty when it took all
     * @param figures what corrections of its limit ask for, by name
     */
    public record Product(
            String product,
            String output,
            String unit,
            SortedMap<String, String> shares,
            SortedMap<String, String> figures) {
        public Product {
            product = orEmpty(product);
            output = orEmpty(output);
            unit = orEmpty(unit);
            shares = sorted(shares);
            figures = sorted(figures);
        }
    }

    /** Standard coal per amount, with the paper that says so. */
    public record Coefficient(String value, String unit, String evidence) {
        public Coefficient {
            value = orEmpty(value);
            unit = orEmpty(unit);
            evidence = orEmpty(evidence);
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> SortedMap<String, T> sorted(@Nullable Map<String, T> map) {
        return java.util.Collections.unmodifiableSortedMap(map == null ? new TreeMap<>() : new TreeMap<>(map));
    }
}
