// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.fuzz;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tanma.handle.model.HandleName;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.model.Ttl;
import org.tanma.handle.model.ValuePermissions;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.HandleValueCodec;
import org.tanma.handle.wire.KeyRecord;
import org.tanma.handle.wire.SiteRecord;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.resolver.net.rest.ValueTree;
import org.tanma.resolver.type.PredefinedValues;

/**
 * The predefined types of values: what is read is written back to the same, and shown as JSON and checked without a fault
 * whatever its octets are. The first octet of an input chooses the type.
 */
class ValueTypesFuzzer {
    private static final String[] SHOWN = {
        "HS_ADMIN",
        "HS_SITE",
        "HS_SITE.6",
        "HS_SITE.PREFIX",
        "HS_VLIST",
        "HS_PUBKEY",
        "HS_SECKEY",
        "HS_SERV",
        "HS_ALIAS",
        "URL",
        "HS_SIGNATURE",
        "HS_CERT",
        "HS_NAMESPACE",
        "10320/loc"
    };
    private static final HandleName HANDLE = HandleName.parse("20.500.12345/KILN-1");

    public static void fuzzerTestOneInput(byte[] input) {
        if (input.length > 0) {
            byte[] octets = Arrays.copyOfRange(input, 1, input.length);
            FuzzCorpus.bounded(() -> {
                read(input[0] & 3, octets);
                HandleValue value = value(SHOWN[Math.floorMod(input[0] >> 2, SHOWN.length)], octets);
                ValueTree.of(value);
                PredefinedValues.fault(HANDLE, value);
            });
        }
    }

    private static HandleValue value(String type, byte[] octets) {
        return new HandleValue(1, type, octets, Ttl.DEFAULT, ValuePermissions.PUBLIC, 0, List.of());
    }

    private static void read(int type, byte[] octets) {
        ByteBuffer in = ByteBuffer.wrap(octets);
        try {
            if (type == 0) {
                AdminRecord read = AdminRecord.decode(in);
                FuzzCorpus.requireEqual(read, AdminRecord.decode(ByteBuffer.wrap(read.encode())));
            } else if (type == 1) {
                SiteRecord read = SiteRecord.decode(in);
                FuzzCorpus.requireEqual(read, SiteRecord.decode(ByteBuffer.wrap(read.encode())));
            } else if (type == 2) {
                PublicKey read = KeyRecord.decode(in);
                FuzzCorpus.requireEqual(read, KeyRecord.decode(ByteBuffer.wrap(KeyRecord.encode(read))));
            } else {
                HandleValue read = HandleValueCodec.decode(in);
                FuzzCorpus.requireEqual(read, HandleValueCodec.decode(ByteBuffer.wrap(HandleValueCodec.encode(read))));
            }
        } catch (WireFormatException e) {
            MessageFuzzer.requirePlace(e, octets);
        }
    }

    @TestFactory
    Stream<DynamicTest> corpus() {
        return FuzzCorpus.replay(ValueTypesFuzzer.class, ValueTypesFuzzer::fuzzerTestOneInput);
    }
}
