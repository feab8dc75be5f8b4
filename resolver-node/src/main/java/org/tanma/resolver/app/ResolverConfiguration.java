// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.app;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.resolver.registrar.AccountStore;
import org.tanma.resolver.registrar.AccountVerifier;
import org.tanma.resolver.registrar.DeprecatedTemplates;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.PasswordHasher;
import org.tanma.resolver.registrar.RecordDirectory;
import org.tanma.resolver.registrar.RecordPublisher;
import org.tanma.resolver.registrar.RegistrationLog;
import org.tanma.resolver.registrar.RegistrationService;
import org.tanma.resolver.registrar.TokenService;
import org.tanma.resolver.registrar.enterprise.Quotas;
import org.tanma.resolver.registrar.mint.Minting;
import org.tanma.resolver.rest.IdentifierController;
import org.tanma.resolver.rest.RegistrationController;
import org.tanma.resolver.rest.TemplateController;
import org.tanma.resolver.rest.TokenController;
import org.tanma.resolver.store.HandleAdminStore;
import org.tanma.resolver.store.HandleStore;
import org.tanma.resolver.store.RecordHistory;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.validate.RecordValidator;

/**
 * The registrar, wired.
 *
 * <p>Needs as beans: {@link ResolverConfig}, {@link HandleStore}, {@link HandleAdminStore}, {@link RecordHistory}, {@code ChangeFeed}, {@code OrderedRecords}, {@link InstantSource}; and the
 * kit's {@code ProblemAdvice} for its errors.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    RegistrarConfiguration.class,
    RecordsConfiguration.class,
    IdentifierConfiguration.class,
    TemplateChangeConfiguration.class,
    MappingConfiguration.class,
    OidConfiguration.class,
    AdmissionConfiguration.class,
    RegistrationConfiguration.class
})
public class ResolverConfiguration {
    @Bean(destroyMethod = "close")
    SqlDatabase registrarDatabase(ResolverConfig config) {
        return SqlDatabase.open(config.database(), "registrar");
    }

    @Bean
    AccountStore accountStore(@Qualifier("registrarDatabase") SqlDatabase database, InstantSource clock) {
        return new AccountStore(database.jdbi(), clock);
    }

    @Bean
    PasswordHasher passwordHasher() {
        return new PasswordHasher(new SecureRandom(), PasswordHasher.DEFAULT_ITERATIONS);
    }

    @Bean
    TokenService tokenService(ResolverConfig config, InstantSource clock) throws java.io.IOException {
        Files.createDirectories(config.keyDirectory());
        return TokenService.open(config.keyDirectory().resolve("token-key.json"), clock);
    }

    @Bean
    TemplateCatalog templateCatalog(ResolverConfig config) {
        return TemplateCatalog.load(config.nodePrefix());
    }

    @Bean
    RecordValidator recordValidator(TemplateCatalog catalog) {
        return new RecordValidator(catalog);
    }

    @Bean
    RecordMapper recordMapper(TemplateCatalog catalog) {
        return new RecordMapper(catalog);
    }

    @Bean
    RecordDirectory recordDirectory(HandleStore store, HandleAdminStore adminStore, RecordMapper mapper) {
        return new RecordDirectory(store, adminStore, mapper);
    }

    @Bean
    RegistrationLog registrationLog(
            @Qualifier("registrarDatabase") SqlDatabase database, RecordHistory history, InstantSource clock) {
        return new RegistrationLog(database.jdbi(), history, clock);
    }

    @Bean
    RegistrationService registrationService(
            ResolverConfig config,
            TemplateCatalog catalog,
            RecordValidator validator,
            RecordMapper mapper,
            RecordDirectory directory,
            HandleAdminStore store,
            RegistrationLog log,
            InstantSource clock,
            DeprecatedTemplates deprecated,
            Quotas quotas,
            Minting minting) {
        return new RegistrationService(
                config.nodePrefix(),
                catalog,
                validator,
                mapper,
                directory,
                store,
                log,
                clock,
                deprecated,
                quotas,
                minting);
    }

    @Bean
    RecordPublisher recordPublisher(
            TemplateCatalog catalog,
            RecordValidator validator,
            RecordMapper mapper,
            RecordDirectory directory,
            HandleAdminStore store,
            RegistrationLog log,
            InstantSource clock) {
        return new RecordPublisher(catalog, validator, mapper, directory, store, log, clock);
    }

    @Bean
    TemplateController templateController(TemplateCatalog catalog) {
        return new TemplateController(catalog);
    }

    @Bean
    RegistrationController registrationController(TemplateCatalog catalog, RegistrationService registrations) {
        return new RegistrationController(catalog, registrations);
    }

    @Bean
    IdentifierController identifierController(RecordDirectory directory, Disclosure disclosure, RegistrationLog log) {
        return new IdentifierController(directory, disclosure, log);
    }

    @Bean
    TokenController tokenController(AccountVerifier accounts, TokenService tokens) {
        return new TokenController(accounts, tokens);
    }
}
