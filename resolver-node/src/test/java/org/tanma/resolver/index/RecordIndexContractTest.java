// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.resolver.store.BulkLoader.Existing;
import org.tanma.resolver.store.ExpectedVersion;
import org.tanma.resolver.store.MemoryHandleStore;
import org.tanma.resolver.store.RecordChange;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.map.PrefixAdministrator;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.model.MetadataTemplate;

/** The index says what a scan of all records would, whatever came before; each engine of keys extends this. */
abstract class RecordIndexContractTest {
    private static final TemplateCatalog CATALOG = GaugeTemplate.catalog();
    private static final MetadataTemplate DEVICE = CATALOG.get("gauge");

    final MemoryHandleStore store = new MemoryHandleStore();
    private final RecordKeys recordKeys = new RecordKeys(CATALOG);
    private final RecordMapper mapper = new RecordMapper(CATALOG);

    /** The same keys as before, opened anew. */
    abstract SortedKeys keys();

    /** Ends the keys like a process that is killed. */
    abstract void kill(SortedKeys keys);

    private RecordIndex open(SortedKeys keys) {
        RecordIndex index = new RecordIndex(keys, recordKeys, store, store, store);
        index.start();
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(index::isReady);
        return index;
    }

    private void requireSame(SortedKeys keys) {
        TreeSet<byte[]> expected = new TreeSet<>(Arrays::compareUnsigned);
        store.forEach(Optional.empty(), record -> expected.addAll(recordKeys.of(record)));
        List<byte[]> found = new ArrayList<>();
        try (SortedKeys.Cursor cursor = keys.cursor()) {
            for (byte[] key = cursor.seek(new byte[] {1}); key != null; key = cursor.next()) {
                found.add(key);
            }
        }
        assertThat(found).usingElementComparator(Arrays::compareUnsigned).containsExactlyElementsOf(expected);
    }

    private HandleRecord device(int number, int power, long seconds) {
        return device(number, power, seconds, Map.of());
    }

    private HandleRecord withGtin(int number, String gtin) {
        return device(number, 1, 5, Map.of("gtin", gtin));
    }

    private HandleRecord device(int number, int power, long seconds, Map<String, String> more) {
        HandleName name = HandleName.parse("88.118." + (1 + number % 3) + "/D" + number);
        Map<String, String> items = new TreeMap<>(more);
        items.put("deviceName", "设备 " + power % 7);
        items.put("deviceKind", power % 2 == 0 ? "kiln" : "mill");
        items.put("ratedPowerKw", Integer.toString(power));
        items.put("enterprise", name.prefix() + "/ENTERPRISE");
        return mapper.toRecord(name, DEVICE, items, PrefixAdministrator.of(name.prefix()), seconds);
    }

    private HandleRecord withEquivalent(HandleRecord record, String key) {
        List<HandleValue> values = new ArrayList<>(record.values());
        values.add(HandleValue.text(1500, "EQUIVALENT", key, 7));
        return new HandleRecord(record.name(), values);
    }

    @Test
    void handlesOf_followsTheRecords_atOnce() {
        RecordIndex index = open(keys());
        HandleRecord record = withEquivalent(device(1, 630, 5), "urn:oid:1.2.156.1");
        assertThat(index.handlesOf("urn:oid:1.2.156.1")).isEmpty();
        store.createOrReplace(record);
        assertThat(index.handlesOf("urn:oid:1.2.156.1")).containsExactly(record.name());
        assertThat(index.handlesOf("urn:oid:1.2.156")).isEmpty();
        store.createOrReplace(device(1, 630, 6));
        assertThat(index.handlesOf("urn:oid:1.2.156.1")).isEmpty();
        index.close();
    }

    @Test
    void handlesOf_itemsWithAKindOfIdentifier_countAsWell_howeverWritten() {
        RecordIndex index = open(keys());
        store.createOrReplace(withGtin(1, "4006381333931"));
        store.createOrReplace(withGtin(2, "(01)04006381333931"));
        String key = org.tanma.identifier.Equivalents.key(org.tanma.identifier.IdentifierKind.GTIN, "4006381333931")
                .orElseThrow();
        assertThat(index.handlesOf(key)).hasSize(2);
        index.close();
    }

    @Test
    void keys_afterAnyChangesRestartsAndCrashes_areThoseOfAScan() {
        long seed = 20_261_121;
        Random random = new Random(seed);
        SortedKeys keys = keys();
        RecordIndex index = open(keys);
        for (int round = 0; round < 60; round++) {
            change(random);
            int what = random.nextInt(10);
            if (what < 4) {
                if (what < 2) {
                    kill(keys);
                }
                index.close();
                // What is written meanwhile is not told to this index any more.
                change(random);
                keys = keys();
                index = open(keys);
            } else if (what == 4) {
                store.load(
                        List.of(device(random.nextInt(30), random.nextInt(9), round))
                                .iterator(),
                        Existing.REPLACE);
                Awaitility.await().atMost(20, TimeUnit.SECONDS).until(index::isReady);
            }
            requireSame(keys);
        }
        index.close();
    }

    private void change(Random random) {
        for (int i = 0; i < 20; i++) {
            HandleRecord record = device(random.nextInt(30), random.nextInt(9), random.nextInt(1_000));
            switch (random.nextInt(4)) {
                case 0 -> store.delete(record.name(), ExpectedVersion.any());
                case 1 -> store.createOrReplace(withEquivalent(record, "urn:oid:1.2.156." + random.nextInt(5)));
                default -> store.apply(List.of(RecordChange.put(record, ExpectedVersion.any())));
            }
        }
    }

    @Test
    void keys_madeAnewWhileRecordsChange_areThoseOfAScan() throws InterruptedException {
        for (int i = 0; i < 3_000; i++) {
            store.createOrReplace(device(i, i, i));
        }
        SortedKeys keys = keys();
        RecordIndex index = new RecordIndex(keys, recordKeys, store, store, store);
        Thread writer = new Thread(() -> {
            Random random = new Random(7);
            for (int i = 0; i < 200; i++) {
                change(random);
            }
        });
        writer.start();
        index.start();
        writer.join();
        Awaitility.await().atMost(20, TimeUnit.SECONDS).until(index::isReady);
        requireSame(keys);
        index.close();
    }
}
