// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tanma.carbon.quantity.ParsedUnit;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.warning.PlannedStop;
import org.tanma.carbon.warning.Threshold;
import org.tanma.carbon.warning.WarningKind;
import org.tanma.kit.rest.Wording;
import tools.jackson.databind.JsonNode;

/**
 * Thresholds and planned stops as somebody set them: {@code {"thresholds":[{"name","subject","rule","per","bound","unit"}],
 * "plannedStops":[{"from","to","reason"}]}}.
 */
public record ThresholdBook(List<Threshold> thresholds, List<PlannedStop> stops) {
    /** Nothing set. */
    public static final ThresholdBook EMPTY = new ThresholdBook(List.of(), List.of());

    /** What a threshold bounds when it is the emission of the enterprise. */
    static final String EMISSION = "emission";

    private static final int MOST = 200;
    private static final Map<String, WarningKind> RULES = Map.of(
            "maximum", WarningKind.MAXIMUM,
            "minimum", WarningKind.MINIMUM,
            "year-on-year", WarningKind.YEAR_ON_YEAR,
            "plan", WarningKind.PLAN);
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._()（）-]{0,63}");
    private static final Pattern SUBJECT = Pattern.compile("emission|[^/\\s][^/]{0,199}/[a-z0-9./-]{1,100}");
    private static final Pattern TEXT = Pattern.compile(".{1,200}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,12})?");
    private static final Wording RULE = new Wording(
            "maximum（上限）、minimum（下限）、year-on-year（同比增幅 %）、plan（全年计划）",
            "maximum, minimum, year-on-year (growth in %), plan (of the year)");

    public ThresholdBook {
        thresholds = List.copyOf(thresholds);
        stops = List.copyOf(stops);
    }

    /**
     * Reads a body; throws a problem that names everything wrong with it.
     *
     * @param isForIndustry true for a regulator's, which bounds emissions alone and plans no stops
     */
    public static ThresholdBook read(byte[] octets, UnitCatalog units, boolean isForIndustry) {
        JsonNode node = StrictBody.object(octets);
        StrictBody body = new StrictBody();
        body.allow(node, "", isForIndustry ? Set.of("thresholds") : Set.of("thresholds", "plannedStops"));
        List<Threshold> thresholds = new ArrayList<>();
        Set<String> names = new TreeSet<>();
        int index = 0;
        for (JsonNode each : body.objects(node, "", "thresholds", MOST)) {
            String path = "thresholds[" + index++ + "]";
            threshold(body, each, path, units, isForIndustry).ifPresent(threshold -> {
                if (!names.add(threshold.name())) {
                    body.add(path + ".name", threshold.name(), new Wording("每个名称一次", "each name once"), Wording.NONE);
                }
                thresholds.add(threshold);
            });
        }
        List<PlannedStop> stops = new ArrayList<>();
        index = 0;
        for (JsonNode each : body.objects(node, "", "plannedStops", MOST)) {
            stop(body, each, "plannedStops[" + index++ + "]").ifPresent(stops::add);
        }
        body.requireSound(
                "thresholds", new Wording("阈值未受理，未保存任何内容。", "The thresholds are not taken: nothing was stored."));
        return new ThresholdBook(thresholds, stops);
    }

    private static Optional<Threshold> threshold(
            StrictBody body, JsonNode node, String path, UnitCatalog units, boolean isForIndustry) {
        body.allow(node, path, Set.of("name", "subject", "rule", "per", "bound", "unit"));
        String name =
                body.text(node, path, "name", new Wording("名称，不超过 64 个字符", "a name of at most 64 characters"), NAME);
        String subject = body.text(
                node,
                path,
                "subject",
                isForIndustry
                        ? Wording.same(EMISSION)
                        : new Wording(
                                "emission，或 排放源/种类，例如 GRID-1/electricity",
                                "emission, or source/kind such as GRID-1/electricity"),
                isForIndustry ? Pattern.compile(EMISSION) : SUBJECT);
        WarningKind rule = body.value(node, path, "rule", RULE, text -> Optional.ofNullable(RULES.get(text)));
        String per = body.text(
                node, path, "per", new Wording("month 或 year", "month or year"), Pattern.compile("month|year"));
        String bound = body.text(
                node, path, "bound", new Wording("十进制数，例如 \"820.5\"", "a decimal number such as \"820.5\""), DECIMAL);
        boolean isGrowth = rule == WarningKind.YEAR_ON_YEAR;
        String unit = body.value(
                node,
                path,
                "unit",
                isGrowth
                        ? Wording.same("%")
                        : EMISSION.equals(subject)
                                ? Wording.same("tCO2e")
                                : new Wording("计量单位，例如 MWh", "a unit such as MWh"),
                text -> isGrowth
                        ? Optional.of(text).filter("%"::equals)
                        : EMISSION.equals(subject)
                                ? Optional.of(text).filter("tCO2e"::equals)
                                : units.parse(text) instanceof ParsedUnit.Known known
                                        ? Optional.of(known.unit().symbol())
                                        : Optional.<String>empty());
        if (rule == WarningKind.PLAN && "month".equals(per)) {
            body.add(path + ".per", "month", Wording.same("year"), new Wording("计划是全年的", "a plan is one of the year"));
        }
        if (name == null || subject == null || rule == null || per == null || bound == null || unit == null) {
            return Optional.empty();
        }
        return Optional.of(new Threshold(name, subject, rule, per.equals("year"), new BigDecimal(bound), unit));
    }

    private static Optional<PlannedStop> stop(StrictBody body, JsonNode node, String path) {
        body.allow(node, path, Set.of("from", "to", "reason"));
        Wording day = new Wording("日期，例如 2025-01-28", "a day such as 2025-01-28");
        LocalDate from = body.value(node, path, "from", day, ThresholdBook::day);
        LocalDate to = body.value(node, path, "to", day, ThresholdBook::day);
        String reason =
                body.text(node, path, "reason", new Wording("原因，不超过 200 个字符", "why, in at most 200 characters"), TEXT);
        if (from == null || to == null || reason == null) {
            return Optional.empty();
        }
        if (to.isBefore(from)) {
            body.add(path + ".to", to.toString(), new Wording("不早于 " + from, from + " or later"), Wording.NONE);
            return Optional.empty();
        }
        return Optional.of(new PlannedStop(from, to, reason));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
