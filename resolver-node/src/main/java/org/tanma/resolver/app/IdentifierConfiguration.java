// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.app;

import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tanma.resolver.identify.EquivalentRegistrar;
import org.tanma.resolver.identify.IdentifierFinder;
import org.tanma.resolver.index.EquivalenceIndex;
import org.tanma.resolver.page.ResolveController;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.rest.EquivalentController;
import org.tanma.resolver.store.HandleAdminStore;

/** Finding records by identifiers of every kind, wired. */
@Configuration(proxyBeanMethods = false)
class IdentifierConfiguration {
    @Bean
    IdentifierFinder identifierFinder(
            RecordDirectory directory,
            ObjectProvider<EquivalenceIndex> index,
            Disclosure disclosure,
            ResolverConfig config) {
        return new IdentifierFinder(directory, orNone(index), disclosure, config.nodePrefix());
    }

    /** Without an index, records are found by their handles alone. */
    private static EquivalenceIndex orNone(ObjectProvider<EquivalenceIndex> index) {
        return index.getIfAvailable(() -> key -> List.of());
    }

    @Bean
    EquivalentRegistrar equivalentRegistrar(
            RecordDirectory directory,
            ObjectProvider<EquivalenceIndex> index,
            HandleAdminStore store,
            AuditLog audit,
            InstantSource clock) {
        return new EquivalentRegistrar(directory, orNone(index), store, audit, clock);
    }

    @Bean
    ResolveController resolveController(IdentifierFinder finder, RecordDirectory directory, Disclosure disclosure) {
        return new ResolveController(finder, directory, disclosure);
    }

    @Bean
    EquivalentController equivalentController(
            RecordDirectory directory, IdentifierFinder finder, EquivalentRegistrar equivalents, OidConfig oids) {
        return new EquivalentController(
                directory, finder, equivalents, oids.arc().oid());
    }
}
