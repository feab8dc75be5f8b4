// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.quantity.Unit;
import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.carbon.service.evaluate.EvaluationResult;
import org.tanma.carbon.service.evaluate.EvaluationStore;
import org.tanma.carbon.service.ingest.MeterReading;
import org.tanma.carbon.service.ingest.ReadingSeries;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.ledger.ActivityEntry;
import org.tanma.carbon.service.ledger.ActivityLedger;
import org.tanma.carbon.text.LocalText;
import org.tanma.carbon.warning.Anomalies;
import org.tanma.carbon.warning.Finding;
import org.tanma.carbon.warning.Series;
import org.tanma.carbon.warning.Threshold;
import org.tanma.carbon.warning.ThresholdCheck;
import org.tanma.carbon.warning.WarningKind;
import org.tanma.carbon.warning.WarningState;

/**
 * Checks what enterprises reported, month by month and day by day, and keeps what was found.
 *
 * <p>Contract: a check finds the same in the same figures; what it finds is kept, never forgotten. Safe between threads.
 */
public final class WarningService {
    /** Days and months are those of China. */
    static final ZoneOffset OFFSET = ZoneOffset.ofHours(8);

    private static final Duration LONGEST_UNCHECKED = Duration.ofHours(24);
    private static final int ID_DIGITS = 24;
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");

    private final ActivityLedger ledger;
    private final ReadingSeries readings;
    private final EvaluationStore evaluations;
    private final SettingStore settings;
    private final WarningStore store;
    private final EngineCatalog catalog;
    private final KindCatalog kinds;
    private final InstantSource clock;

    public WarningService(
            ActivityLedger ledger,
            ReadingSeries readings,
            EvaluationStore evaluations,
            SettingStore settings,
            WarningStore store,
            EngineCatalog catalog,
            KindCatalog kinds,
            InstantSource clock) {
        this.ledger = ledger;
        this.readings = readings;
        this.evaluations = evaluations;
        this.settings = settings;
        this.store = store;
        this.catalog = catalog;
        this.kinds = kinds;
        this.clock = clock;
    }

    /**
     * What a check came to.
     *
     * @param notChecked thresholds that could not be judged, and why
     */
    public record Checked(List<KeptWarning> warnings, Instant checkedAt, List<LocalText> notChecked) {
        public Checked {
            warnings = List.copyOf(warnings);
            notChecked = List.copyOf(notChecked);
        }
    }

    /** One finding and the scope of the threshold it breaks. */
    private record Owned(String owner, Finding finding) {}

    /** Checks a year and keeps what it finds. */
    public Checked check(EnterpriseProfile enterprise, int year) {
        List<LocalText> notChecked = new ArrayList<>();
        List<KeptWarning> found = find(enterprise, year, notChecked).stream()
                .map(owned -> kept(enterprise, year, owned))
                .toList();
        store.reconcile(enterprise.handle(), year, found);
        return new Checked(store.list(enterprise.handle(), year), clock.instant(), notChecked);
    }

    /** Checks a year unless nothing was reported, evaluated or set since it was checked less than a day ago. */
    public void checkIfDue(EnterpriseProfile enterprise, int year) {
        Optional<Instant> checked = store.checkedAt(enterprise.handle(), year);
        if (checked.isEmpty() || isDue(enterprise, year, checked.get())) {
            check(enterprise, year);
        }
    }

    private boolean isDue(EnterpriseProfile enterprise, int year, Instant checked) {
        if (Duration.between(checked, clock.instant()).compareTo(LONGEST_UNCHECKED) > 0) {
            return true;
        }
        boolean isReported = ledger.newest(enterprise.handle(), year).stream()
                .anyMatch(entry -> !entry.recordedAt().isBefore(checked));
        boolean isEvaluated = evaluations.list(enterprise.handle(), year).stream()
                .findFirst()
                .filter(newest -> !newest.evaluatedAt().isBefore(checked))
                .isPresent();
        boolean isSet = scopes(enterprise).stream()
                .flatMap(scope -> settings.findNewest(scope, SettingStore.Topic.THRESHOLDS).stream())
                .anyMatch(kept -> !kept.recordedAt().isBefore(checked));
        return isReported || isEvaluated || isSet;
    }

    private List<Owned> find(EnterpriseProfile enterprise, int year, List<LocalText> notChecked) {
        YearMonth expected = lastExpected(year);
        List<ActivityEntry> entries = new ArrayList<>(ledger.newest(enterprise.handle(), year - 1));
        List<ActivityEntry> ofYear = ledger.newest(enterprise.handle(), year);
        entries.addAll(ofYear);
        MonthlySeries monthly = new MonthlySeries(catalog.units(), kinds, entries, year, expected);
        Map<String, ThresholdBook> books = books(enterprise);
        ThresholdBook own = books.getOrDefault(enterprise.handle(), ThresholdBook.EMPTY);
        List<Owned> found = new ArrayList<>();
        LocalDate begin = LocalDate.of(year, 1, 1);
        Map<LocalDate, BigDecimal> production = monthly.production();
        for (Series series : monthly.readings()) {
            Anomalies.find(series, production, own.stops()).stream()
                    .filter(finding -> !finding.last().isBefore(begin))
                    .forEach(finding -> found.add(new Owned("", finding)));
        }
        for (Series series : daily(ofYear, year)) {
            Anomalies.find(series, Map.of(), own.stops()).forEach(finding -> found.add(new Owned("", finding)));
        }
        books.forEach((scope, book) -> book.thresholds().forEach(threshold -> {
            Optional<Series> series = series(threshold, enterprise, monthly, year, expected);
            if (series.isPresent()) {
                ThresholdCheck.of(threshold, series.get(), year)
                        .forEach(finding -> found.add(new Owned(scope, finding)));
            } else {
                notChecked.add(notChecked(threshold));
            }
        }));
        return found;
    }

