// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.PortraitEditions;
import org.tanma.carbon.factor.Geography;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.ParsedUnit;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.service.evaluate.EnterpriseProfile;
import org.tanma.carbon.service.evaluate.EvaluationResult.Amount;
import org.tanma.carbon.service.evaluate.EvaluationStore;
import org.tanma.carbon.service.ingest.MeterReading;
import org.tanma.carbon.service.ingest.ReadingSeries;
import org.tanma.carbon.service.ledger.ActivityLedger;
import org.tanma.carbon.tariff.Tariff;
import org.tanma.carbon.tariff.TariffPeriod;
import org.tanma.carbon.tariff.TimeOfUse;
import org.tanma.carbon.tariff.TimedUse;
import org.tanma.carbon.text.LocalText;

/**
 * Electricity by tariff hours, from the readings of the meters that an enterprise's figures name.
 *
 * <p>CO2 is by the grid factor of the year for every hour alike: no factor by the hour is published, and none is made up. Safe between threads.
 */
public final class TimeOfUseService {
    private static final String KIND = "electricity";
    private static final String GRID = "grid-electricity";
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MINUTES = BigDecimal.valueOf(60);

    private final ActivityLedger ledger;
    private final ReadingSeries readings;
    private final EvaluationStore evaluations;
    private final SettingStore settings;
    private final EngineCatalog catalog;
    private final PortraitEditions editions;
    private final InstantSource clock;

    public TimeOfUseService(
            ActivityLedger ledger,
            ReadingSeries readings,
            EvaluationStore evaluations,
            SettingStore settings,
            EngineCatalog catalog,
            PortraitEditions editions,
            InstantSource clock) {
        this.ledger = ledger;
        this.readings = readings;
        this.evaluations = evaluations;
        this.settings = settings;
        this.catalog = catalog;
        this.editions = editions;
        this.clock = clock;
    }

    /** A year of an enterprise, up to now where the year is not over. */
    public TimeOfUseView of(EnterpriseProfile enterprise, int year) {
        Optional<Tariff> own = TariffBody.ofKept(settings.findNewest(enterprise.handle(), SettingStore.Topic.TARIFF))
                .filter(t -> t.firstYear() <= year);
        Optional<Tariff> tariff = own.or(() -> editions.tariffs().find(places(enterprise.region()), year));
        @Nullable Quantity factor = factor(enterprise.handle(), year).orElse(null);
        List<LocalText> notices = new ArrayList<>();
        notices.add(
                new LocalText(
                        "各时段的 CO2 均按同一年度电网平均因子计算：没有公布分时因子，本节点也不编造",
                        "CO2 is by the one yearly grid factor in all hours: no factor by the hour is published, and none is made up"));
        if (tariff.isEmpty()) {
            notices.add(new LocalText(
                    "没有该地区的分时时段；请用 PUT …/tariff 提供",
                    "no tariff hours are known for the place; give them by PUT …/tariff"));
        }
        List<TimeOfUseView.MeterView> meters =
                tariff.map(t -> meters(enterprise, year, t, factor)).orElse(List.of());
        if (tariff.isPresent() && meters.isEmpty()) {
            notices.add(new LocalText(
                    "该年度购入电力的计量器具没有签名读数", "the meters of purchased electricity have no signed readings of the year"));
        }
        return new TimeOfUseView(
                enterprise.handle(),
                year,
                tariff.map(t -> new TimeOfUseView.TariffView(
                                t.edition(),
                                t.title(),
                                t.quality().code(),
                                t.quality().label(),
                                own.isPresent()))
                        .orElse(null),
                factor == null
                        ? null
                        : new Amount(factor.amountText(), factor.unit().symbol()),
                meters,
                notices);
    }

    private List<String> places(String region) {
        return catalog.geographies()
                .find(region)
                .map(place -> catalog.geographies().chain(place).stream()
                        .map(Geography::id)
                        .toList())
                .orElse(List.of());
    }

