// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.app;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tanma.resolver.index.RecordIndex;
import org.tanma.resolver.index.RecordKeys;
import org.tanma.resolver.index.RecordSearch;
import org.tanma.resolver.index.rocks.RocksSortedKeys;
import org.tanma.resolver.store.ChangeFeed;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.OrderedRecords;
import org.tanma.resolver.store.RecordHistory;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.map.RecordMapper;

/** What finds records and leads them through their life, wired. */
@Configuration(proxyBeanMethods = false)
class RecordsConfiguration {
    @Bean(destroyMethod = "close")
    RecordIndex recordIndex(
            ResolverConfig config,
            TemplateCatalog catalog,
            ChangeFeed feed,
            RecordHistory history,
            OrderedRecords records) {
        RocksSortedKeys keys = RocksSortedKeys.open(config.indexDirectory(), RecordIndex.FORMAT);
        RecordIndex index = new RecordIndex(keys, new RecordKeys(catalog), feed, history, records);
        index.start();
        return index;
    }

    @Bean
    RecordSearch recordSearch(RecordIndex index, HandleStore store, RecordMapper mapper) {
        return new RecordSearch(index, store, mapper);
    }
}
