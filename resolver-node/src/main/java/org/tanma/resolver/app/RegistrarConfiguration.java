// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.app;

import java.security.SecureRandom;
import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.resolver.registrar.AccountStore;
import org.tanma.resolver.registrar.AccountVerifier;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.PasswordHasher;
import org.tanma.resolver.registrar.account.Accounts;
import org.tanma.resolver.registrar.account.FirstPasswords;
import org.tanma.resolver.registrar.account.Sharing;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.registrar.audit.LoginFailures;
import org.tanma.resolver.registrar.enterprise.EnterpriseStore;
import org.tanma.resolver.registrar.enterprise.Grants;
import org.tanma.resolver.registrar.key.ApiKeys;
import org.tanma.resolver.rest.account.AccountController;
import org.tanma.resolver.rest.account.AuditController;
import org.tanma.resolver.rest.account.GrantController;
import org.tanma.resolver.rest.account.KeyController;

/** Enterprises, what they may do and who sees what of theirs, wired. Needs a {@link FirstPasswords} as a bean. */
@Configuration(proxyBeanMethods = false)
class RegistrarConfiguration {
    @Bean
    Grants grants(@Qualifier("registrarDatabase") SqlDatabase database, InstantSource clock) {
        return new Grants(database.jdbi(), clock);
    }

    @Bean
    Disclosure disclosure(Grants grants) {
        return new Disclosure(grants);
    }

    @Bean
    AuditLog auditLog(@Qualifier("registrarDatabase") SqlDatabase database, InstantSource clock) {
        return new AuditLog(database.jdbi(), clock);
    }

    @Bean
    LoginFailures loginFailures(AuditLog audit, InstantSource clock) {
        return new LoginFailures(audit, clock);
    }

    @Bean
    EnterpriseStore enterpriseStore(@Qualifier("registrarDatabase") SqlDatabase database) {
        return new EnterpriseStore(database.jdbi());
    }

    @Bean
    AccountVerifier accountVerifier(AccountStore store, LoginFailures failures, InstantSource clock) {
        return new AccountVerifier(store, clock, new SecureRandom(), name -> failures.note("login.closed", name));
    }

    @Bean
    Accounts accounts(
            AccountStore store,
            AccountVerifier verifier,
            PasswordHasher hasher,
            FirstPasswords firstPasswords,
            AuditLog audit,
            InstantSource clock) {
        return new Accounts(store, verifier, hasher, firstPasswords, audit, clock, new SecureRandom());
    }

    @Bean
    Sharing sharing(Grants grants, AccountStore accounts, AuditLog audit, InstantSource clock) {
        return new Sharing(grants, accounts, audit, clock);
    }

    @Bean
    ApiKeys apiKeys(@Qualifier("registrarDatabase") SqlDatabase database, AuditLog audit, InstantSource clock) {
        return new ApiKeys(database.jdbi(), audit, clock, new SecureRandom());
    }

    @Bean
    AccountController accountController(Accounts accounts) {
        return new AccountController(accounts);
    }

    @Bean
    KeyController keyController(ApiKeys keys) {
        return new KeyController(keys);
    }

    @Bean
    GrantController grantController(Sharing sharing) {
        return new GrantController(sharing);
    }

    @Bean
    AuditController auditController(AuditLog log) {
        return new AuditController(log);
    }
}
