// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.app;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.registrar.RegistrationLog;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.registrar.change.RecordMigration;
import org.tanma.resolver.rest.TemplateChangeController;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.validate.RecordValidator;

/** What changes between versions of templates, wired. */
@Configuration(proxyBeanMethods = false)
class TemplateChangeConfiguration {
    @Bean
    RecordMigration recordMigration(
            RecordDirectory directory,
            RecordMapper mapper,
            RecordValidator validator,
            HandleAdminStore store,
            RegistrationLog log,
            AuditLog audit,
            InstantSource clock) {
        return new RecordMigration(directory, mapper, validator, store, log, audit, clock);
    }

    @Bean
    TemplateChangeController templateChangeController(
            TemplateCatalog catalog, RecordMigration migrations, ResolverConfig config) {
        return new TemplateChangeController(catalog, migrations, config.nodePrefix());
    }
}
