// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.index.SearchQuery.ItemTerm;
import org.tanma.resolver.index.SearchQuery.RecordState;
import org.tanma.resolver.index.SearchQuery.SearchOrder;
import org.tanma.resolver.index.SearchQuery.TimeRange;
import org.tanma.resolver.index.rocks.RocksSortedKeys;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.MemoryHandleStore;
import org.tanma.resolver.store.StoredRecord;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.map.PrefixAdministrator;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.model.MetadataTemplate;

class RecordSearchTest {
    private static final TemplateCatalog CATALOG = GaugeTemplate.catalog();
    private static final MetadataTemplate DEVICE = CATALOG.get("gauge");
    private static final IndexedItem POWER = item("ratedPowerKw");
    private static final IndexedItem KIND = item("deviceKind");
    private static final SearchQuery ALL = new SearchQuery(
            Optional.empty(),
            Optional.empty(),
            TimeRange.ALL,
            TimeRange.ALL,
            List.of(),
            RecordState.LIVE,
            Optional.empty(),
            100);

    private final MemoryHandleStore store = new MemoryHandleStore();
    private final RecordMapper mapper = new RecordMapper(CATALOG);

    @TempDir
    private java.nio.file.Path directory;

    private RecordIndex index;
    private RecordSearch search;

    private static IndexedItem item(String code) {
        return IndexedItem.of(DEVICE.findItem(code).orElseThrow()).orElseThrow();
    }

    @BeforeEach
    void open() {
        index = new RecordIndex(
                RocksSortedKeys.open(directory, RecordIndex.FORMAT), new RecordKeys(CATALOG), store, store, store);
        index.start();
        search = new RecordSearch(index, store, mapper);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private HandleRecord device(int number, Random random) {
        HandleName name = HandleName.parse("88.118." + (1 + number % 3) + "/D" + number);
        HandleRecord record = mapper.toRecord(
                name,
                DEVICE,
                Map.of(
                        "deviceName", "设备 " + random.nextInt(5),
                        "deviceKind", random.nextBoolean() ? "kiln" : "mill",
                        "ratedPowerKw", Integer.toString(random.nextInt(12)) + (random.nextBoolean() ? ".5" : ""),
                        "enterprise", name.prefix() + "/ENTERPRISE"),
                PrefixAdministrator.of(name.prefix()),
                1_000 + random.nextInt(20));
        List<HandleValue> values = new ArrayList<>(record.values());
        if (random.nextInt(5) == 0) {
            values.add(HandleValue.text(RecordMarks.OWNER_INDEX, RecordMarks.OWNER_TYPE, "88.118.9", 1_001));
        }
        if (random.nextInt(8) == 0) {
            values.removeIf(value -> value.index() >= 2_000);
            values.add(HandleValue.text(RecordMarks.RETIRED_INDEX, RecordMarks.RETIRED_TYPE, "{}", 1_002));
        }
        return new HandleRecord(name, values);
    }

    private void fill(int records, long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < records; i++) {
            store.createOrReplace(device(i, random));
        }
    }

    private static TimeRange between(long from, long to) {
        return new TimeRange(Optional.of(Instant.ofEpochSecond(from)), Optional.of(Instant.ofEpochSecond(to)));
    }

    private static Stream<SearchQuery> queries() {
        Optional<String> device = Optional.of("gauge");
        Optional<String> own = Optional.of("88.118.2");
        Optional<String> given = Optional.of("88.118.9");
        List<ItemTerm> kiln = List.of(new ItemTerm(KIND, Optional.of("KILN"), Optional.empty(), Optional.empty()));
        List<ItemTerm> strong = List.of(new ItemTerm(POWER, Optional.empty(), Optional.of("3"), Optional.of("9.50")));
        List<ItemTerm> both = List.of(kiln.get(0), strong.get(0));
        Optional<SearchOrder> none = Optional.empty();
        Optional<SearchOrder> falling = Optional.of(new SearchOrder(SearchOrder.Key.ITEM, Optional.of(POWER), true));
        Optional<SearchOrder> newest = Optional.of(new SearchOrder(SearchOrder.Key.CHANGED, Optional.empty(), true));
        RecordState live = RecordState.LIVE;
        return Stream.of(
                ALL,
                new SearchQuery(device, Optional.empty(), TimeRange.ALL, TimeRange.ALL, List.of(), live, none, 7),
                new SearchQuery(device, own, TimeRange.ALL, TimeRange.ALL, List.of(), RecordState.ANY, none, 7),
                new SearchQuery(device, own, TimeRange.ALL, TimeRange.ALL, List.of(), RecordState.RETIRED, none, 3),
                new SearchQuery(Optional.empty(), given, TimeRange.ALL, TimeRange.ALL, List.of(), live, none, 5),
                new SearchQuery(device, given, TimeRange.ALL, between(1_003, 1_012), kiln, live, none, 5),
                new SearchQuery(Optional.empty(), own, between(1_003, 1_012), TimeRange.ALL, List.of(), live, none, 4),
                new SearchQuery(device, Optional.empty(), TimeRange.ALL, TimeRange.ALL, kiln, live, none, 9),
                new SearchQuery(device, Optional.empty(), TimeRange.ALL, TimeRange.ALL, strong, live, none, 9),
                new SearchQuery(device, own, TimeRange.ALL, TimeRange.ALL, both, live, falling, 2),
                new SearchQuery(device, own, TimeRange.ALL, between(1_002, 1_018), both, live, newest, 2),
                new SearchQuery(
                        Optional.empty(),
                        Optional.empty(),
                        TimeRange.ALL,
                        TimeRange.ALL,
                        List.of(),
                        RecordState.RETIRED,
                        none,
                        6));
    }

