// SPDX-License-Identifier: Apache-2.0
package org.tanma.carbon.service.app;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tanma.carbon.data.EngineCatalog;
import org.tanma.carbon.service.declare.DeclarationStore;
import org.tanma.carbon.service.evaluate.EvaluationStore;
import org.tanma.carbon.service.evaluate.GradingRules;
import org.tanma.carbon.service.evaluate.IdentifierPlane;
import org.tanma.carbon.service.evaluate.SchemeTrial;
import org.tanma.carbon.service.kind.KindCatalog;
import org.tanma.carbon.service.peer.PeerSetStore;
import org.tanma.carbon.service.rest.grading.ChecklistController;
import org.tanma.carbon.service.rest.grading.DeclarationController;
import org.tanma.carbon.service.rest.grading.PeerFormationController;
import org.tanma.carbon.service.rest.grading.SchemeController;
import org.tanma.carbon.service.rest.grading.SchemeDraftController;
import org.tanma.carbon.service.scheme.SchemeBook;
import org.tanma.carbon.service.scheme.SchemeStore;
import org.tanma.carbon.service.survey.PeerFormation;
import org.tanma.carbon.service.survey.SchemePreviewer;
import org.tanma.kit.sql.SqlDatabase;

/** Schemes, drafts, declarations and peers of this node's own, wired. */
@Configuration(proxyBeanMethods = false)
class GradingConfiguration {
    @Bean
    SchemeStore schemeStore(@Qualifier("carbonDatabase") SqlDatabase carbonDatabase, InstantSource clock) {
        return new SchemeStore(carbonDatabase.jdbi(), clock);
    }

    @Bean
    DeclarationStore declarationStore(@Qualifier("carbonDatabase") SqlDatabase carbonDatabase, InstantSource clock) {
        return new DeclarationStore(carbonDatabase.jdbi(), clock);
    }

    @Bean
    SchemeBook schemeBook(EngineCatalog catalog, SchemeStore store, InstantSource clock) {
        return new SchemeBook(catalog, store, clock);
    }

    @Bean
    GradingRules gradingRules(CarbonConfig config, SchemeBook book, DeclarationStore declarations) {
        return new GradingRules(config.gradingScheme(), book, declarations);
    }

    @Bean
    SchemeTrial schemeTrial(EngineCatalog catalog, KindCatalog kinds, SchemeBook book) {
        return new SchemeTrial(catalog, kinds, book);
    }

    @Bean
    PeerFormation peerFormation(EvaluationStore evaluations, SchemeTrial trial, EngineCatalog catalog) {
        return new PeerFormation(evaluations, trial, catalog.units());
    }

    @Bean
    SchemePreviewer schemePreviewer(
            EvaluationStore evaluations,
            PeerSetStore peerSets,
            SchemeTrial trial,
            PeerFormation formation,
            EngineCatalog catalog) {
        return new SchemePreviewer(evaluations, peerSets, trial, formation, catalog.units());
    }

    @Bean
    SchemeDraftController schemeDraftController(
            SchemeStore store, SchemeBook book, SchemePreviewer previewer, InstantSource clock) {
        return new SchemeDraftController(store, book, previewer, clock);
    }

    @Bean
    SchemeController schemeController(SchemeBook book, SchemeStore store) {
        return new SchemeController(book, store);
    }

    @Bean
    DeclarationController declarationController(
            DeclarationStore store, SchemeBook book, EngineCatalog catalog, IdentifierPlane identifiers) {
        return new DeclarationController(store, book, catalog, identifiers);
    }

    @Bean
    PeerFormationController peerFormationController(PeerFormation formation, PeerSetStore store, SchemeBook book) {
        return new PeerFormationController(formation, store, book);
    }

    @Bean
    ChecklistController checklistController(EngineCatalog catalog, SchemeBook book) {
        return new ChecklistController(catalog, book);
    }
}
