// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.reading;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.service.ingest.DecimalText;
import org.tanma.kit.rest.WordedViolation;
import org.tanma.kit.rest.Wording;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a statement says; for one statement. All that is wrong with it is said at once.
 *
 * <pre>
 * {"terminal":"88.118.1/GW-1","sequence":7,"previous":"sha256:…","meter":"88.118.1/METER-1","source":"GRID",
 *  "kind":"electricity","unit":"kWh","form":"amounts","from":"2025-03-01T00:00:00Z",
 *  "readings":[{"at":"2025-03-01T00:15:00Z","value":"12.5"}]}
 * </pre>
 */
final class BatchReader {
    static final int MOST_READINGS = 10_000;
    private static final int MOST_TEXT = 256;
    private static final int MOST_SHOWN = 80;
    private static final int MOST_VIOLATIONS = 100;
    private static final Pattern HANDLE = Pattern.compile("[^/\\s]{1,100}/\\S{1,155}");
    private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._#-]{0,63}");
    private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
    private static final Pattern INSTANT = Pattern.compile("[12]\\d{3}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Set<String> MEMBERS = Set.of(
            "terminal",
            "sequence",
            "previous",
            "meter",
            "source",
            "kind",
            "unit",
            "form",
            "restart",
            "from",
            "readings");

    private final List<WordedViolation> violations = new ArrayList<>();

    private BatchReader() {}

    /** The batch in a payload; one with anything wrong is refused with a problem. */
    static SignedBatch read(byte[] payload) {
        return new BatchReader().batch(Statement.json(payload, "payload"));
    }

    private SignedBatch batch(JsonNode json) {
        json.propertyNames().stream()
                .filter(name -> !MEMBERS.contains(name))
                .forEach(name -> add(
                        shown(name),
                        "",
                        Wording.same(String.join(", ", MEMBERS.stream().sorted().toList())),
                        Wording.NONE));
        String terminal = required(json, "terminal", HANDLE, new Wording("终端的标识", "the handle of the terminal"));
        String meter = json.has("meter")
                ? required(json, "meter", HANDLE, new Wording("计量器具的标识", "the handle of the meter"))
                : terminal;
        String source = required(
                json,
                "source",
                SOURCE,
                new Wording("1 至 64 个字母、汉字、数字、空格或 . _ # -", "1 to 64 letters, digits, spaces and . _ # -"));
        String kind = required(
                json,
                "kind",
                Pattern.compile("\\S.{0,63}"),
                new Wording("活动数据种类，见 /api/v1/activity-kinds", "a kind of activity data, see /api/v1/activity-kinds"));
        String unit = required(json, "unit", Pattern.compile("\\S.{0,31}"), new Wording("计量单位", "a unit"));
        String previous = json.has("previous")
                ? required(json, "previous", DIGEST, new Wording("上一批的摘要", "the digest of the statement before"))
                : "";
        String form = required(json, "form", Pattern.compile("amounts|counter"), Wording.same("amounts, counter"));
        boolean isCounter = form.equals("counter");
        long sequence = sequence(json.path("sequence"));
        @Nullable Instant from = from(json, isCounter);
        List<SignedBatch.Value> readings = readings(json.path("readings"), from);
        if (!violations.isEmpty()) {
            throw Statement.refused(violations);
        }
        boolean isRestart = isCounter && json.path("restart").asBoolean(false);
        return new SignedBatch(
                terminal, sequence, previous, meter, source, kind, unit, isCounter, isRestart, from, readings);
    }

    private void add(String path, String given, Wording allowed, Wording hint) {
        if (violations.size() < MOST_VIOLATIONS) {
            violations.add(new WordedViolation(path, given, allowed, hint));
        }
    }

    private static String shown(String text) {
        return text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN - 1) + "…";
    }

    private String required(JsonNode json, String member, Pattern pattern, Wording allowed) {
        String given = Statement.text(json, member).orElse("");
        if (given.length() > MOST_TEXT || !pattern.matcher(given).matches()) {
            add(member, shown(given), allowed, Wording.NONE);
        }
        return given;
    }

    private long sequence(JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong() && value.longValue() > 0) {
            return value.longValue();
        }
        add("sequence", shown(value.toString()), new Wording("1、2、3 … 的整数", "a whole number from 1"), Wording.NONE);
        return 0;
    }

    private @Nullable Instant from(JsonNode json, boolean isCounter) {
        if (!json.has("from")) {
            if (!isCounter) {
                add(
                        "from",
                        "",
                        new Wording("第一个计量区间的起点", "the instant at which the first interval starts"),
                        new Wording("每个读数计量自上一个读数以来的量", "each value counts since the one before"));
            }
            return null;
        }
        if (isCounter) {
            add("from", "", new Wording("计数器不写此项", "nothing for a counter"), Wording.NONE);
            return null;
        }
        return instant(json.path("from"), "from").orElse(null);
    }

    private Optional<Instant> instant(JsonNode value, String path) {
        String given = value.isString() ? value.stringValue() : "";
        try {
            if (INSTANT.matcher(given).matches() && !Instant.parse(given).isBefore(EARLIEST)) {
                return Optional.of(Instant.parse(given));
            }
        } catch (DateTimeException e) {
            add(path, given, new Wording("存在的时刻", "an instant that exists"), Wording.NONE);
            return Optional.empty();
        }
        add(
                path,
                shown(given),
                new Wording(
                        "UTC 时刻，不早于 2000 年，精确到秒，例如 2025-03-01T00:15:00Z",
                        "an instant in UTC from 2000 on, to the second, such as 2025-03-01T00:15:00Z"),
                Wording.NONE);
        return Optional.empty();
    }

    private List<SignedBatch.Value> readings(JsonNode json, @Nullable Instant from) {
        List<SignedBatch.Value> values = new ArrayList<>();
        if (!json.isArray() || json.isEmpty() || json.size() > MOST_READINGS) {
            add(
                    "readings",
                    json.isArray() ? Integer.toString(json.size()) : "",
                    new Wording("1 至 " + MOST_READINGS + " 个读数的列表", "a list of 1 to " + MOST_READINGS + " readings"),
                    Wording.NONE);
            return values;
        }
        Optional<Instant> before = Optional.ofNullable(from);
        int index = 0;
        for (JsonNode reading : json) {
            String path = "readings[" + index++ + "]";
            Optional<Instant> at = instant(reading.path("at"), path + ".at");
            String value = Statement.text(reading, "value").orElse("");
            DecimalText.violation(path + ".value", value).ifPresent(this::add);
            if (value.startsWith("-")) {
                add(path + ".value", value, new Wording("不小于 0", "0 or more"), Wording.NONE);
            }
            if (at.isPresent() && before.isPresent() && !at.get().isAfter(before.get())) {
                add(
                        path + ".at",
                        at.get().toString(),
                        new Wording("晚于 " + before.get(), "after " + before.get()),
                        new Wording("读数按时间先后排列", "readings stand in the order of time"));
            }
            before = at.isPresent() ? at : before;
            at.ifPresent(instant -> values.add(new SignedBatch.Value(instant, value)));
        }
        return values;
    }

    private void add(WordedViolation violation) {
        add(violation.path(), violation.given(), violation.allowed(), violation.hint());
    }
}
