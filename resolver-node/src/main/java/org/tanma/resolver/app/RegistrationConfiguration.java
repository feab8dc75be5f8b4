// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.app;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.resolver.registrar.RegistrationService;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.registrar.job.RegistrationJobs;
import org.tanma.resolver.registrar.mint.Minting;
import org.tanma.resolver.rest.MintRuleController;
import org.tanma.resolver.rest.RegistrationJobController;
import org.tanma.template.load.TemplateCatalog;

/** Minting and the registration of whole files, wired. */
@Configuration(proxyBeanMethods = false)
class RegistrationConfiguration {
    @Bean
    Minting minting(@Qualifier("registrarDatabase") SqlDatabase database, InstantSource clock) {
        return Minting.of(database.jdbi(), clock, new SecureRandom());
    }

    @Bean(destroyMethod = "close")
    RegistrationJobs registrationJobs(
            ResolverConfig config,
            @Qualifier("registrarDatabase") SqlDatabase database,
            TemplateCatalog catalog,
            RegistrationService registrations,
            AuditLog audit,
            InstantSource clock) {
        RegistrationJobs jobs = new RegistrationJobs(
                config.jobs(),
                database.jdbi(),
                catalog,
                registrations,
                audit,
                clock,
                Math.max(1, Runtime.getRuntime().availableProcessors()));
        jobs.start();
        return jobs;
    }

    @Bean
    RegistrationJobController registrationJobController(TemplateCatalog catalog, RegistrationJobs jobs) {
        return new RegistrationJobController(catalog, jobs);
    }

    @Bean
    MintRuleController mintRuleController(TemplateCatalog catalog, Minting minting) {
        return new MintRuleController(catalog, minting.defaults());
    }
}
