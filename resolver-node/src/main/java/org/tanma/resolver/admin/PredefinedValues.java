// SPDX-License-Identifier: Apache-2.0
package org.tanma.resolver.admin;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.tanma.handle.model.HandleValue;
import org.tanma.handle.wire.AdminRecord;
import org.tanma.handle.wire.HandleValueCodec;
import org.tanma.handle.wire.KeyRecord;
import org.tanma.handle.wire.WireFormatException;
import org.tanma.handle.wire.WireReader;
import org.tanma.resolver.access.PredefinedType;

/** Whether the data of a value of a predefined type are what the type says. */
final class PredefinedValues {
    private PredefinedValues() {}

    /** What is wrong with the value, to follow «the value»; empty when nothing is. */
    static Optional<String> fault(HandleValue value) {
        try {
            ByteBuffer data = ByteBuffer.wrap(value.data());
            if (PredefinedType.HS_ADMIN.is(value)) {
                AdminRecord.decode(data);
            } else if (PredefinedType.HS_PUBKEY.is(value)) {
                KeyRecord.decode(data);
            } else if (PredefinedType.HS_VLIST.is(value)) {
                WireReader in = new WireReader(data);
                HandleValueCodec.decodeReferences(in);
                in.requireEnd("group");
            }
            return Optional.empty();
        } catch (WireFormatException e) {
            return Optional.of("is no " + value.type() + ": " + e.getMessage());
        }
    }
}
