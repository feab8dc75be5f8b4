// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.oid;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleRecord;
import org.tanma.handle.model.HandleValue;
import org.tanma.identifier.Oid;
import org.tanma.kit.rest.Caller;
import org.tanma.kit.sql.SqlConfig;
import org.tanma.kit.sql.SqlDatabase;
import org.tanma.resolver.registrar.MovableClock;
import org.tanma.resolver.registrar.enterprise.Quotas;
import org.tanma.resolver.store.MemoryHandleStore;

/** A node's arc, 2.999.7, with a few nodes below it, over an embedded database. */
public final class OrsRoom implements AutoCloseable {
    public static final OidArc ARC = new OidArc(Oid.of("2.999.7"), OidArc.ZONE);
    public static final String APEX = "7.999.2.oid-res.org";
    public static final String KILN = "1.5." + APEX;
    public static final Caller OPERATOR = new Caller("boss", Set.of("OPERATOR"), Set.of());

    public final MovableClock clock = new MovableClock(Instant.parse("2026-11-21T08:00:00Z"));
    public final MemoryHandleStore store = new MemoryHandleStore();
    public final SqlDatabase database;
    public final OidAllotments allotments;
    public final OrsZone zone;
    public final OidRegistrar registrar;

    public OrsRoom(Path folder) {
        database = SqlDatabase.open(new SqlConfig.Embedded(folder), "registrar");
        allotments = OidAllotments.open(database.jdbi(), clock, ARC, "88.118");
        zone = new OrsZone(allotments, URI.create("https://id.example.com"), InetAddress.getLoopbackAddress(), clock);
        registrar = new OidRegistrar(
                allotments,
                store,
                store,
                clock,
                "88.118",
                new SecureRandom(),
                (account, action, oid, details) -> {},
                Quotas.unlimited(),
                zone::changed);
        put("88.118.5/KILN-1");
        allot("88.118.5/KILN-1", "窑炉");
    }

    public void put(String handle) {
        store.create(new HandleRecord(
                HandleName.parse(handle), List.of(HandleValue.text(1, "URL", "https://example.com/", 1))));
    }

    public OidNode allot(String handle, String label) {
        return registrar
                .allot(OidRequest.ofHandle(handle).withLabel(label), OPERATOR)
                .node();
    }

    @Override
    public void close() {
        database.close();
    }
}
