// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.app;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.registrar.enterprise.EnterpriseStore;

/** Enterprises, what they may do and who sees what of theirs, wired. */
@Configuration(proxyBeanMethods = false)
class RegistrarConfiguration {
    @Bean
    Disclosure disclosure() {
        return new Disclosure();
    }

    @Bean
    AuditLog auditLog(@Qualifier("registrarDatabase") SqlDatabase database, InstantSource clock) {
        return new AuditLog(database.jdbi(), clock);
    }

    @Bean
    EnterpriseStore enterpriseStore(@Qualifier("registrarDatabase") SqlDatabase database) {
        return new EnterpriseStore(database.jdbi());
    }
}
