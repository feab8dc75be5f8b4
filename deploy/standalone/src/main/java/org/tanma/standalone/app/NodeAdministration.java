// SPDX-License-Identifier: Apache-2.0
package org.tanma.standalone.app;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.ResponseCode;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.resolver.access.AccessRules;
import org.tanma.resolver.access.KeyAuthenticator;
import org.tanma.resolver.access.KeySource;
import org.tanma.resolver.access.StoredKeys;
import org.tanma.resolver.admin.GivenPrefixes;
import org.tanma.resolver.admin.HandleAdministration;
import org.tanma.resolver.admin.HomedPrefixes;
import org.tanma.resolver.admin.NodeAdministratorKeys;
import org.tanma.resolver.admin.NodeHandle;
import org.tanma.resolver.admin.RecordRule;
import org.tanma.resolver.admin.StoreAdministration;
import org.tanma.resolver.net.NodeServices;
import org.tanma.resolver.registrar.RegistrationLog;
import org.tanma.resolver.resolve.HandlesHere;
import org.tanma.resolver.resolve.ResponsiblePrefixes;
import org.tanma.resolver.store.rocks.RocksHandleStore;

/** Who administers the handles of this node, and the record it keeps of itself: {@code 0.NA/<node prefix>}. */
final class NodeAdministration {
    private static final int SITE_INDEX = 3;
    private static final int MOST_ENTERPRISES = 100_000;
    private static final RecordRule STARTING = (name, before, after) -> Optional.of(
            new RecordRule.Objection(ResponseCode.SERVER_BUSY, "the node is starting; try again in a few seconds"));

    private final InstantSource clock;
    private final NodeAdministratorKeys keys;
    private final NodeHandle handle;
    private final GivenPrefixes given;
    private final AccessRules rules;
    private final HandleAdministration administration;
    private final KeyAuthenticator authenticator;
    /** What registrations obey; known once the registrar is there, which comes up after the faces. */
    private volatile RecordRule registered = STARTING;

    NodeAdministration(
            String nodePrefix,
            ResponsiblePrefixes prefixes,
            HandlesHere here,
            Optional<KeySource> keysOfOthers,
            RocksHandleStore store,
            Path keyDirectory,
            InstantSource clock) {
        KeySource stored = StoredKeys.remembering(store, store);
        this.clock = clock;
        this.keys = NodeAdministratorKeys.open(keyDirectory);
        this.handle = new NodeHandle(nodePrefix, store, store, clock);
        this.given = new GivenPrefixes(nodePrefix, store, clock);
        this.rules = AccessRules.of(stored, nodePrefix);
        this.administration = new StoreAdministration(
                store,
                store,
                rules,
                HomedPrefixes.open(store, store, store, prefixes),
                here,
                nodePrefix,
                (name, before, after) -> registered.objection(name, before, after),
                clock);
        this.authenticator = new KeyAuthenticator(
                keysOfOthers.map(stored::orElse).orElse(stored),
                clock,
                Math.max(1, Runtime.getRuntime().availableProcessors() / 2));
    }

    AccessRules rules() {
        return rules;
    }

    NodeServices addTo(NodeServices services) {
        return services.withAdministration(administration).withAuthenticator(authenticator);
    }

    /** Makes {@code 0.NA/<node prefix>} say where this node listens now, and who administers it if nobody can yet. */
    void publish(SiteRecord site) {
        try {
            handle.publish(
                    List.of(new HandleValue(
                            SITE_INDEX,
                            SiteRecord.TYPE,
                            site.encode(),
                            Ttl.DEFAULT,
                            ValuePermissions.PUBLIC,
                            clock.instant().getEpochSecond(),
                            List.of())),
                    keys);
        } catch (WireFormatException e) {
            throw new IllegalStateException("the node's own site has no wire form", e);
        }
    }

    /** From now on administrators write by the registrar's rule, and every registered enterprise has its prefix handle. */
    void follow(RecordRule rule, RegistrationLog log) {
        given.give(log.handles(RecordEnterprises.TEMPLATE, MOST_ENTERPRISES).stream()
                .map(HandleName::prefix)
                .distinct()
                .toList());
        registered = rule;
    }
}
