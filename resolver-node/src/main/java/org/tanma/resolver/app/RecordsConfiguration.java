// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.app;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.resolver.index.RecordIndex;
import org.tanma.resolver.index.RecordKeys;
import org.tanma.resolver.index.RecordSearch;
import org.tanma.resolver.index.rocks.RocksSortedKeys;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.registrar.RegistrationLog;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.registrar.enterprise.Quotas;
import org.tanma.resolver.registrar.life.Lives;
import org.tanma.resolver.registrar.life.RecordPast;
import org.tanma.resolver.registrar.life.TransferOfferStore;
import org.tanma.resolver.rest.records.HistoryController;
import org.tanma.resolver.rest.records.RecordAdvice;
import org.tanma.resolver.rest.records.RecordLifeController;
import org.tanma.resolver.rest.records.RecordSearchController;
import org.tanma.resolver.rest.records.TransferController;
import org.tanma.resolver.store.ChangeFeed;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.OrderedRecords;
import org.tanma.resolver.store.RecordHistory;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.validate.RecordValidator;

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

    @Bean
    TransferOfferStore transferOfferStore(@Qualifier("registrarDatabase") SqlDatabase database, InstantSource clock) {
        return new TransferOfferStore(database.jdbi(), clock);
    }

    @Bean
    Lives lives(
            RecordDirectory directory,
            TemplateCatalog catalog,
            RecordValidator validator,
            RecordMapper mapper,
            RecordHistory history,
            HandleAdminStore store,
            RegistrationLog log,
            AuditLog audit,
            Quotas quotas,
            TransferOfferStore offers,
            RecordSearch search,
            InstantSource clock) {
        return new Lives(
                directory,
                catalog,
                validator,
                mapper,
                history,
                store,
                log,
                audit,
                quotas,
                offers,
                search::enterprise,
                () -> UuidCreator.getTimeOrderedEpoch().toString(),
                clock);
    }

    @Bean
    RecordLifeController recordLifeController(Lives lives, Disclosure disclosure) {
        return new RecordLifeController(lives.life(), disclosure);
    }

    @Bean
    TransferController transferController(Lives lives, InstantSource clock) {
        return new TransferController(lives.transfers(), clock);
    }

    @Bean
    HistoryController historyController(RecordHistory history, RecordMapper mapper, Disclosure disclosure) {
        return new HistoryController(new RecordPast(history, mapper, disclosure), disclosure);
    }

    @Bean
    RecordSearchController recordSearchController(RecordSearch search, TemplateCatalog catalog, Disclosure disclosure) {
        return new RecordSearchController(search, catalog, disclosure);
    }

    @Bean
    RecordAdvice recordAdvice() {
        return new RecordAdvice();
    }
}
