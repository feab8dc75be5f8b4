// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.data;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.cbam.goods.Benchmark;
import org.tanma.carbon.cbam.goods.CbamCatalog;
import org.tanma.carbon.cbam.goods.CbamGood;
import org.tanma.carbon.cbam.goods.DefaultValue;
import org.tanma.carbon.factor.EditionRef;
import org.tanma.carbon.factor.EditionSource;
import org.tanma.carbon.factor.Factor;
import org.tanma.carbon.factor.FactorEdition;
import org.tanma.carbon.factor.Quality;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.Quantity;
import org.tanma.carbon.quantity.Unit;

/** Reads the editions that CBAM needs: goods, default values with mark-ups, benchmarks, parameters. */
final class CbamDataReader {
    private static final List<String> GOODS = List.of("cn", "category", "sector", "direct_only", "source");
    private static final List<String> DEFAULTS =
            List.of("cn", "variant", "description", "direct", "indirect", "total", "route", "cells");
    private static final List<String> MARK_UPS = List.of("sector", "first_year", "last_year", "mark_up", "cell");
    private static final List<String> BENCHMARKS = List.of("cn", "column", "route", "value", "cell");
    private static final LocalDate DEFINITIVE_PERIOD = LocalDate.of(2026, 1, 1);
    private static final Unit PER_MASS = Unit.coherent(Dimension.CO2E.per(Dimension.MASS));
    private static final String COUNTRY = "CN";

    private final EditionFolder folder;
    private final FactorReader factors;
    private final List<CbamGood> goods = new ArrayList<>();
    private final List<DefaultValue> defaults = new ArrayList<>();
    private final List<Benchmark> benchmarks = new ArrayList<>();
    private final List<FactorEdition> editions = new ArrayList<>();

    CbamDataReader(EditionFolder folder, FactorReader factors) {
        this.folder = folder;
        this.factors = factors;
    }

    CbamCatalog read(List<EditionRef> refs) {
        refs.forEach(this::read);
        return new CbamCatalog(goods, defaults, benchmarks, editions);
    }

    private void read(EditionRef ref) {
        switch (ref.name()) {
            case "cbam-goods" -> readGoods(ref);
            case "cbam-defaults" -> readDefaults(ref);
            case "cbam-benchmarks" -> readBenchmarks(ref);
            default -> editions.add(factors.read(ref));
        }
    }

    private void readGoods(EditionRef ref) {
        editions.add(new FactorEdition(SourceReader.read(folder, ref.toString(), ref), List.of()));
        goods.addAll(CsvTable.read(folder, ref + "/goods.csv", GOODS, row -> {
            @Nullable String sector = row.findText("sector");
            return new CbamGood(
                    row.text("cn"),
                    row.text("category"),
                    sector == null ? "" : sector,
                    "yes".equals(row.findText("direct_only")),
                    row.text("source"));
        }));
    }

    private void readDefaults(EditionRef ref) {
        EditionSource source = SourceReader.read(folder, ref.toString(), ref);
        List<Factor> rows = new ArrayList<>();
        defaults.addAll(CsvTable.read(folder, ref + "/defaults.csv", DEFAULTS, row -> {
            @Nullable String variant = row.findText("variant");
            @Nullable String indirect = row.findText("indirect");
            @Nullable String route = row.findText("route");
            DefaultValue value = new DefaultValue(
                    row.text("cn"),
                    variant == null ? "" : variant,
                    COUNTRY,
                    part(ref, source, row, "direct", row.text("direct")),
                    indirect == null ? null : part(ref, source, row, "indirect", indirect),
                    part(ref, source, row, "total", row.text("total")),
                    route == null ? "" : route);
            rows.add(value.total());
            rows.add(value.direct());
            return value;
        }));
        rows.addAll(CsvTable.read(folder, ref + "/mark-ups.csv", MARK_UPS, row -> markUp(ref, source, row)));
        editions.add(new FactorEdition(source, rows));
    }

    private static Factor part(EditionRef ref, EditionSource source, CsvTable.Row row, String part, String value) {
        @Nullable String variant = row.findText("variant");
        String id = row.text("cn") + (variant == null ? "" : "." + variant) + "." + part;
        return new Factor(
                ref,
                id,
                id,
                COUNTRY,
                DEFINITIVE_PERIOD,
                null,
                Quantity.of(value, PER_MASS),
                null,
                row.text("description") + "; without mark-up",
                source.title(),
                row.text("cells"),
                Quality.OFFICIAL);
    }

    private static Factor markUp(EditionRef ref, EditionSource source, CsvTable.Row row) {
        int first = Integer.parseInt(row.text("first_year"));
        @Nullable String last = row.findText("last_year");
        String key = "mark-up." + row.text("sector");
        return new Factor(
                ref,
                key + "." + first,
                key,
                "WORLD",
                LocalDate.of(first, 1, 1),
                last == null ? null : LocalDate.of(Integer.parseInt(last), 12, 31),
                new Quantity(new BigDecimal(row.text("mark_up")), Unit.ONE),
                null,
                "mark-up of default values",
                source.title(),
                row.text("cell"),
                Quality.OFFICIAL);
    }

    private void readBenchmarks(EditionRef ref) {
        EditionSource source = SourceReader.read(folder, ref.toString(), ref);
        List<Benchmark> rows = CsvTable.read(folder, ref + "/benchmarks.csv", BENCHMARKS, row -> {
            @Nullable String route = row.findText("route");
            String id = row.text("cn") + "." + row.text("column") + (route == null ? "" : "." + route);
            return new Benchmark(
                    row.text("cn"),
                    row.text("column"),
                    route == null ? "" : route,
                    new Factor(
                            ref,
                            id,
                            id,
                            "WORLD",
                            DEFINITIVE_PERIOD,
                            null,
                            Quantity.of(row.text("value"), PER_MASS),
                            null,
                            "column " + row.text("column"),
                            source.title(),
                            row.text("cell"),
                            Quality.OFFICIAL));
        });
        benchmarks.addAll(rows);
        editions.add(
                new FactorEdition(source, rows.stream().map(Benchmark::value).toList()));
    }
}
