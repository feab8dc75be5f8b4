// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.app;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tanma.carbon.service.evaluate.EvaluationService;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.regrade.LedgerYearStore;
import org.tanma.carbon.service.regrade.RegradingStore;
import org.tanma.carbon.service.regrade.Regradings;
import org.tanma.carbon.service.regrade.rest.RegradingController;
import org.tanma.kit.sql.SqlDatabase;

/** Regradings, wired. */
@Configuration(proxyBeanMethods = false)
class RegradingConfiguration {
    /** As many as SQLite's one writer and a node that answers questions beside it leave room for. */
    private static final int THREADS = 2;

    @Bean
    RegradingStore regradingStore(@Qualifier("carbonDatabase") SqlDatabase carbonDatabase) {
        return new RegradingStore(carbonDatabase.jdbi());
    }

    /** Goes on with what a crash interrupted. */
    @Bean(initMethod = "resume", destroyMethod = "close")
    Regradings regradings(
            RegradingStore store,
            @Qualifier("carbonDatabase") SqlDatabase carbonDatabase,
            IdentifierPlane identifiers,
            EvaluationService evaluations,
            InstantSource clock) {
        return new Regradings(
                store, new LedgerYearStore(carbonDatabase.jdbi()), identifiers, evaluations.assessor(), clock, THREADS);
    }

    @Bean
    RegradingController regradingController(Regradings regradings, RegradingStore store) {
        return new RegradingController(regradings, store);
    }
}
