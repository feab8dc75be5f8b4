// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.portrait;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tanma.carbon.quantity.UnitCatalog;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Takes in thresholds and tariff hours: read strictly, kept as one text whatever their order and spaces. Safe between threads. */
public final class MonitorSettings {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final SettingStore store;
    private final UnitCatalog units;

    public MonitorSettings(SettingStore store, UnitCatalog units) {
        this.store = store;
        this.units = units;
    }

    /** What is set now; empty when nothing ever was. */
    public Optional<KeptSetting> find(String scope, SettingStore.Topic topic) {
        return store.findNewest(scope, topic);
    }

    /**
     * Sets thresholds and planned stops.
     *
     * @param expected as {@link SettingStore#put}
     * @return what holds now; empty when another version than the expected one holds
     */
    public Optional<KeptSetting> putThresholds(
            String scope, byte[] body, @Nullable Integer expected, String recordedBy) {
        ThresholdBook.read(body, units, scope.startsWith(WarningService.industryScope("")));
        return store.put(scope, SettingStore.Topic.THRESHOLDS, plain(body), expected, recordedBy);
    }

    /** Sets tariff hours, likewise. */
    public Optional<KeptSetting> putTariff(String scope, byte[] body, @Nullable Integer expected, String recordedBy) {
        TariffBody.read(body, "own");
        return store.put(scope, SettingStore.Topic.TARIFF, plain(body), expected, recordedBy);
    }

    private static String plain(byte[] body) {
        return JSON.writeValueAsString(JSON.readValue(body, java.util.Map.class));
    }
}
