// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.evaluate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.grading.physical.PhysicalGrade;
import org.tanma.carbon.grading.physical.PhysicalGradingEngine;
import org.tanma.carbon.grading.physical.PhysicalOutcome;
import org.tanma.carbon.grading.physical.PhysicalRequest;
import org.tanma.carbon.inventory.Inventory;
import org.tanma.carbon.inventory.MeasuredValue;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.service.declare.GradingDeclaration;
import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;
import org.tanma.carbon.service.scheme.SchemeBook;

/** Grades declared products by their energy, in the words of a stored result. */
final class ProductGrades {
    private final EngineCatalog catalog;
    private final SchemeBook book;
    private final Amounts amounts;

    ProductGrades(EngineCatalog catalog, SchemeBook book) {
        this.catalog = catalog;
        this.book = book;
        this.amounts = new Amounts(catalog.units());
    }

    /** One line for each declared product, by product; none when nothing was declared. */
    List<PhysicalGradeResult> of(EvaluationInputs inputs, Inventory inventory) {
        EvaluationInputs.@Nullable Declared declared = inputs.declared();
        @Nullable String scheme = declared == null ? null : declared.physicalScheme();
        if (declared == null || scheme == null) {
            return List.of();
        }
        PhysicalRequest request = request(EditionRef.parse(scheme), declared.content());
        return engine().grade(request, inventory).stream().map(this::result).toList();
    }

    /** Energy consumption of all readings in standard coal; null where some coefficient is not known. */
    @Nullable
    Quantity energy(EvaluationInputs inputs, Inventory inventory) {
        EvaluationInputs.@Nullable Declared declared = inputs.declared();
        Map<String, MeasuredValue> given = declared == null ? Map.of() : given(declared.content());
        return engine().comprehensiveEnergy(PhysicalChoice.scheme(book), inventory, given)
                .orElse(null);
    }

    private PhysicalGradingEngine engine() {
        return new PhysicalGradingEngine(book.catalog(), catalog.factors(), catalog.methods(), catalog.units());
    }

    private PhysicalRequest request(EditionRef scheme, GradingDeclaration content) {
        return new PhysicalRequest(
                scheme,
                content.products().stream()
                        .map(product -> new PhysicalRequest.Made(
                                product.product(),
                                Quantity.of(product.output(), catalog.units().get(product.unit())),
                                decimals(product.shares()),
                                decimals(product.figures())))
                        .toList(),
                given(content),
                content.limitsOn().isEmpty() ? null : LocalDate.parse(content.limitsOn()));
    }

    private Map<String, MeasuredValue> given(GradingDeclaration content) {
        Map<String, MeasuredValue> given = new TreeMap<>();
        content.standardCoal()
                .forEach((carrier, coefficient) -> given.put(
                        carrier,
                        new MeasuredValue(
                                Quantity.of(coefficient.value(), catalog.units().get(coefficient.unit())),
                                coefficient.evidence())));
        return given;
    }

    private static Map<String, BigDecimal> decimals(SortedMap<String, String> texts) {
        Map<String, BigDecimal> decimals = new TreeMap<>();
        texts.forEach((name, text) -> decimals.put(name, new BigDecimal(text)));
        return decimals;
    }

    private PhysicalGradeResult result(PhysicalOutcome outcome) {
        if (outcome instanceof PhysicalGrade grade) {
            return new PhysicalGradeResult(
                    grade.scheme().toString(), grade.product(), GradeResult.GRADED, graded(grade), List.of());
        }
        return new PhysicalGradeResult(
                outcome.scheme().toString(),
                outcome.product(),
                GradeResult.NOT_GRADABLE,
                null,
                ((PhysicalOutcome.NotGraded) outcome)
                        .reasons().stream()
                                .map(reason -> new GradeResult.Reason(
                                        reason.code(), reason.what(), reason.given(), reason.allowed()))
                                .toList());
    }

    private PhysicalGradeResult.Graded graded(PhysicalGrade grade) {
        return new PhysicalGradeResult.Graded(
                grade.title(),
                grade.measure().code(),
                amounts.of(grade.output()),
                amounts.of(grade.energy()),
                amounts.of(grade.intensity()),
                grade.isWholeSite(),
                grade.lines().stream()
                        .map(line -> new PhysicalGradeResult.Line(
                                line.level(),
                                amounts.of(line.value()),
                                amounts.of(line.printed().value()),
                                line.printed().edition().toString(),
                                line.printed().id(),
                                line.printed().sourceRef()))
                        .toList(),
                grade.grade(),
                grade.label(),
                orNull(grade.toBetter()),
                grade.quality().code(),
                grade.parts().stream()
                        .map(part -> new PhysicalGradeResult.Part(
                                part.source(),
                                part.carrier(),
                                amounts.of(part.amount()),
                                part.share().toPlainString(),
                                orNull(part.coefficient()),
                                part.origin(),
                                amounts.of(part.energy())))
                        .toList());
    }

    private @Nullable Amount orNull(@Nullable Quantity quantity) {
        return quantity == null ? null : amounts.of(quantity);
    }
}
