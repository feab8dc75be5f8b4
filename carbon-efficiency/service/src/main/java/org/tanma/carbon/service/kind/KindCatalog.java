// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.kind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tanma.carbon.method.MethodCatalog;
import org.tanma.carbon.quantity.Dimension;
import org.tanma.carbon.quantity.UnitCatalog;
import org.tanma.carbon.text.Similarity;
import org.tanma.kit.csv.CsvTable;

/**
 * The kinds of activity data known, from the data file {@code /carbon-service/kinds.csv}. Immutable.
 *
 * <p>A kind is found by its code, by the item in its code where that is clear, or by any of its names in either language; case and the space
 * around it do not count.
 */
public final class KindCatalog {
    private static final String FILE = "/carbon-service/kinds.csv";
    private static final int HINTS = 3;
    /** How the codes of scope 3 begin: what others used lies in no store here. */
    private static final String VALUE_CHAIN = "scope3-";

    private static final Set<Dimension> STORED = Set.of(Dimension.MASS, Dimension.NORMAL_VOLUME);

    private final Map<String, ActivityKind> byCode = new LinkedHashMap<>();
    private final Map<String, ActivityKind> byName = new HashMap<>();
    private final Map<String, ActivityKind> stocks = new HashMap<>();

    private KindCatalog() {}

    /**
     * Reads the file; throws {@link IllegalStateException} where it is wrong or one name stands for two kinds.
     *
     * @param methods those an industry is accounted by, and the terms of scope 3, say which properties may be measured
     */
    public static KindCatalog load(MethodCatalog methods, UnitCatalog units) {
        KindCatalog catalog = new KindCatalog();
        Set<String> inUse = IndustryCatalog.load().methodNames();
        KindProperties properties = new KindProperties(methods.all().stream()
                .filter(m -> inUse.contains(m.ref().name()) || m.isValueChain())
                .toList());
        for (CsvTable.Row row : table().rows()) {
            catalog.add(kind(row.cells(), properties, units));
        }
        catalog.addItems();
        catalog.byCode.values().forEach(catalog::addStocks);
        return catalog;
    }

    private static CsvTable table() {
        try (InputStream in = KindCatalog.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("no " + FILE + " on the class path");
            }
            return CsvTable.read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ActivityKind kind(Map<String, String> cells, KindProperties properties, UnitCatalog units) {
        String code = cells.getOrDefault("code", "");
        List<String> usualUnits = list(cells.getOrDefault("units", ""));
        var dimensions = usualUnits.stream()
                .map(u -> units.get(u).dimension())
                .distinct()
                .toList();
        return new ActivityKind(
                code,
                cells.getOrDefault("name_zh", ""),
                cells.getOrDefault("name_en", ""),
                list(cells.getOrDefault("other_names", "")),
                dimensions,
                usualUnits,
                KindRole.fromCode(cells.getOrDefault("role", "")),
                properties.of(code, dimensions));
    }

    private static List<String> list(String cell) {
        return Stream.of(cell.split("\\|"))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    private void add(ActivityKind kind) {
        byCode.put(kind.code(), kind);
        Stream.concat(Stream.of(kind.code(), kind.nameZh(), kind.nameEn()), kind.otherNames().stream())
                .map(KindCatalog::plain)
                .distinct()
                .forEach(name -> {
                    if (byName.put(name, kind) != null) {
                        throw new IllegalStateException(FILE + ": '" + name + "' stands for two kinds");
                    }
                });
    }

    /** Kinds for the stock of what can lie in store; they are found by code and name, and not listed. */
    private void addStocks(ActivityKind kind) {
        boolean canBeStored = kind.role() == KindRole.READING
                && !kind.code().startsWith(VALUE_CHAIN)
                && kind.dimensions().stream().anyMatch(STORED::contains);
        for (StockFlow flow : canBeStored ? StockFlow.values() : new StockFlow[0]) {
            if (flow != StockFlow.USED) {
                ActivityKind stock = new ActivityKind(
                        flow.code(kind),
                        flow.nameZh(kind),
                        flow.nameEn(kind),
                        List.of(),
                        kind.dimensions(),
                        kind.usualUnits(),
                        KindRole.STOCK,
                        Map.of());
                stocks.put(stock.code(), stock);
                Stream.of(stock.code(), stock.nameZh(), stock.nameEn())
                        .map(KindCatalog::plain)
                        .forEach(name -> byName.putIfAbsent(name, stock));
            }
        }
    }

    /** Items are names where one kind alone has them, or the kind is a fuel burnt: {@code coke} is coke burnt, not coke sold. */
    private void addItems() {
        Map<String, List<ActivityKind>> byItem = byCode.values().stream()
                .collect(Collectors.groupingBy(kind -> item(kind.code()), TreeMap::new, Collectors.toList()));
        byItem.forEach((item, kinds) -> kinds.stream()
                .filter(kind -> kinds.size() == 1 || kind.term().equals("fuel"))
                .findFirst()
                .ifPresent(kind -> byName.putIfAbsent(plain(item), kind)));
    }

    private static String item(String code) {
        return code.substring(code.indexOf('/') + 1);
    }

    /** The kind of a code or name, as clerks write it. */
    public Optional<ActivityKind> find(String codeOrName) {
        return Optional.ofNullable(byName.get(plain(codeOrName)));
    }

    /** The kind of a code; throws when there is none. */
    public ActivityKind get(String code) {
        ActivityKind kind = byCode.getOrDefault(code, stocks.get(code));
        if (kind == null) {
            throw new IllegalArgumentException("no kind of activity data has the code '" + code + "'");
        }
        return kind;
    }

    /**
     * Kinds that feed a term, as examples: of those measured alike the first that clerks have a name of their own for, else the
     * first. Empty when no kind feeds it.
     */
    public List<ActivityKind> examples(String term) {
        Map<List<Dimension>, ActivityKind> examples = new LinkedHashMap<>();
        byCode.values().stream()
                .filter(kind -> kind.term().equals(term))
                .sorted(Comparator.comparing(kind -> kind.otherNames().isEmpty()))
                .forEach(kind -> examples.putIfAbsent(kind.dimensions(), kind));
        return List.copyOf(examples.values());
    }

    /** Names that look like the one given, nearest first. */
    public List<String> nearest(String codeOrName) {
        return Similarity.nearest(plain(codeOrName), byName.keySet(), HINTS);
    }

    /** All kinds but those of stocks, in the order of the file. */
    public Collection<ActivityKind> all() {
        return byCode.values();
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
