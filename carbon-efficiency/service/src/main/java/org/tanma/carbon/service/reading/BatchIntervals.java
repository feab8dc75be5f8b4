// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.reading;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tanma.carbon.service.ingest.MeterReading;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;

/**
 * What the values of a statement come to after those kept: intervals that go on where the newest one ends, or what hinders it.
 * A counter's value counts the difference from the one before; its first, or the first after a restart, begins an interval of
 * no length.
 */
record BatchIntervals(List<MeterReading> readings, List<WordedViolation> violations) {
    BatchIntervals {
        readings = List.copyOf(readings);
        violations = List.copyOf(violations);
    }

    /** @param last the newest reading kept of the meter and kind */
    static BatchIntervals of(SignedBatch batch, String kind, Optional<MeterReading> last) {
        List<WordedViolation> violations = new ArrayList<>();
        Instant first = batch.from() == null ? batch.readings().get(0).at() : batch.from();
        last.ifPresent(newest -> {
            boolean isLater = batch.from() == null ? first.isAfter(newest.to()) : !first.isBefore(newest.to());
            if (!isLater) {
                violations.add(early(batch, first, newest.to()));
            }
        });
        if (!violations.isEmpty()) {
            return new BatchIntervals(List.of(), violations);
        }
        List<MeterReading> readings = batch.isCounter()
                ? differences(batch, kind, batch.isRestart() ? Optional.empty() : last, violations)
                : amounts(batch, kind, first);
        return new BatchIntervals(violations.isEmpty() ? readings : List.of(), violations);
    }

    private static WordedViolation early(SignedBatch batch, Instant first, Instant newest) {
        return new WordedViolation(
                batch.from() == null ? "readings[0].at" : "from",
                first.toString(),
                new Wording("不早于 " + newest, newest + " or later"),
                new Wording(
                        "该计量器具在此之前的读数已收到，读数须按时间先后发送",
                        "readings of this meter up to then are here already; they are sent in the order of time"));
    }

    private static List<MeterReading> amounts(SignedBatch batch, String kind, Instant first) {
        List<MeterReading> readings = new ArrayList<>(batch.readings().size());
        Instant from = first;
        for (SignedBatch.Value value : batch.readings()) {
            readings.add(new MeterReading(batch.meter(), kind, from, value.at(), value.value(), batch.unit(), ""));
            from = value.at();
        }
        return readings;
    }

    private static List<MeterReading> differences(
            SignedBatch batch, String kind, Optional<MeterReading> last, List<WordedViolation> violations) {
        Optional<MeterReading> before = last.filter(l -> !l.counter().isEmpty());
        before.filter(l -> !l.unit().equals(batch.unit()))
                .ifPresent(l -> violations.add(new WordedViolation(
                        "unit",
                        batch.unit(),
                        Wording.same(l.unit()),
                        new Wording(
                                "计数器的单位不能中途改变；换表请写 \"restart\": true",
                                "a counter keeps its unit; where the meter was exchanged say \"restart\": true"))));
        Instant from =
                before.map(MeterReading::to).orElse(batch.readings().get(0).at());
        BigDecimal shown = new BigDecimal(
                before.map(MeterReading::counter).orElse(batch.readings().get(0).value()));
        List<MeterReading> readings = new ArrayList<>(batch.readings().size());
        for (int i = 0; i < batch.readings().size(); i++) {
            SignedBatch.Value value = batch.readings().get(i);
            BigDecimal now = new BigDecimal(value.value());
            if (now.compareTo(shown) < 0) {
                violations.add(fallen(i, value.value(), shown));
            }
            readings.add(new MeterReading(
                    batch.meter(),
                    kind,
                    from,
                    value.at(),
                    now.subtract(shown).toPlainString(),
                    batch.unit(),
                    value.value()));
            from = value.at();
            shown = now;
        }
        return readings;
    }

    private static WordedViolation fallen(int index, String value, BigDecimal shown) {
        return new WordedViolation(
                "readings[" + index + "].value",
                value,
                new Wording("不小于 " + shown.toPlainString(), shown.toPlainString() + " or more"),
                new Wording(
                        "计数器不会倒走；换表或清零后请另发一批并写 \"restart\": true",
                        "a counter does not go back; after an exchange or a reset send a statement with \"restart\": true"));
    }
}
