// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.tariff.Tariff;
import org.tanma.carbon.tariff.TariffBand;
import org.tanma.carbon.tariff.TariffPeriod;
import org.tanma.carbon.tariff.TariffSeason;
import org.tanma.carbon.text.LocalText;
import org.tanma.kit.rest.Wording;
import tools.jackson.databind.JsonNode;

/**
 * An enterprise's own tariff hours: {@code {"title","firstYear","utcOffset","seasons":[{"months":[…],"bands":[{"from":"08:00","to":"11:00",
 * "period":"peak"}]}]}}.
 */
final class TariffBody {
    private static final int MOST_SEASONS = 12;
    private static final int MOST_BANDS = 48;
    private static final Pattern TITLE = Pattern.compile(".{1,200}");
    private static final Pattern YEAR = Pattern.compile("(19[9]|20\\d|21\\d)\\d");
    private static final Pattern OFFSET = Pattern.compile("[+-](0\\d|1[0-4]):[0-5]\\d");
    private static final Wording CLOCK =
            new Wording("时刻，例如 08:30，最晚 24:00", "a time such as 08:30, at the latest 24:00");

    private final StrictBody body = new StrictBody();

    private TariffBody() {}

    /** Reads a body; throws a problem that names everything wrong with it. */
    static Tariff read(byte[] octets, String edition) {
        return new TariffBody().tariff(StrictBody.object(octets), edition);
    }

    private Tariff tariff(JsonNode node, String edition) {
        body.allow(node, "", Set.of("title", "firstYear", "utcOffset", "seasons"));
        String title =
                body.text(node, "", "title", new Wording("名称，不超过 200 个字符", "a name of at most 200 characters"), TITLE);
        String year = body.text(node, "", "firstYear", new Wording("年份，例如 2025", "a year such as 2025"), YEAR);
        String offset = body.text(
                node, "", "utcOffset", new Wording("与 UTC 的差，中国为 +08:00", "offset from UTC, +08:00 in China"), OFFSET);
        List<TariffSeason> seasons = new ArrayList<>();
        Set<Integer> taken = new TreeSet<>();
        int index = 0;
        for (JsonNode season : body.objects(node, "", "seasons", MOST_SEASONS)) {
            String path = "seasons[" + index++ + "]";
            body.allow(season, path, Set.of("months", "bands"));
            Set<Integer> months = months(season, path, taken);
            List<TariffBand> bands = bands(season, path);
            if (body.isSound()) {
                seasons.add(new TariffSeason(months, bands));
            }
        }
        List<Integer> missing = IntStream.rangeClosed(1, 12)
                .boxed()
                .filter(month -> !taken.contains(month))
                .toList();
        if (!missing.isEmpty()) {
            body.add(
                    "seasons",
                    "",
                    new Wording("1 至 12 月每月恰在一个季节中", "every month from 1 to 12 in one season"),
                    new Wording("缺少月份 " + missing, "months missing: " + missing));
        }
        body.requireSound("tariff", new Wording("分时时段未受理，未保存任何内容。", "The tariff is not taken: nothing was stored."));
        if (title == null || year == null || offset == null) {
            throw new IllegalStateException("a sound tariff has a title, a year and an offset");
        }
        return new Tariff(
                edition,
                new LocalText(title, title),
                "",
                Integer.parseInt(year),
                ZoneOffset.of(offset),
                Quality.UNVERIFIED,
                seasons);
    }

    private Set<Integer> months(JsonNode season, String path, Set<Integer> taken) {
        Set<Integer> months = new TreeSet<>();
        for (JsonNode month : season.path("months")) {
            boolean isMonth = month.isInt() && month.asInt() >= 1 && month.asInt() <= 12;
            if (!isMonth || !taken.add(month.asInt())) {
                body.add(
                        path + ".months",
                        month.toString(),
                        new Wording("1 至 12，每月一次", "1 to 12, each month once"),
                        Wording.NONE);
            } else {
                months.add(month.asInt());
            }
        }
        if (months.isEmpty()) {
            body.add(
                    path + ".months",
                    season.path("months").toString(),
                    new Wording("月份的列表", "a list of months"),
                    Wording.NONE);
        }
        return months;
    }

    private List<TariffBand> bands(JsonNode season, String path) {
        List<TariffBand> bands = new ArrayList<>();
        int index = 0;
        for (JsonNode band : body.objects(season, path, "bands", MOST_BANDS)) {
            String at = path + ".bands[" + index++ + "]";
            body.allow(band, at, Set.of("from", "to", "period"));
            Integer from = body.value(band, at, "from", CLOCK, TariffBand::minutes);
            Integer to = body.value(band, at, "to", CLOCK, TariffBand::minutes);
            TariffPeriod period = body.value(
                    band, at, "period", Wording.same(String.join(", ", TariffPeriod.codes())), TariffPeriod::fromCode);
            if (from != null && to != null && from >= to) {
                body.add(
                        at + ".to",
                        TariffBand.clock(to),
                        new Wording("晚于 " + TariffBand.clock(from), "later than " + TariffBand.clock(from)),
                        new Wording("跨零点的时段请写成两段", "write a part over midnight as two"));
            } else if (from != null && to != null && period != null) {
                bands.add(new TariffBand(from, to, period));
            }
        }
        wholeDay(bands, path);
        return bands;
    }

    private void wholeDay(List<TariffBand> bands, String path) {
        int reached = 0;
        List<TariffBand> ordered = bands.stream()
                .sorted(Comparator.comparing(TariffBand::fromMinute))
                .toList();
        for (TariffBand band : ordered) {
            if (band.fromMinute() != reached) {
                uncovered(path, reached, band.fromMinute());
            }
            reached = Math.max(reached, band.toMinute());
        }
        if (reached != TariffBand.DAY) {
            uncovered(path, reached, TariffBand.DAY);
        }
    }

    private void uncovered(String path, int reached, int next) {
        String span = TariffBand.clock(Math.min(reached, next)) + "–" + TariffBand.clock(Math.max(reached, next));
        body.add(
                path + ".bands",
                span,
                new Wording("一天的每一分钟恰在一个时段中", "every minute of the day in one part"),
                next > reached
                        ? new Wording("这段时间没有时段", "no part has this time")
                        : new Wording("这段时间有两个时段", "two parts have this time"));
    }

    static Optional<Tariff> ofKept(Optional<KeptSetting> kept) {
        return kept.map(k -> read(k.body().getBytes(java.nio.charset.StandardCharsets.UTF_8), "own/" + k.version()));
    }
}
