// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.app;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.service.evaluate.DeviceProfile;
import org.tanma.carbon.service.evaluate.EvaluationReport;
import org.tanma.carbon.service.evaluate.EvaluationService;
import org.tanma.carbon.service.evaluate.EvaluationStore;
import org.tanma.carbon.service.evaluate.EvaluationViews;
import org.tanma.carbon.service.evaluate.GradingRules;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.evaluate.MethodComparer;
import org.tanma.carbon.service.finding.FindingSearch;
import org.tanma.carbon.service.ingest.ActivityCalendar;
import org.tanma.carbon.service.ingest.ActivityIngest;
import org.tanma.carbon.service.ingest.ActivityReview;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.ledger.ActivityLedger;
import org.tanma.carbon.service.ledger.PeriodStore;
import org.tanma.carbon.service.ledger.SourceStore;
import org.tanma.carbon.service.peer.PeerSetStore;
import org.tanma.carbon.service.reading.ReadingIntake;
import org.tanma.carbon.service.reading.ReadingStore;
import org.tanma.carbon.service.rest.ActivityDataController;
import org.tanma.carbon.service.rest.ActivityReviewController;
import org.tanma.carbon.service.rest.EditionController;
import org.tanma.carbon.service.rest.EvaluationController;
import org.tanma.carbon.service.rest.EvaluationReportController;
import org.tanma.carbon.service.rest.EvaluationViewController;
import org.tanma.carbon.service.rest.MethodComparisonController;
import org.tanma.carbon.service.rest.PeerSetController;
import org.tanma.carbon.service.rest.PeriodController;
import org.tanma.carbon.service.rest.ReadingController;
import org.tanma.carbon.service.rest.SourceController;
import org.tanma.carbon.service.scheme.SchemeBook;
import org.tanma.kit.sql.SqlDatabase;

/**
 * The carbon service, wired.
 *
 * <p>Needs as beans: {@link CarbonConfig}, {@link IdentifierPlane}, {@link InstantSource}; and the kit's {@code ProblemAdvice}
 * for its errors.
 */
@Configuration(proxyBeanMethods = false)
@Import({GradingConfiguration.class, PortraitConfiguration.class, RegradingConfiguration.class})
public class CarbonConfiguration {
    @Bean(destroyMethod = "close")
    SqlDatabase carbonDatabase(CarbonConfig config) {
        return SqlDatabase.open(config.database(), "carbon");
    }

    @Bean
    EngineCatalog engineCatalog() {
        return EngineCatalog.readShipped();
    }

    @Bean
    KindCatalog kindCatalog(EngineCatalog catalog) {
        return KindCatalog.load(catalog.methods(), catalog.units());
    }

    @Bean
    ActivityLedger activityLedger(@Qualifier("carbonDatabase") SqlDatabase carbonDatabase, InstantSource clock) {
        return new ActivityLedger(carbonDatabase.jdbi(), clock);
    }

    @Bean
    PeriodStore periodStore(@Qualifier("carbonDatabase") SqlDatabase carbonDatabase, InstantSource clock) {
        return new PeriodStore(carbonDatabase.jdbi(), clock);
    }

    @Bean
    SourceStore sourceStore(@Qualifier("carbonDatabase") SqlDatabase carbonDatabase, InstantSource clock) {
        return new SourceStore(carbonDatabase.jdbi(), clock);
    }

    @Bean
    ReadingStore readingStore(@Qualifier("carbonDatabase") SqlDatabase carbonDatabase, InstantSource clock) {
        return new ReadingStore(carbonDatabase.jdbi(), clock);
    }

    @Bean
    PeerSetStore peerSetStore(@Qualifier("carbonDatabase") SqlDatabase carbonDatabase, InstantSource clock) {
        return new PeerSetStore(carbonDatabase.jdbi(), clock);
    }

    @Bean
    EvaluationStore evaluationStore(@Qualifier("carbonDatabase") SqlDatabase carbonDatabase) {
        return new EvaluationStore(carbonDatabase.jdbi());
    }

