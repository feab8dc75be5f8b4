// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.rest.records;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.ReactiveSecurityContextHolder;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.server.WebFilter;
import org.tanma.kit.rest.ProblemAdvice;
import org.tanma.resolver.index.GaugeTemplate;
import org.tanma.resolver.index.RecordIndex;
import org.tanma.resolver.index.RecordKeys;
import org.tanma.resolver.index.RecordSearch;
import org.tanma.resolver.index.rocks.RocksSortedKeys;
import org.tanma.resolver.registrar.Disclosure;
import org.tanma.resolver.registrar.RegistrarRoom;
import org.tanma.resolver.registrar.audit.AuditLog;
import org.tanma.resolver.registrar.enterprise.Quotas;
import org.tanma.resolver.registrar.life.Lives;
import org.tanma.resolver.registrar.life.RecordPast;
import org.tanma.resolver.registrar.life.TransferOfferStore;
import org.tanma.resolver.rest.IdentifierController;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.validate.RecordValidator;

/** The controllers of records over real stores, with template gauge; a header names the account. */
final class RecordsApi implements AutoCloseable {
    static final String ACCOUNT = "X-Test-Account";

    final RegistrarRoom room;
    final RecordIndex index;
    final Lives lives;
    final AuditLog audit;
    final WebTestClient client;

    RecordsApi(Path folder) {
        room = new RegistrarRoom(folder, GaugeTemplate.catalog());
        RecordMapper mapper = new RecordMapper(room.catalog);
        Disclosure disclosure = new Disclosure();
        index = new RecordIndex(
                RocksSortedKeys.open(folder.resolve("index"), RecordIndex.FORMAT),
                new RecordKeys(room.catalog),
                room.store,
                room.store,
                room.store);
        index.start();
        RecordSearch search = new RecordSearch(index, room.store, mapper);
        audit = new AuditLog(room.database.jdbi(), room.clock);
        AtomicInteger offers = new AtomicInteger();
        lives = new Lives(
                room.directory,
                room.catalog,
                new RecordValidator(room.catalog),
                mapper,
                room.store,
                room.store,
                room.log,
                audit,
                Quotas.unlimited(),
                new TransferOfferStore(room.database.jdbi(), room.clock),
                search::enterprise,
                () -> "offer-" + offers.incrementAndGet(),
                room.clock);
        client = WebTestClient.bindToController(
                        new IdentifierController(room.directory, disclosure, room.log),
                        new RecordSearchController(search, room.catalog, disclosure),
                        new RecordLifeController(lives.life(), disclosure),
                        new HistoryController(new RecordPast(room.store, mapper, disclosure), disclosure),
                        new TransferController(lives.transfers(), room.clock))
                .controllerAdvice(new RecordAdvice(), new ProblemAdvice())
                .webFilter(signIn())
                .configureClient()
                .responseTimeout(Duration.ofSeconds(60))
                .build();
    }

    private static WebFilter signIn() {
        return (exchange, chain) -> {
            String account = exchange.getRequest().getHeaders().getFirst(ACCOUNT);
            if (account == null) {
                return chain.filter(exchange);
            }
            String[] authorities = switch (account) {
                case "cement" -> new String[] {"ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.1"};
                case "clerk" -> new String[] {"ROLE_ENTERPRISE_CLERK", "PREFIX_88.118.1"};
                case "glass" -> new String[] {"ROLE_ENTERPRISE_ADMIN", "PREFIX_88.118.2"};
                case "boss" -> new String[] {"ROLE_OPERATOR"};
                default -> new String[] {"ROLE_REGULATOR"};
            };
            return chain.filter(exchange)
                    .contextWrite(ReactiveSecurityContextHolder.withAuthentication(
                            UsernamePasswordAuthenticationToken.authenticated(
                                    account, "", AuthorityUtils.createAuthorityList(authorities))));
        };
    }

    @Override
    public void close() {
        index.close();
        room.close();
    }
}
