// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.InvalidHandleException;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.HandleValueCodec;
import org.tanma.handle.wire.KeyRecord;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireReader;

/**
 * Whether the data of a value of a predefined type are what the type says: administrators, groups, public keys, sites, and
 * handles of services and aliases. Other types hold any octets. Source: RFC 3651 section 3.2.
 */
final class PredefinedValues {
    private interface Reading {
        void read(HandleValue value) throws WireFormatException;
    }

    private static final Map<String, Reading> READINGS = Map.of(
            "HS_ADMIN", value -> AdminRecord.decode(ByteBuffer.wrap(value.data())),
            "HS_VLIST", PredefinedValues::readGroup,
            "HS_PUBKEY", value -> KeyRecord.decode(ByteBuffer.wrap(value.data())),
            "HS_SITE", value -> SiteRecord.decode(ByteBuffer.wrap(value.data())),
            "HS_SITE.6", value -> SiteRecord.decode(ByteBuffer.wrap(value.data())),
            "HS_SITE.PREFIX", value -> SiteRecord.decode(ByteBuffer.wrap(value.data())),
            "HS_SERV", value -> HandleName.decode(value.data()),
            "HS_SERV.PREFIX", value -> HandleName.decode(value.data()),
            "HS_ALIAS", value -> HandleName.decode(value.data()));

    private PredefinedValues() {}

    /** What is wrong with the value, to follow «the value»; empty when nothing is. */
    static Optional<String> fault(HandleValue value) {
        if (!value.type().regionMatches(true, 0, "HS_", 0, 3)) {
            return Optional.empty();
        }
        Reading reading = READINGS.get(value.type().toUpperCase(Locale.ROOT));
        if (reading == null) {
            return Optional.empty();
        }
        try {
            reading.read(value);
            return Optional.empty();
        } catch (WireFormatException | InvalidHandleException e) {
            return Optional.of("is no " + value.type() + ": " + e.getMessage());
        }
    }

    private static void readGroup(HandleValue value) throws WireFormatException {
        WireReader in = new WireReader(ByteBuffer.wrap(value.data()));
        HandleValueCodec.decodeReferences(in);
        in.requireEnd("group");
    }
}