    @Bean
    ActivityIngest activityIngest(
            ActivityLedger ledger,
            KindCatalog kinds,
            EngineCatalog catalog,
            IdentifierPlane identifiers,
            InstantSource clock) {
        return new ActivityIngest(ledger, kinds, catalog.units(), identifiers::exists, clock);
    }

    @Bean
    ActivityReview activityReview(
            ActivityLedger ledger,
            PeriodStore periods,
            IdentifierPlane identifiers,
            EngineCatalog catalog,
            InstantSource clock) {
        FindingSearch search = new FindingSearch(
                catalog.units(), handle -> identifiers.findDevice(handle).map(DeviceProfile::enterprise));
        return new ActivityReview(ledger, periods, search, new ActivityCalendar(catalog.units()), clock);
    }

    @Bean
    EvaluationService evaluationService(
            IdentifierPlane identifiers,
            ActivityLedger ledger,
            SourceStore sources,
            PeerSetStore peerSets,
            EvaluationStore store,
            EngineCatalog catalog,
            KindCatalog kinds,
            GradingRules rules,
            InstantSource clock) {
        return new EvaluationService(identifiers, ledger, sources, peerSets, store, catalog, kinds, rules, clock);
    }

    @Bean
    ActivityDataController activityDataController(
            IdentifierPlane identifiers,
            ActivityIngest ingest,
            ActivityLedger ledger,
            ActivityReview review,
            KindCatalog kinds) {
        return new ActivityDataController(identifiers, ingest, ledger, review, kinds);
    }

    @Bean
    ActivityReviewController activityReviewController(
            IdentifierPlane identifiers, ActivityReview review, KindCatalog kinds) {
        return new ActivityReviewController(identifiers, review, kinds);
    }

    @Bean
    PeriodController periodController(IdentifierPlane identifiers, PeriodStore periods) {
        return new PeriodController(identifiers, periods);
    }

    @Bean
    SourceController sourceController(IdentifierPlane identifiers, SourceStore sources) {
        return new SourceController(identifiers, sources);
    }

    @Bean
    ReadingIntake readingIntake(
            IdentifierPlane identifiers,
            KindCatalog kinds,
            EngineCatalog catalog,
            ReadingStore store,
            ActivityLedger ledger,
            InstantSource clock) {
        return new ReadingIntake(identifiers, kinds, catalog.units(), store, ledger, clock);
    }

    @Bean
    ReadingController readingController(
            IdentifierPlane identifiers, ReadingIntake intake, ReadingStore store, KindCatalog kinds) {
        return new ReadingController(identifiers, intake, store, kinds);
    }

    @Bean
    EvaluationController evaluationController(EvaluationService evaluations) {
        return new EvaluationController(evaluations);
    }

    @Bean
    MethodComparer methodComparer(EvaluationStore store, EngineCatalog catalog, KindCatalog kinds) {
        return new MethodComparer(store, catalog, kinds);
    }

    @Bean
    MethodComparisonController methodComparisonController(EvaluationService evaluations, MethodComparer comparer) {
        return new MethodComparisonController(evaluations, comparer);
    }

    @Bean
    EvaluationViews evaluationViews(EvaluationStore store, EngineCatalog catalog, KindCatalog kinds, SchemeBook book) {
        return new EvaluationViews(store, catalog, kinds, book);
    }

    @Bean
    EvaluationViewController evaluationViewController(EvaluationService evaluations, EvaluationViews views) {
        return new EvaluationViewController(evaluations, views);
    }

    @Bean
    EvaluationReportController evaluationReportController(EvaluationService evaluations, EngineCatalog catalog) {
        return new EvaluationReportController(evaluations, new EvaluationReport(catalog));
    }

    @Bean
    PeerSetController peerSetController(PeerSetStore store) {
        return new PeerSetController(store);
    }

    @Bean
    EditionController editionController(EngineCatalog catalog, SchemeBook book) {
        return new EditionController(catalog, book);
    }
}
