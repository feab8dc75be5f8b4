// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.metrics;

import io.prometheus.metrics.model.registry.Collector;
import io.prometheus.metrics.model.snapshots.ClassicHistogramBuckets;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot.HistogramDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.Unit;
import java.util.function.Function;
import org.tanma.resolver.meter.AnswerTimes;
import org.tanma.resolver.meter.Face;

/**
 * One histogram of Prometheus, with the times of each face under its label, in seconds.
 *
 * <p>Micrometer keeps histograms of its own only; this shows what the faces counted, in the registry that it writes out.
 *
 * @param name without its unit
 * @param help what is timed
 * @param times of a face
 */
record FaceTimes(String name, String help, Function<Face, AnswerTimes> times) implements Collector {
    @Override
    public MetricSnapshot collect() {
        HistogramSnapshot.Builder histogram = HistogramSnapshot.builder()
                .name(name + "_seconds")
                .unit(Unit.SECONDS)
                .help(help);
        for (Face face : Face.values()) {
            AnswerTimes of = times.apply(face);
            histogram.dataPoint(HistogramDataPointSnapshot.builder()
                    .labels(Labels.of("face", face.label()))
                    .classicHistogramBuckets(ClassicHistogramBuckets.of(AnswerTimes.bounds(), of.counts()))
                    .sum(of.seconds())
                    .build());
        }
        return histogram.build();
    }
}
