// SPDX-License-Identifier: Apache-2.0
package org.tanma.label.app;

import java.time.InstantSource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.label.credential.IssuerKeys;
import org.tanma.label.credential.StatementSigner;
import org.tanma.label.issue.CodeIssuer;
import org.tanma.label.issue.CodeLinks;
import org.tanma.label.issue.CodeRegister;
import org.tanma.label.issue.CodeRevoker;
import org.tanma.label.issue.CodeStore;
import org.tanma.label.issue.IdentifierPlane;
import org.tanma.label.issue.LostKeys;
import org.tanma.label.issue.OutboxPublisher;
import org.tanma.label.issue.ResultSource;
import org.tanma.label.page.CodePageController;
import org.tanma.label.rest.ArtworkController;
import org.tanma.label.rest.CodeController;
import org.tanma.label.rest.IssuerKeyController;

/**
 * The label service, wired.
 *
 * <p>Needs as beans: {@link LabelConfig}, {@link ResultSource}, {@link IdentifierPlane}, {@link InstantSource}; and the kit's
 * {@code ProblemAdvice} for its errors.
 */
@Configuration(proxyBeanMethods = false)
public class LabelConfiguration {
    @Bean(destroyMethod = "close")
    SqlDatabase labelDatabase(LabelConfig config) {
        return SqlDatabase.open(config.database(), "label");
    }

    @Bean
    CodeStore codeStore(@Qualifier("labelDatabase") SqlDatabase labelDatabase) {
        return new CodeStore(labelDatabase);
    }

    @Bean
    IssuerKeys issuerKeys(LabelConfig config) {
        return IssuerKeys.open(config.keyDirectory());
    }

    @Bean
    StatementSigner statementSigner(IssuerKeys keys) {
        return new StatementSigner(keys);
    }

    @Bean
    LostKeys lostKeys(CodeStore store, StatementSigner signer) {
        return LostKeys.of(store, signer);
    }

    @Bean
    CodeLinks codeLinks(LabelConfig config) {
        return new CodeLinks(config.publicBaseUrl());
    }

    @Bean
    CodeRegister codeRegister(CodeStore store, StatementSigner signer, InstantSource clock) {
        return new CodeRegister(store, signer, clock);
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    OutboxPublisher outboxPublisher(CodeStore store, IdentifierPlane plane, InstantSource clock) {
        return new OutboxPublisher(store, plane, clock);
    }

    @Bean
    CodeIssuer codeIssuer(
            ResultSource results,
            CodeStore store,
            StatementSigner signer,
            OutboxPublisher publisher,
            CodeLinks links,
            LabelConfig config,
            InstantSource clock) {
        return new CodeIssuer(results, store, signer, publisher, links, config.issuer(), clock);
    }

    @Bean
    CodeRevoker codeRevoker(
            CodeStore store, StatementSigner signer, OutboxPublisher publisher, CodeLinks links, InstantSource clock) {
        return new CodeRevoker(store, signer, publisher, links, clock);
    }

    @Bean
    CodeController codeController(CodeIssuer issuer, CodeRevoker revoker, CodeRegister register, CodeLinks links) {
        return new CodeController(issuer, revoker, register, links);
    }

    @Bean
    ArtworkController artworkController(CodeRegister register, CodeLinks links) {
        return new ArtworkController(register, links);
    }

    @Bean
    IssuerKeyController issuerKeyController(IssuerKeys keys) {
        return new IssuerKeyController(keys);
    }

    @Bean
    CodePageController codePageController(CodeRegister register, CodeLinks links, InstantSource clock) {
        return new CodePageController(register, links, clock);
    }
}
