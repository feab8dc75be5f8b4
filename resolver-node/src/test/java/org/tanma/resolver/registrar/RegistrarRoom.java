// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.registrar;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.tanma.handle.model.HandleName;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.sql.SqlConfig;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.resolver.registrar.enterprise.EnterpriseStore;
import org.tanma.resolver.registrar.mint.Minting;
import org.tanma.resolver.store.rocks.RocksHandleStore;
import org.tanma.resolver.store.rocks.RocksStoreConfig;
import org.tanma.template.load.TemplateCatalog;
import org.tanma.template.map.RecordMapper;
import org.tanma.template.validate.RecordValidator;

/** A registrar on real embedded engines in one directory, with the enterprise 88.118.1/ENTERPRISE registered. */
public final class RegistrarRoom implements AutoCloseable {
    public static final Caller OPERATOR = new Caller("boss", Set.of("OPERATOR"), Set.of());
    public static final Caller CEMENT = new Caller("cement", Set.of("ENTERPRISE_ADMIN"), Set.of("88.118.1"));
    public static final Caller GLASS = new Caller("glass", Set.of("ENTERPRISE_ADMIN"), Set.of("88.118.2"));

    public final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
    public final TemplateCatalog catalog;
    public final RocksHandleStore store;
    public final SqlDatabase database;
    public final RecordDirectory directory;
    public final RegistrationLog log;
    public final RegistrationService registrations;
    public final RecordPublisher publisher;
    /** By name, from when on nothing new is registered by it. */
    public final Map<String, Instant> deprecated = new ConcurrentHashMap<>();

    public RegistrarRoom(Path folder) {
        this(folder, TemplateCatalog.load("88.118"));
    }

    public RegistrarRoom(Path folder, TemplateCatalog catalog) {
        this.catalog = catalog;
        store = RocksHandleStore.open(RocksStoreConfig.of(folder.resolve("records")));
        database = SqlDatabase.open(new SqlConfig.Embedded(folder), "registrar");
        RecordMapper mapper = new RecordMapper(catalog);
        RecordValidator validator = new RecordValidator(catalog);
        directory = new RecordDirectory(store, store, mapper);
        log = new RegistrationLog(database.jdbi(), store, clock);
        registrations = new RegistrationService(
                "88.118",
                catalog,
                validator,
                mapper,
                directory,
                store,
                log,
                clock,
                template -> Optional.ofNullable(deprecated.get(template.name())),
                new EnterpriseStore(database.jdbi()),
                Minting.of(database.jdbi(), clock, new SecureRandom()));
        publisher = new RecordPublisher(catalog, validator, mapper, directory, store, log, clock);
        for (int i = 1; i <= 2; i++) {
            register("enterprise", OPERATOR, RegistrationRow.of(1, "88.118." + i + "/ENTERPRISE", enterprise()));
        }
    }

    public RegistrationReport register(String template, Caller caller, RegistrationRow... rows) {
        return register(template, caller, RegistrationOptions.DEFAULT, rows);
    }

    public RegistrationReport register(
            String template, Caller caller, RegistrationOptions options, RegistrationRow... rows) {
        return registrations.register(catalog.get(template), List.of(rows), options, caller);
    }

    public boolean has(String handle) {
        return directory.exists(HandleName.parse(handle));
    }

    public static Map<String, String> enterprise() {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("orgName", "湖州示范水泥有限公司");
        items.put("orgNameEn", "Huzhou Demonstration Cement");
        items.put("orgCrtType", "1");
        items.put("orgCrtCode", "91350100M000100Y43");
        items.put("industryCategory", "C");
        items.put("industrySpecific", "30");
        items.put("industrySubclass", "3011");
        items.put("orgAddrProvince", "330000");
        items.put("orgAddrCity", "330500");
        items.put("contactName", "张三");
        items.put("demonstration", "true");
        return items;
    }

    public static Map<String, String> kiln(String name) {
        Map<String, String> items = new LinkedHashMap<>();
        items.put("deviceName", name);
        items.put("deviceKind", "kiln");
        items.put("ratedPowerKw", "630");
        items.put("enterprise", "88.118.1/ENTERPRISE");
        return items;
    }

    @Override
    public void close() {
        store.close();
        database.close();
    }
}
