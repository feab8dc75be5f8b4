// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.quality;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.inventory.ActivityEntry;
import org.tanma.carbon.inventory.InventoryEngine;
import org.tanma.carbon.inventory.InventoryRequest;
import org.tanma.carbon.inventory.ReadingModel;
import org.tanma.carbon.method.Origin;

/** Scores the data of inventories. A pure function of the request and the editions; thread-safe; order plays no part. */
public final class QualityEngine {
    private static final MathContext PRECISION = MathContext.DECIMAL128;

    private final InventoryEngine engine;

    public QualityEngine(InventoryEngine engine) {
        this.engine = engine;
    }

    /** The score of a request's inventory; empty where the request makes none. */
    public Optional<DataQualityScore> score(InventoryRequest request) {
        Map<String, List<ReadingModel>> bySource = new TreeMap<>();
        BigDecimal whole = BigDecimal.ZERO;
        for (ReadingModel model : engine.models(request, List.of())) {
            if (!model.term().isValueChain()) {
                ActivityEntry entry = model.entry();
                bySource.computeIfAbsent(entry.source() + "\n" + entry.activity(), key -> new ArrayList<>())
                        .add(model);
                whole = whole.add(size(model), PRECISION);
            }
        }
        if (bySource.isEmpty()) {
            return Optional.empty();
        }
        List<SourceScore> sources = new ArrayList<>();
        BigDecimal score = BigDecimal.ZERO;
        BigDecimal unknown = BigDecimal.ZERO;
        for (List<ReadingModel> models : bySource.values()) {
            SourceScore source = source(request, models, whole);
            sources.add(source);
            score = score.add(source.weight().multiply(source.score(), PRECISION), PRECISION);
            if (request.detail(source.source()).dataQuality() == null) {
                unknown = unknown.add(source.weight(), PRECISION);
            }
        }
        return Optional.of(new DataQualityScore(rounded(score), sources, rounded(unknown)));
    }

    private static SourceScore source(InventoryRequest request, List<ReadingModel> models, BigDecimal whole) {
        ActivityEntry first = models.get(0).entry();
        BigDecimal size =
                models.stream().map(QualityEngine::size).reduce(BigDecimal.ZERO, (a, b) -> a.add(b, PRECISION));
        BigDecimal amounts = BigDecimal.valueOf(QualityPoints.ofAmounts(request.detail(first.source())));
        BigDecimal evidence = QualityPoints.mean(models.stream()
                .map(model -> QualityPoints.ofEvidence(model.entry()))
                .toList());
        @Nullable BigDecimal parameters = QualityPoints.mean(points(models, QualityPoints::ofParameter));
        @Nullable BigDecimal timeliness = QualityPoints.mean(points(models, QualityPoints::ofAge));
        List<BigDecimal> parts = Stream.of(
                        Optional.of(amounts),
                        Optional.ofNullable(evidence),
                        Optional.ofNullable(parameters),
                        Optional.ofNullable(timeliness))
                .flatMap(Optional::stream)
                .toList();
        BigDecimal score = parts.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(parts.size()), QualityPoints.ROUNDED)
                .stripTrailingZeros();
        return new SourceScore(
                first.source(),
                first.activity(),
                whole.signum() == 0 ? BigDecimal.ZERO : rounded(size.divide(whole, PRECISION)),
                amounts,
                evidence == null ? BigDecimal.ZERO : evidence,
                parameters,
                timeliness,
                score);
    }

    private static List<Integer> points(List<ReadingModel> models, Function<Origin, Optional<Integer>> by) {
        return models.stream()
                .flatMap(model -> model.inputs().stream())
                .flatMap(input -> by.apply(input.origin()).stream())
                .toList();
    }

    private static BigDecimal size(ReadingModel model) {
        return model.emission().amount().abs();
    }

    private static BigDecimal rounded(BigDecimal figure) {
        return figure.round(QualityPoints.ROUNDED).stripTrailingZeros();
    }
}
