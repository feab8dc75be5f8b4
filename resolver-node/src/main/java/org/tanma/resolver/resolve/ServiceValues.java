// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.resolve;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.handle.wire.SiteInterface;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.handle.wire.SiteServer;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.resolver.store.EncodedValueCursor;
import org.tanma.resolver.store.EncodedValues;

/** The values of a prefix handle that say which service answers: sites, or handles whose values are sites. */
final class ServiceValues {
    /** Of the prefix's handles. */
    static final List<String> OF_HANDLES = List.of("HS_SITE", "HS_SITE.6", "HS_SERV");
    /** Of the handles of prefixes derived from it, where these have no values of their own. */
    static final List<String> OF_DERIVED = List.of("HS_SITE.PREFIX", "HS_NA_DELEGATE", "HS_SERV.PREFIX");

    private static final String SERVICE = "HS_SERV";

    private ServiceValues() {}

    /** Those public values of a record that have one of these types. */
    static EncodedValues among(EncodedValues record, List<String> types) {
        ValueSelection selection = new ValueSelection();
        EncodedValueCursor cursor = record.cursor();
        while (cursor.next()) {
            boolean isWanted =
                    types.stream().anyMatch(type -> cursor.hasType(type.getBytes(StandardCharsets.US_ASCII)));
            if (isWanted && cursor.permissions().publicRead()) {
                selection.add(cursor.start(), cursor.end());
            }
        }
        return selection.isEmpty() ? EncodedValues.NONE : selection.of(record);
    }

    /** Addresses and ports of the sites among the values: what makes two sites the same service. */
    static Set<Place> places(EncodedValues values) {
        Set<Place> places = new HashSet<>();
        for (HandleValue value : values.decode()) {
            site(value).ifPresent(site -> places.addAll(places(site)));
        }
        return places;
    }

    /** Addresses and ports of one site. */
    static Set<Place> places(SiteRecord site) {
        Set<Place> places = new HashSet<>();
        for (SiteServer server : site.servers()) {
            for (SiteInterface one : server.interfaces()) {
                places.add(new Place(server.inetAddress(), one.protocol(), one.port()));
            }
        }
        return places;
    }

    /** The service handles among the values, those that are handles. */
    static List<HandleName> serviceHandles(EncodedValues values) {
        List<HandleName> handles = new ArrayList<>();
        for (HandleValue value : values.decode()) {
            if (value.type().regionMatches(true, 0, SERVICE, 0, SERVICE.length())) {
                handle(value).ifPresent(handles::add);
            }
        }
        return handles;
    }

    private static Optional<HandleName> handle(HandleValue value) {
        try {
            return Optional.of(HandleName.decode(value.data()));
        } catch (InvalidHandleException e) {
            return Optional.empty();
        }
    }

    private static Optional<SiteRecord> site(HandleValue value) {
        if (value.type().regionMatches(true, 0, SERVICE, 0, SERVICE.length())) {
            return Optional.empty();
        }
        try {
            return Optional.of(SiteRecord.decode(ByteBuffer.wrap(value.data())));
        } catch (WireFormatException e) {
            return Optional.empty();
        }
    }

    /** Where something listens. */
    record Place(InetAddress address, int protocol, int port) {}
}
