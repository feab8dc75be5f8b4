// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.type;

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
 * Whether the data of a value of a predefined type are what the type says. Other types hold any octets. What each type wants
 * is listed in docs/api/handle-protocol.md. Sources: RFC 3651 section 3.2; the Handle.Net version 9 technical manual.
 */
public final class PredefinedValues {
    /** Most locations in a list of them. */
    public static final int MOST_LOCATIONS = 256;

    private interface Reading {
        void read(HandleName handle, HandleValue value) throws WireFormatException, MalformedValueException;
    }

    private static final Map<String, Reading> READINGS = Map.ofEntries(
            Map.entry("HS_ADMIN", (handle, value) -> AdminRecord.decode(ByteBuffer.wrap(value.data()))),
            Map.entry("HS_VLIST", (handle, value) -> readGroup(value)),
            Map.entry("HS_PUBKEY", (handle, value) -> KeyRecord.decode(ByteBuffer.wrap(value.data()))),
            Map.entry("HS_SECKEY", (handle, value) -> requireOctets(value)),
            Map.entry("HS_SITE", PredefinedValues::readSite),
            Map.entry("HS_SITE.6", PredefinedValues::readSite),
            Map.entry("HS_SITE.PREFIX", PredefinedValues::readSite),
            Map.entry("HS_NA_DELEGATE", PredefinedValues::readSite),
            Map.entry("HS_SERV", PredefinedValues::readHandle),
            Map.entry("HS_SERV.PREFIX", PredefinedValues::readHandle),
            Map.entry("HS_ALIAS", PredefinedValues::readHandle),
            Map.entry("HS_SIGNATURE", (handle, value) -> SignedClaims.checkSignature(handle, value.data())),
            Map.entry("HS_CERT", (handle, value) -> SignedClaims.checkCertificate(value.data())),
            Map.entry("HS_NAMESPACE", (handle, value) -> ValueXml.check(value.data(), "namespace", "", 0)),
            Map.entry(
                    "10320/LOC",
                    (handle, value) -> ValueXml.check(value.data(), "locations", "location", MOST_LOCATIONS)));

    private PredefinedValues() {}

    /** What is wrong with a value of this handle, to follow «the value»; empty when nothing is. */
    public static Optional<String> fault(HandleName handle, HandleValue value) {
        Reading reading = READINGS.get(value.type().toUpperCase(Locale.ROOT));
        if (reading == null) {
            return Optional.empty();
        }
        try {
            reading.read(handle, value);
            return Optional.empty();
        } catch (WireFormatException | InvalidHandleException | MalformedValueException e) {
            return Optional.of("is no " + value.type() + ": " + e.getMessage());
        }
    }

    private static void readSite(HandleName handle, HandleValue value) throws WireFormatException {
        SiteRecord.decode(ByteBuffer.wrap(value.data()));
    }

    private static void readHandle(HandleName handle, HandleValue value) {
        HandleName.decode(value.data());
    }

    private static void requireOctets(HandleValue value) throws MalformedValueException {
        if (value.dataLength() == 0) {
            throw new MalformedValueException("it is empty, and whoever answers with nothing would hold it");
        }
    }

    private static void readGroup(HandleValue value) throws WireFormatException {
        WireReader in = new WireReader(ByteBuffer.wrap(value.data()));
        HandleValueCodec.decodeReferences(in);
        in.requireEnd("group");
    }
}