    /** What a threshold bounds, in its unit; growth is a ratio, whatever the unit. */
    private Optional<Series> series(
            Threshold threshold, EnterpriseProfile enterprise, MonthlySeries monthly, int year, YearMonth expected) {
        if (threshold.subject().equals(ThresholdBook.EMISSION)) {
            return emission(enterprise.handle(), year, expected);
        }
        return threshold.kind() == WarningKind.YEAR_ON_YEAR
                ? monthly.find(threshold.subject())
                : monthly.find(threshold.subject(), catalog.units().get(threshold.unit()));
    }

    private static LocalText notChecked(Threshold threshold) {
        return threshold.subject().equals(ThresholdBook.EMISSION)
                ? new LocalText(
                        "阈值“" + threshold.name() + "”未检查：该年度没有评价",
                        "threshold '" + threshold.name() + "' is not checked: the year is not evaluated")
                : new LocalText(
                        "阈值“" + threshold.name() + "”未检查：" + threshold.subject() + " 没有以 " + threshold.unit()
                                + " 同类单位填报的月度数据",
                        "threshold '" + threshold.name() + "' is not checked: nothing monthly is reported of "
                                + threshold.subject() + " in a unit such as " + threshold.unit());
    }

    /** The last month of the year that is over. */
    private YearMonth lastExpected(int year) {
        YearMonth over = YearMonth.from(clock.instant().atOffset(OFFSET)).minusMonths(1);
        YearMonth december = YearMonth.of(year, 12);
        return over.isBefore(december) ? over : december;
    }

    private List<Series> daily(List<ActivityEntry> entries, int year) {
        LocalDate yesterday = clock.instant().atOffset(OFFSET).toLocalDate().minusDays(1);
        LocalDate end = LocalDate.of(year, 12, 31);
        LocalDate last = yesterday.isBefore(end) ? yesterday : end;
        DailySeries days = new DailySeries(catalog.units(), OFFSET);
        List<Series> series = new ArrayList<>();
        TreeSet<String> meters = new TreeSet<>();
        entries.stream()
                .map(entry -> entry.content().meter())
                .filter(meter -> !meter.isEmpty())
                .forEach(meters::add);
        for (String meter : meters) {
            List<MeterReading> found = readings.find(meter, begin(year), begin(year + 1));
            if (!found.isEmpty()) {
                series.addAll(days.of(meter, found, last));
            }
        }
        return series;
    }

    static Instant begin(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay().toInstant(OFFSET);
    }

    /** Emissions by month of the newest evaluations of the year and the year before. */
    private Optional<Series> emission(String enterprise, int year, YearMonth expected) {
        TreeMap<LocalDate, BigDecimal> figures = new TreeMap<>();
        Unit unit = catalog.units().get("tCO2e");
        for (int each = year - 1; each <= year; each++) {
            evaluations.list(enterprise, each).stream()
                    .findFirst()
                    .map(KeptResult::of)
                    .map(KeptResult::result)
                    .map(EvaluationResult::months)
                    .orElse(List.of())
                    .stream()
                    .filter(line -> MONTH.matcher(line.month()).matches())
                    .forEach(line -> figures.put(
                            YearMonth.parse(line.month()).atDay(1),
                            new BigDecimal(line.emission().value())));
        }
        figures.keySet().removeIf(month -> month.isAfter(expected.atDay(1)));
        return MonthlySeries.of(ThresholdBook.EMISSION, unit.symbol(), figures, year, expected.atDay(1));
    }

    /** Whose thresholds hold for an enterprise: its own, and regulators' for its industry. */
    private static List<String> scopes(EnterpriseProfile enterprise) {
        List<String> scopes = new ArrayList<>(List.of(enterprise.handle(), industryScope("all")));
        String code = enterprise.industryCode();
        for (int digits = 2; digits <= code.length(); digits++) {
            scopes.add(industryScope(code.substring(0, digits)));
        }
        return scopes;
    }

    /** The scope of a regulator's settings: two to four digits of GB/T 4754, or {@code all}. */
    public static String industryScope(String industry) {
        return "industry:" + industry;
    }

    private Map<String, ThresholdBook> books(EnterpriseProfile enterprise) {
        Map<String, ThresholdBook> books = new TreeMap<>();
        for (String scope : scopes(enterprise)) {
            settings.findNewest(scope, SettingStore.Topic.THRESHOLDS)
                    .ifPresent(kept -> books.put(
                            scope,
                            ThresholdBook.read(
                                    kept.body().getBytes(StandardCharsets.UTF_8),
                                    catalog.units(),
                                    scope.startsWith("industry:"))));
        }
        return books;
    }

    private static KeptWarning kept(EnterpriseProfile enterprise, int year, Owned owned) {
        Finding finding = owned.finding();
        BigDecimal observed = finding.observed();
        BigDecimal expected = finding.expected();
        String id = digest(enterprise.handle() + "|" + year + "|" + owned.owner() + "|" + finding.key());
        return new KeptWarning(
                id,
                enterprise.handle(),
                year,
                enterprise.industryCode(),
                finding.kind(),
                owned.owner(),
                finding.rule(),
                finding.series(),
                finding.step().code(),
                finding.step().text(finding.first()),
                finding.step().text(finding.last()),
                finding.steps(),
                observed == null ? "" : observed.toPlainString(),
                expected == null ? "" : expected.toPlainString(),
                finding.unit(),
                finding.what(),
                WarningState.RAISED,
                Instant.EPOCH,
                List.of());
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
