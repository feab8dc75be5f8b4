// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.app;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.data.PortraitEditions;
import org.tanma.carbon.service.evaluate.EvaluationService;
import org.tanma.carbon.service.evaluate.EvaluationStore;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.ingest.ReadingSeries;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.ledger.ActivityLedger;
import org.tanma.carbon.service.portrait.MonitorSettings;
import org.tanma.carbon.service.portrait.PortraitService;
import org.tanma.carbon.service.portrait.PortraitStore;
import org.tanma.carbon.service.portrait.SettingStore;
import org.tanma.carbon.service.portrait.TimeOfUseService;
import org.tanma.carbon.service.portrait.VerificationStore;
import org.tanma.carbon.service.portrait.WarningService;
import org.tanma.carbon.service.portrait.WarningStore;
import org.tanma.carbon.service.rest.MonitorSettingController;
import org.tanma.carbon.service.rest.PortraitController;
import org.tanma.carbon.service.rest.WarningController;
import org.tanma.kit.sql.SqlDatabase;

/** Portraits, warnings and tariff hours, wired; a part of {@link CarbonConfiguration}. */
@Configuration(proxyBeanMethods = false)
class PortraitConfiguration {
    @Bean
    PortraitEditions portraitEditions(EngineCatalog catalog) {
        return PortraitEditions.readShipped(catalog.units());
    }

    @Bean
    PortraitStore portraitStore(@Qualifier("carbonDatabase") SqlDatabase carbonDatabase) {
        return new PortraitStore(carbonDatabase.jdbi());
    }

    @Bean
    SettingStore settingStore(@Qualifier("carbonDatabase") SqlDatabase carbonDatabase, InstantSource clock) {
        return new SettingStore(carbonDatabase.jdbi(), clock);
    }

    @Bean
    WarningStore warningStore(@Qualifier("carbonDatabase") SqlDatabase carbonDatabase, InstantSource clock) {
        return new WarningStore(carbonDatabase.jdbi(), clock);
    }

    @Bean
    VerificationStore verificationStore(@Qualifier("carbonDatabase") SqlDatabase carbonDatabase, InstantSource clock) {
        return new VerificationStore(carbonDatabase.jdbi(), clock);
    }

    @Bean
    MonitorSettings monitorSettings(SettingStore store, EngineCatalog catalog) {
        return new MonitorSettings(store, catalog.units());
    }

    @Bean
    WarningService warningService(
            ActivityLedger ledger,
            ReadingSeries readings,
            EvaluationStore evaluations,
            SettingStore settings,
            WarningStore store,
            EngineCatalog catalog,
            KindCatalog kinds,
            InstantSource clock) {
        return new WarningService(ledger, readings, evaluations, settings, store, catalog, kinds, clock);
    }

    @Bean
    PortraitService portraitService(
            EvaluationStore evaluations,
            PortraitStore store,
            VerificationStore verifications,
            WarningStore warnings,
            ActivityLedger ledger,
            EngineCatalog catalog,
            PortraitEditions editions,
            KindCatalog kinds,
            InstantSource clock) {
        return new PortraitService(
                evaluations, store, verifications, warnings, ledger, catalog, editions, kinds, clock);
    }

    @Bean
    TimeOfUseService timeOfUseService(
            ActivityLedger ledger,
            ReadingSeries readings,
            EvaluationStore evaluations,
            SettingStore settings,
            EngineCatalog catalog,
            PortraitEditions editions,
            InstantSource clock) {
        return new TimeOfUseService(ledger, readings, evaluations, settings, catalog, editions, clock);
    }

    @Bean
    PortraitController portraitController(
            IdentifierPlane identifiers,
            PortraitService portraits,
            WarningService warnings,
            TimeOfUseService timeOfUse,
            EvaluationService evaluations,
            VerificationStore verifications) {
        return new PortraitController(identifiers, portraits, warnings, timeOfUse, evaluations, verifications);
    }

    @Bean
    WarningController warningController(IdentifierPlane identifiers, WarningService service, WarningStore store) {
        return new WarningController(identifiers, service, store);
    }

    @Bean
    MonitorSettingController monitorSettingController(IdentifierPlane identifiers, MonitorSettings settings) {
        return new MonitorSettingController(identifiers, settings);
    }
}
