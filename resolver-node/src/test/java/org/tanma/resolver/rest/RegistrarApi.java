// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.WebFilter;
import org.tanma.identifier.Oid;
import org.tanma.kit.rest.ProblemAdvice;
import org.tanma.resolver.identify.EquivalentRegistrar;
import org.tanma.resolver.identify.IdentifierFinder;
import org.tanma.resolver.index.EquivalenceIndex;
import org.tanma.resolver.index.ScannedEquivalences;
import org.tanma.resolver.page.ResolveController;
import org.tanma.resolver.registrar.Account;
import org.tanma.resolver.registrar.AccountStore;
import org.tanma.resolver.registrar.AccountVerifier;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.PasswordHasher;
import org.tanma.resolver.registrar.RegistrarRoom;
import org.tanma.resolver.registrar.TokenService;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.registrar.change.RecordMigration;
import org.tanma.resolver.registrar.job.JobsConfig;
import org.tanma.resolver.registrar.job.RegistrationJobs;
import org.tanma.resolver.registrar.mint.MintDefaults;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.validate.RecordValidator;

/** The registrar's controllers over real stores; a header names the account a request is signed in with. */
public final class RegistrarApi implements AutoCloseable {
    /** The node's arc. */
    public static final String ARC = "2.25.118";

    public static final String ACCOUNT = "X-Test-Account";
    public static final String PASSWORD = "a good password";

    public final RegistrarRoom room;
    public final TokenService tokens;
    public final AuditLog audit;
    public final WebTestClient client;
    private final RegistrationJobs jobs;

    public RegistrarApi(Path folder) {
        room = new RegistrarRoom(folder);
        AccountStore accounts = new AccountStore(room.database.jdbi(), room.clock);
        PasswordHasher hasher = new PasswordHasher(new SecureRandom(), PasswordHasher.MIN_ITERATIONS);
        accounts.create(Account.enterprise("cement", "88.118.1"), hasher.hash(PASSWORD));
        tokens = TokenService.open(folder.resolve("token-key.json"), room.clock);
        AccountVerifier verifier = new AccountVerifier(accounts, room.clock, new SecureRandom());
        EquivalenceIndex index = new ScannedEquivalences(room.directory, "88.118");
        IdentifierFinder finder = new IdentifierFinder(room.directory, index, new Disclosure(), "88.118");
        audit = new AuditLog(room.database.jdbi(), room.clock);
        EquivalentRegistrar equivalents = new EquivalentRegistrar(room.directory, index, room.store, audit, room.clock);
        jobs = new RegistrationJobs(
                JobsConfig.in(folder.resolve("jobs")),
                room.database.jdbi(),
                room.catalog,
                room.registrations,
                new AuditLog(room.database.jdbi(), room.clock),
                room.clock,
                2);
        jobs.start();
        client = WebTestClient.bindToController(
                        new TemplateController(room.catalog),
                        new TemplateChangeController(room.catalog, migrations(), "88.118"),
                        new RegistrationController(room.catalog, room.registrations),
                        new RegistrationJobController(room.catalog, jobs),
                        new MintRuleController(room.catalog, new MintDefaults(room.database.jdbi(), room.clock)),
                        new IdentifierController(room.directory, new Disclosure(), room.log),
                        new TokenController(verifier, tokens),
                        new ResolveController(finder, room.directory, new Disclosure()),
                        new EquivalentController(room.directory, finder, equivalents, Oid.of(ARC)))
                .controllerAdvice(new ProblemAdvice())
                .webFilter(signIn())
                .configureClient()
                .codecs(c -> c.defaultCodecs().maxInMemorySize(64 * 1024 * 1024))
                .responseTimeout(Duration.ofSeconds(60))
                .build();
    }

    private RecordMigration migrations() {
        return new RecordMigration(
                room.directory,
                new RecordMapper(room.catalog),
                new RecordValidator(room.catalog),
                room.store,
                room.log,
                audit,
                room.clock);
    }

    /** Stands where the node's filter chain stands. */
    private static WebFilter signIn() {
        return (exchange, chain) -> {
            String account = exchange.getRequest().getHeaders().getFirst(ACCOUNT);
            if (account == null) {
                return chain.filter(exchange);
            }
            String[] authorities = switch (account) {
                case "cement" -> new String[] {"ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.1"};
                case "glass" -> new String[] {"ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.2"};
                case "boss" -> new String[] {"ROLE_OPERATOR"};
                default -> new String[] {"ROLE_REGULATOR"};
            };
            var authentication = UsernamePasswordAuthenticationToken.authenticated(
                    account, "", AuthorityUtils.createAuthorityList(authorities));
            return chain.filter(exchange)
                    .contextWrite(ReactiveSecurityContextHolder.withAuthentication(authentication));
        };
    }

    @Override
    public void close() {
        jobs.close();
        room.close();
    }
}
