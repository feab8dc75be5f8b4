// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.declare;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.tanma.carbon.grading.SizeClass;
import org.tanma.carbon.grading.physical.PhysicalScheme;
import org.tanma.carbon.quantity.ParsedUnit;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;

/** Finds everything that is wrong with a declaration. */
public final class DeclarationCheck {
    private static final int MOST = 100;
    private static final int LONGEST = 200;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,12})?");
    private static final Wording NUMBER = new Wording("十进制数，例如 12.5", "a decimal number such as 12.5");

    private final UnitCatalog units;
    private final PhysicalScheme scheme;
    private final List<WordedViolation> violations = new ArrayList<>();

    private DeclarationCheck(UnitCatalog units, PhysicalScheme scheme) {
        this.units = units;
        this.scheme = scheme;
    }

    /** Everything wrong; empty when it can be stored. */
    public static List<WordedViolation> of(GradingDeclaration declaration, UnitCatalog units, PhysicalScheme scheme) {
        DeclarationCheck check = new DeclarationCheck(units, scheme);
        check.check(declaration);
        return check.violations;
    }

    private void check(GradingDeclaration declaration) {
        if (!declaration.size().isEmpty()
                && SizeClass.fromCode(declaration.size()).isEmpty()) {
            add("size", declaration.size(), Wording.same("large, medium, small, micro"));
        }
        if (!declaration.limitsOn().isEmpty()) {
            try {
                LocalDate.parse(declaration.limitsOn());
            } catch (DateTimeException e) {
                add("limitsOn", declaration.limitsOn(), new Wording("日期，例如 2026-12-31", "a day such as 2026-12-31"));
            }
        }
        int many = Math.max(
                declaration.products().size(), declaration.standardCoal().size());
        if (many > MOST) {
            add("products", Integer.toString(many), new Wording("最多 " + MOST + " 项", "at most " + MOST));
            return;
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < declaration.products().size(); i++) {
            product("products/" + i, declaration.products().get(i), seen);
        }
        declaration
                .standardCoal()
                .forEach((carrier, coefficient) -> coefficient("standardCoal/" + carrier, coefficient));
    }

    private void product(String path, GradingDeclaration.Product product, Set<String> seen) {
        if (scheme.find(product.product()).isEmpty() || !seen.add(product.product())) {
            add(
                    path + "/product",
                    product.product(),
                    new Wording(
                            "每种产品一次：" + String.join("、", scheme.products().keySet()),
                            "each product once: "
                                    + String.join(", ", scheme.products().keySet())));
        }
        if (!isDecimal(product.output()) || new BigDecimal(product.output()).signum() <= 0) {
            add(path + "/output", product.output(), new Wording("大于 0 的十进制数", "a decimal number above 0"));
        }
        if (units.parse(product.unit()) instanceof ParsedUnit.Unknown) {
            add(
                    path + "/unit",
                    product.unit(),
                    new Wording("产量单位，例如 t、kg、weight-box", "a unit of output such as t, kg, weight-box"));
        }
        product.shares().forEach((source, share) -> {
            boolean isShare = isDecimal(share)
                    && new BigDecimal(share).signum() > 0
                    && new BigDecimal(share).compareTo(BigDecimal.ONE) <= 0;
            if (!isShare) {
                add(path + "/shares/" + cut(source), share, new Wording("大于 0、不超过 1 的十进制数", "above 0, at most 1"));
            }
        });
        decimals(path + "/figures/", product.figures());
        if (product.shares().size() > MOST || product.figures().size() > MOST) {
            add(path, "", new Wording("最多 " + MOST + " 项", "at most " + MOST));
        }
    }

    private void decimals(String path, Map<String, String> figures) {
        figures.forEach((name, figure) -> {
            if (!isDecimal(figure)) {
                add(path + cut(name), figure, NUMBER);
            }
        });
    }

    private void coefficient(String path, GradingDeclaration.Coefficient coefficient) {
        if (!isDecimal(coefficient.value()) || new BigDecimal(coefficient.value()).signum() <= 0) {
            add(path + "/value", coefficient.value(), new Wording("大于 0 的十进制数", "a decimal number above 0"));
        }
        boolean isCoal =
                coefficient.unit().startsWith("kgce/") && units.parse(coefficient.unit()) instanceof ParsedUnit.Known;
        if (!isCoal) {
            add(path + "/unit", coefficient.unit(), new Wording("例如 kgce/Nm3、kgce/t", "such as kgce/Nm3, kgce/t"));
        }
        if (coefficient.evidence().isBlank() || coefficient.evidence().length() > LONGEST) {
            add(
                    path + "/evidence",
                    coefficient.evidence(),
                    new Wording("依据，1 至 200 字", "the evidence, 1 to 200 characters"));
        }
    }

    private static boolean isDecimal(String text) {
        return DECIMAL.matcher(text).matches();
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private void add(String path, String given, Wording allowed) {
        violations.add(new WordedViolation(path, cut(given), allowed, Wording.NONE));
    }
}
