// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.app;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.resolver.admin.GivenPrefixes;
import org.tanma.resolver.oid.OidRegistrar;
import org.tanma.resolver.registrar.AccountStore;
import org.tanma.resolver.registrar.PasswordHasher;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.registrar.RecordPublisher;
import org.tanma.resolver.registrar.admission.Admissions;
import org.tanma.resolver.registrar.admission.Applications;
import org.tanma.resolver.registrar.admission.Enterprises;
import org.tanma.resolver.registrar.approval.TemplateDrafts;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.registrar.enterprise.EnterpriseStore;
import org.tanma.resolver.rest.admission.ApplicationController;
import org.tanma.resolver.rest.admission.DraftController;
import org.tanma.resolver.rest.admission.EnterpriseController;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.validate.RecordValidator;

/** How enterprises and their templates are admitted, wired. */
@Configuration(proxyBeanMethods = false)
class AdmissionConfiguration {
    @Bean(initMethod = "start", destroyMethod = "close")
    Admissions admissions(
            @Qualifier("registrarDatabase") SqlDatabase database,
            ResolverConfig config,
            HandleAdminStore store,
            RecordPublisher publisher,
            InstantSource clock,
            OidRegistrar oids) {
        GivenPrefixes prefixes = new GivenPrefixes(config.nodePrefix(), store, clock);
        return new Admissions(database.jdbi(), prefixes, publisher, clock, oids::allotTo);
    }

    @Bean
    Applications applications(
            ResolverConfig config,
            @Qualifier("registrarDatabase") SqlDatabase database,
            TemplateCatalog catalog,
            RecordValidator validator,
            EnterpriseStore enterprises,
            AccountStore accounts,
            PasswordHasher hasher,
            RecordDirectory records,
            AuditLog audit,
            Admissions admissions,
            InstantSource clock) {
        return new Applications(
                config.nodePrefix(),
                database.jdbi(),
                catalog,
                validator,
                enterprises,
                accounts,
                hasher,
                records,
                audit,
                admissions,
                clock,
                new SecureRandom());
    }

    @Bean
    Enterprises enterprises(
            @Qualifier("registrarDatabase") SqlDatabase database, EnterpriseStore store, AuditLog audit) {
        return new Enterprises(database.jdbi(), store, audit);
    }

    @Bean(initMethod = "load")
    TemplateDrafts templateDrafts(
            @Qualifier("registrarDatabase") SqlDatabase database,
            TemplateCatalog catalog,
            RecordPublisher publisher,
            AuditLog audit,
            InstantSource clock) {
        return new TemplateDrafts(database.jdbi(), catalog, publisher, audit, clock, new SecureRandom());
    }

    @Bean
    DraftController draftController(TemplateDrafts drafts) {
        return new DraftController(drafts);
    }

    @Bean
    ApplicationController applicationController(Applications applications) {
        return new ApplicationController(applications);
    }

    @Bean
    EnterpriseController enterpriseController(Enterprises enterprises) {
        return new EnterpriseController(enterprises);
    }
}
