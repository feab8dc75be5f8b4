// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.app;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.resolver.oid.OidAllotments;
import org.tanma.resolver.oid.OidRegistrar;
import org.tanma.resolver.oid.OrsDocuments;
import org.tanma.resolver.oid.OrsZone;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.registrar.enterprise.Enterprise;
import org.tanma.resolver.registrar.enterprise.EnterpriseStore;
import org.tanma.resolver.rest.OidController;
import org.tanma.resolver.rest.OrsDocumentController;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.HandleStore;

/** Object identifiers, wired. Needs {@link OidConfig} as a bean. */
@Configuration(proxyBeanMethods = false)
class OidConfiguration {
    @Bean
    OidAllotments oidAllotments(
            @Qualifier("registrarDatabase") SqlDatabase database,
            InstantSource clock,
            OidConfig config,
            ResolverConfig resolver) {
        return OidAllotments.open(database.jdbi(), clock, config.arc(), resolver.nodePrefix());
    }

    @Bean
    OrsZone orsZone(OidAllotments allotments, OidConfig config, InstantSource clock) {
        return new OrsZone(allotments, config.publicUrl(), config.nameServer(), clock);
    }

    @Bean
    OidRegistrar oidRegistrar(
            OidAllotments allotments,
            HandleStore store,
            HandleAdminStore adminStore,
            InstantSource clock,
            ResolverConfig resolver,
            AuditLog audit,
            EnterpriseStore enterprises,
            OrsZone zone) {
        return new OidRegistrar(
                allotments,
                store,
                adminStore,
                clock,
                resolver.nodePrefix(),
                new SecureRandom(),
                audit::record,
                enterprises,
                zone::changed);
    }

    @Bean
    OrsDocuments orsDocuments(
            OidAllotments allotments,
            HandleStore store,
            EnterpriseStore enterprises,
            RecordDirectory directory,
            Disclosure disclosure) {
        return new OrsDocuments(
                allotments,
                store,
                prefix -> enterprises
                        .find(prefix)
                        .map(Enterprise::name)
                        .or(() -> nameInRecord(prefix, directory, disclosure)));
    }

    /** The name that the record of an enterprise tells everybody, where enterprises are records alone. */
    private static Optional<String> nameInRecord(String prefix, RecordDirectory directory, Disclosure disclosure) {
        return directory
                .find(HandleName.parse(prefix + "/ENTERPRISE"))
                .flatMap(RecordDirectory.Entry::described)
                .map(record -> disclosure.visibleItems(record, Caller.PUBLIC).get("orgName"));
    }

    @Bean
    OidController oidController(OidRegistrar registrar, OidAllotments allotments) {
        return new OidController(registrar, allotments);
    }

    @Bean
    OrsDocumentController orsDocumentController(OrsDocuments documents) {
        return new OrsDocumentController(documents);
    }
}