    private List<String> naive(SearchQuery query) {
        List<RecordSearch.Found> found = new ArrayList<>();
        store.forEach(Optional.empty(), stored -> {
            var one = new RecordSearch.Found(stored, RecordMarks.of(stored), mapper.read(stored.decode()));
            if (new PageDraft(store, mapper, query, f -> true).isMet(one)) {
                found.add(one);
            }
        });
        SearchOrder order = query.orderUsed();
        Comparator<RecordSearch.Found> byName =
                Comparator.comparing(f -> f.record().name());
        Comparator<RecordSearch.Found> comparator = switch (order.key()) {
            case HANDLE -> byName;
            case CREATED ->
                Comparator.<RecordSearch.Found>comparingLong(f -> f.marks().createdSeconds())
                        .thenComparing(byName);
            case CHANGED ->
                Comparator.<RecordSearch.Found>comparingLong(f -> f.marks().changedSeconds())
                        .thenComparing(byName);
            case ITEM ->
                ((Comparator<RecordSearch.Found>)
                                (a, b) -> order.item().orElseThrow().compare(text(a, order), text(b, order)))
                        .thenComparing(byName);
        };
        found.sort(order.isDescending() ? comparator.reversed() : comparator);
        return found.stream().map(f -> f.record().name().toString()).toList();
    }

    private static String text(RecordSearch.Found found, SearchOrder order) {
        return found.described()
                .orElseThrow()
                .items()
                .get(order.item().orElseThrow().code());
    }

    private List<String> allPages(SearchQuery query) {
        List<String> names = new ArrayList<>();
        Optional<byte[]> position = Optional.empty();
        do {
            RecordSearch.Page page = search.find(query, position, found -> true);
            assertThat(page.found()).hasSizeLessThanOrEqualTo(query.limit());
            page.found().forEach(found -> names.add(found.record().name().toString()));
            position = page.next();
        } while (position.isPresent());
        return names;
    }

    @Test
    void find_ofEveryShape_isWhatAScanFinds() {
        for (long seed = 1; seed <= 5; seed++) {
            fill(120, seed);
            queries()
                    .forEach(query ->
                            assertThat(allPages(query)).as(query.toString()).isEqualTo(naive(query)));
        }
    }

    @Test
    void count_isThatOfAScan_orIsNotGiven() {
        fill(120, 3);
        queries()
                .forEach(query -> search.count(query)
                        .ifPresent(count -> assertThat(count)
                                .isEqualTo(new RecordSearch.Count(naive(query).size(), true))));
        assertThat(queries().filter(query -> search.count(query).isPresent())).hasSize(6);
    }

    @Test
    void find_whileRecordsChange_showsWhatDoesNotChangeOnce() {
        fill(200, 9);
        SearchQuery query = new SearchQuery(
                Optional.of("gauge"),
                Optional.empty(),
                TimeRange.ALL,
                TimeRange.ALL,
                List.of(),
                RecordState.ANY,
                Optional.empty(),
                10);
        List<String> kept =
                naive(query).stream().filter(name -> !name.endsWith("7")).toList();
        List<String> names = new ArrayList<>();
        Optional<byte[]> position = Optional.empty();
        int gone = 7;
        do {
            RecordSearch.Page page = search.find(query, position, found -> true);
            page.found().forEach(found -> names.add(found.record().name().toString()));
            store.delete(HandleName.parse("88.118." + (1 + gone % 3) + "/D" + gone), ExpectedVersion.any());
            gone += 10;
            position = page.next();
        } while (position.isPresent());
        assertThat(names).doesNotHaveDuplicates().containsAll(kept);
    }

    @Test
    void find_ofWhatIsNotShown_endsPagesAfterABoundedNumberOfRecords() {
        fill(RecordSearch.MOST_READ + 100, 4);
        SearchQuery query = new SearchQuery(
                Optional.of("gauge"),
                Optional.empty(),
                TimeRange.ALL,
                TimeRange.ALL,
                List.of(),
                RecordState.ANY,
                Optional.empty(),
                10);

        RecordSearch.Page first = search.find(query, Optional.empty(), found -> false);

        assertThat(first.found()).isEmpty();
        assertThat(first.isCutShort()).isTrue();
        RecordSearch.Page second = search.find(query, first.next(), found -> true);
        assertThat(second.isCutShort()).isFalse();
        assertThat(second.found()).hasSize(10);
    }

    @Test
    void marks_areReadFromTheRecord() {
        store.createOrReplace(new HandleRecord(
                HandleName.parse("88.118.1/x"),
                List.of(HandleValue.text(1, "URL", "https://a.example/", 40), HandleValue.text(2, "URL", "b", 50))));
        StoredRecord stored = store.find(HandleName.parse("88.118.1/X")).orElseThrow();
        assertThat(RecordMarks.of(stored)).isEqualTo(new RecordMarks("", "", "88.118.1", 40, 50, false));
    }
}