    /** The grid factor that the newest evaluation of the year used, as it was published. */
    private Optional<Quantity> factor(String enterprise, int year) {
        return evaluations.list(enterprise, year).stream()
                .findFirst()
                .map(KeptResult::of)
                .flatMap(kept -> kept.result().factors().stream()
                        .filter(factor -> factor.activity().startsWith(GRID))
                        .findFirst())
                .map(factor -> Quantity.of(
                        factor.value().value(),
                        catalog.units().get(factor.value().unit())));
    }

    private List<TimeOfUseView.MeterView> meters(
            EnterpriseProfile enterprise, int year, Tariff tariff, @Nullable Quantity factor) {
        TreeSet<String> meters = ledger.newest(enterprise.handle(), year).stream()
                .filter(entry -> entry.key().kind().equals(KIND))
                .map(entry -> entry.content().meter())
                .filter(meter -> !meter.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        Instant from = LocalDate.of(year, 1, 1).atStartOfDay().toInstant(tariff.offset());
        Instant end = LocalDate.of(year + 1, 1, 1).atStartOfDay().toInstant(tariff.offset());
        Instant to = clock.instant().isBefore(end) ? clock.instant() : end;
        List<TimeOfUseView.MeterView> views = new ArrayList<>();
        for (String meter : meters) {
            Map<String, List<TimedUse>> byKind = uses(readings.find(meter, from, to));
            byKind.forEach((kind, uses) -> views.add(meter(meter, kind, TimeOfUse.of(tariff, uses, from, to), factor)));
        }
        return views;
    }

    private Map<String, List<TimedUse>> uses(List<MeterReading> found) {
        Map<String, List<TimedUse>> byKind = new TreeMap<>();
        for (MeterReading reading : found) {
            if (reading.from().isBefore(reading.to())
                    && catalog.units().parse(reading.unit()) instanceof ParsedUnit.Known known
                    && known.unit().dimension().equals(Dimension.ENERGY)) {
                byKind.computeIfAbsent(reading.kind(), kind -> new ArrayList<>())
                        .add(new TimedUse(reading.from(), reading.to(), Quantity.of(reading.amount(), known.unit())));
            }
        }
        return byKind;
    }

    private TimeOfUseView.MeterView meter(String meter, String kind, TimeOfUse use, @Nullable Quantity factor) {
        BigDecimal total = mwh(use.total());
        List<TimeOfUseView.PeriodView> periods = new ArrayList<>();
        for (Map.Entry<TariffPeriod, Quantity> period : use.byPeriod().entrySet()) {
            BigDecimal energy = mwh(period.getValue());
            BigDecimal share = total.signum() == 0
                    ? BigDecimal.ZERO
                    : energy.multiply(HUNDRED).divide(total, MathContext.DECIMAL128);
            periods.add(new TimeOfUseView.PeriodView(
                    period.getKey().code(),
                    period.getKey().label(),
                    energy.toPlainString(),
                    plain(share),
                    factor == null ? null : tonnes(period.getValue().times(factor))));
        }
        return new TimeOfUseView.MeterView(
                meter,
                kind,
                periods,
                total.toPlainString(),
                mwh(use.spanning()).toPlainString(),
                hours(use.known()),
                hours(use.missing()));
    }

    private BigDecimal mwh(Quantity energy) {
        return energy.in(catalog.units().get("MWh")).amount();
    }

    private String tonnes(Quantity co2) {
        return plain(co2.in(catalog.units().get("tCO2")).amount());
    }

    private static String hours(Duration duration) {
        return plain(BigDecimal.valueOf(duration.toMinutes()).divide(MINUTES, MathContext.DECIMAL128));
    }

    private static String plain(BigDecimal figure) {
        BigDecimal stripped = figure.stripTrailingZeros();
        return stripped.signum() == 0 ? "0" : stripped.toPlainString();
    }
}
