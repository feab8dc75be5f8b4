// SPDX-License-Identifier: Apache-2.0
package org.tanma.template.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tanma.template.model.MetadataTemplate;
import org.tanma.template.validate.RecordValidator;
import org.tanma.template.validate.Violation;

/**
 * Which of the records that exist would break under another version of their template, and why. Fed one record at a time, so that
 * any number of them takes the same memory. For one thread.
 */
public final class MigrationPreview {
    /** Most examples of one reason. */
    public static final int MAX_EXAMPLES = 5;

    private static final int MAX_REASONS = 200;

    private final RecordValidator validator;
    private final MetadataTemplate target;
    private final Migration migration;
    private final Map<String, Tally> reasons = new LinkedHashMap<>();
    private final Map<String, Tally> losses = new LinkedHashMap<>();
    private long records;
    private long breaking;
    private long losing;

    /** @param target the version to be; published or not */
    public MigrationPreview(RecordValidator validator, MetadataTemplate target, Migration migration) {
        this.validator = validator;
        this.target = target;
        this.migration = migration;
    }

    /**
     * One reason, and the records it holds for.
     *
     * @param item path of the item, without the places of elements: {@code components[].share}
     * @param rule id of the rule that refuses it, or {@code loss}
     * @param records how many records have it
     * @param examples some of them
     */
    public record Reason(String item, String rule, long records, List<Example> examples) {
        public Reason {
            examples = List.copyOf(examples);
        }
    }

    /**
     * One record that has it.
     *
     * @param subject which record: its handle, or the number of its row
     * @param violation what is wrong with it
     */
    public record Example(String subject, Violation violation) {}

    /**
     * All of it.
     *
     * @param records how many were looked at
     * @param breaking how many of them the version would refuse
     * @param losing how many of them the steps take something from
     * @param reasons most frequent first
     * @param losses items that lose something, with the number of records
     */
    public record Summary(long records, long breaking, long losing, List<Reason> reasons, Map<String, Long> losses) {
        public Summary {
            reasons = List.copyOf(reasons);
            losses = Map.copyOf(losses);
        }
    }

    private static final class Tally {
        long records;
        final List<Example> examples = new ArrayList<>();
    }

    /**
     * What became of one record.
     *
     * @param fits true when the version would take it
     */
    public record Judged(Migration.Outcome outcome, boolean fits) {}

    /** Looks at one record; true when the version would take it. */
    public boolean accept(String subject, Map<String, String> items) {
        return judge(subject, items).fits();
    }

    /** Looks at one record, and gives it back as it would be. */
    public Judged judge(String subject, Map<String, String> items) {
        records++;
        Migration.Outcome outcome = migration.apply(items);
        if (!outcome.isLossless()) {
            losing++;
            outcome.losses().stream()
                    .map(Migration.Loss::item)
                    .distinct()
                    .forEach(item -> tally(losses, item).records++);
        }
        List<Violation> violations = validator.validate(target, outcome.items());
        if (violations.isEmpty()) {
            return new Judged(outcome, true);
        }
        breaking++;
        Map<String, Violation> first = new LinkedHashMap<>();
        violations.forEach(v -> first.putIfAbsent(v.path().replaceAll("\\[\\d+]", "[]") + " " + v.rule(), v));
        first.forEach((key, violation) -> {
            Tally tally = tally(reasons, key);
            tally.records++;
            if (tally.examples.size() < MAX_EXAMPLES) {
                tally.examples.add(new Example(subject, violation));
            }
        });
        return new Judged(outcome, false);
    }

    /** Reasons beyond the most that are kept apart are counted together. */
    private static Tally tally(Map<String, Tally> tallies, String key) {
        String kept = tallies.size() < MAX_REASONS || tallies.containsKey(key) ? key : "… other";
        return tallies.computeIfAbsent(kept, k -> new Tally());
    }

    /** What was found so far. */
    public Summary summary() {
        List<Reason> found = reasons.entrySet().stream()
                .map(e -> {
                    int end = e.getKey().lastIndexOf(' ');
                    Tally tally = e.getValue();
                    return new Reason(
                            e.getKey().substring(0, end), e.getKey().substring(end + 1), tally.records, tally.examples);
                })
                .sorted(Comparator.comparingLong(Reason::records).reversed())
                .toList();
        Map<String, Long> lost = new LinkedHashMap<>();
        losses.forEach((item, tally) -> lost.put(item, tally.records));
        return new Summary(records, breaking, losing, found, lost);
    }
}
